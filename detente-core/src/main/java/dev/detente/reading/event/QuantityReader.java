package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the numbers that belong to an event: "over 100 000 soldater". Stateless. */
final class QuantityReader {
  private static final int DEPTH = 3;

  private final WordLists words;
  private final Map<String, Double> numbers;

  QuantityReader(WordLists words, Map<String, Double> numbers) {
    this.words = words;
    this.numbers = Map.copyOf(numbers);
  }

  /** Counted nouns among the words of a mention and their dependents, in order of the text. */
  List<Quantity> read(Mention mention) {
    Sentence tree = mention.tree();
    List<Quantity> found = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      Word noun = tree.word(i);
      if (!noun.upos().equals("NOUN") || !Tree.below(tree, i, mention.head(), DEPTH)) {
        continue;
      }
      Quantity quantity = counted(tree, i);
      if (quantity != null) {
        found.add(quantity);
      }
    }
    return found;
  }

  private @Nullable Quantity counted(Sentence tree, int noun) {
    double value = 0;
    Span span = tree.word(noun).span();
    boolean any = false;
    String bound = null;
    for (int child : tree.children(noun)) {
      Word word = tree.word(child);
      if (!word.relation().equals("nummod")) {
        continue;
      }
      StringBuilder digits = new StringBuilder();
      double factor = 1;
      for (int part : tree.subtree(child)) {
        String form = Tree.form(tree, part);
        span = span.union(tree.word(part).span());
        String plain = form.replaceAll("[.\\u00a0 ](?=\\d{3})", "").replace(',', '.');
        if (plain.matches("\\d+(\\.\\d+)?")) {
          digits.append(plain);
        } else {
          Double named = numbers.get(form);
          if (named != null) {
            factor *= named;
            any = true;
          }
        }
        bound = bound != null ? bound : boundOf(tree, part);
      }
      if (digits.length() > 0) {
        try {
          value = Double.parseDouble(digits.toString()) * factor;
          any = true;
        } catch (NumberFormatException e) {
          return null;
        }
      } else {
        value = factor;
      }
    }
    if (!any) {
      return null;
    }
    for (int child : tree.children(noun)) {
      bound = bound != null ? bound : boundOf(tree, child);
      if (boundOf(tree, child) != null) {
        span = span.union(tree.word(child).span());
      }
    }
    return new Quantity(tree.word(noun).form().toLowerCase(Locale.ROOT), value, bound, span);
  }

  private @Nullable String boundOf(Sentence tree, int word) {
    if (Tree.is(tree, word, words.list("bound_more"))) {
      return "more than";
    }
    if (Tree.is(tree, word, words.list("bound_less"))) {
      return "less than";
    }
    return Tree.is(tree, word, words.list("bound_about")) ? "about" : null;
  }
}
