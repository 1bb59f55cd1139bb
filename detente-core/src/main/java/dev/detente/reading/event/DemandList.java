package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The demands that the content of a statement lists: the top word and what is joined to it. Clauses
 * are demands of their own when each has its subject or is an infinitive; nouns when each says more
 * than its name, or when there are three. Stateless; quadratic in the length of a list.
 */
final class DemandList {
  private static final Set<String> EMPTY = Set.of("conj", "cc", "punct", "det", "case", "mark");

  private DemandList() {}

  /** The heads of the demands in order, or fewer than two when the content is no list of them. */
  static List<Integer> of(Sentence sentence, Span content) {
    int top = top(sentence, content);
    if (top < 0) {
      return List.of();
    }
    List<Integer> heads = new ArrayList<>();
    heads.add(top);
    for (int i = 0; i < heads.size(); i++) {
      for (int child : sentence.children(heads.get(i))) {
        boolean joined = sentence.word(child).relation().equals("conj");
        if (joined && content.contains(sentence.word(child).span()) && !heads.contains(child)) {
          heads.add(child);
        }
      }
    }
    boolean clauses = true;
    boolean nouns = true;
    boolean full = true;
    for (int head : heads) {
      Word word = sentence.word(head);
      clauses &= word.upos().equals("VERB") && (own(sentence, head) || infinitive(word));
      nouns &= word.upos().equals("NOUN");
      full &= saysMore(sentence, head);
    }
    boolean list = heads.size() > 1 && (clauses || nouns && (full || heads.size() > 2));
    return list ? new ArrayList<>(new TreeSet<>(heads)) : List.of();
  }

  /** The words of one of the demands, without those of the others. */
  static List<Span> words(Sentence sentence, List<Integer> heads, int index) {
    List<Span> words = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      int at = i;
      while (at >= 0 && !heads.contains(at)) {
        at = sentence.word(at).head();
      }
      if (at == heads.get(index)) {
        words.add(sentence.word(i).span());
      }
    }
    return words;
  }

  private static int top(Sentence sentence, Span content) {
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (content.contains(word.span())
          && !word.upos().equals("PUNCT")
          && (word.head() < 0 || !content.contains(sentence.word(word.head()).span()))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean own(Sentence sentence, int verb) {
    return sentence.child(verb, "nsubj") >= 0;
  }

  private static boolean infinitive(Word word) {
    return word.feat("VerbForm").equals("Inf");
  }

  private static boolean saysMore(Sentence sentence, int noun) {
    for (int child : sentence.children(noun)) {
      if (!EMPTY.contains(sentence.word(child).relation())) {
        return true;
      }
    }
    return false;
  }
}
