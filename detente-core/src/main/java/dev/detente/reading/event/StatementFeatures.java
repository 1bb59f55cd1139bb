package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What speaks for a statement being an event of a type: its act, cue, words and place. */
final class StatementFeatures {
  private static final int MOST_WORDS = 60;

  private StatementFeatures() {}

  static List<String> of(
      AnalysedArticle article, Statement statement, List<Statement> all, boolean question) {
    Set<String> features = new LinkedHashSet<>();
    features.add("bias");
    features.add("act=" + statement.act().label());
    features.add("kind=" + statement.kind().label());
    features.add("act=" + statement.act().label() + ":" + statement.kind().label());
    features.add(statement.addressee() == null ? "unaddressed" : "addressed");
    if (question) {
      features.add("question");
    }
    Span cue = statement.cue();
    if (cue == null) {
      features.add("cue=none");
    }
    int words = 0;
    Span first = statement.content().get(0);
    for (Sentence sentence : article.sentences()) {
      for (int i = 0; i < sentence.size(); i++) {
        Word word = sentence.word(i);
        if (cue != null && cue.contains(word.span())) {
          features.add("cue=" + Tree.lemma(sentence, i));
        }
        if (word.upos().equals("PUNCT") || !inside(statement, word.span())) {
          continue;
        }
        if (words < MOST_WORDS) {
          features.add("word=" + Tree.lemma(sentence, i));
          if (word.upos().equals("AUX")) {
            features.add("aux=" + Tree.form(sentence, i));
          }
        }
        words++;
      }
      if (sentence.span().contains(first.start())) {
        Passage passage = article.passageOf(sentence);
        features.add("passage=" + (passage == null ? "none" : passage.kind().label()));
      }
    }
    features.add("length=" + (words <= 3 ? "3" : words <= 8 ? "8" : words <= 20 ? "20" : "long"));
    repetition(article, statement, all, features);
    return new ArrayList<>(features);
  }

  private static void repetition(
      AnalysedArticle article, Statement statement, List<Statement> all, Set<String> features) {
    Set<String> mine = words(article, statement);
    boolean earlier = true;
    for (Statement other : all) {
      if (other == statement) {
        earlier = false;
        continue;
      }
      if (statement.speaker() == null || !statement.speaker().equals(other.speaker())) {
        continue;
      }
      String when = earlier ? "earlier" : "later";
      if (other.act() == statement.act()) {
        features.add("same-act-" + when);
      }
      Set<String> shared = new HashSet<>(words(article, other));
      int size = Math.min(shared.size(), mine.size());
      shared.retainAll(mine);
      if (size > 0 && shared.size() * 2 >= size) {
        features.add("repeated-" + when);
      }
    }
  }

  private static Set<String> words(AnalysedArticle article, Statement statement) {
    Set<String> words = new HashSet<>();
    for (Sentence sentence : article.sentences()) {
      for (int i = 0; i < sentence.size(); i++) {
        Word word = sentence.word(i);
        boolean content =
            word.upos().equals("NOUN")
                || word.upos().equals("VERB")
                || word.upos().equals("PROPN")
                || word.upos().equals("ADJ");
        if (content && inside(statement, word.span())) {
          words.add(Tree.lemma(sentence, i));
        }
      }
    }
    return words;
  }

  private static boolean inside(Statement statement, Span span) {
    for (Span content : statement.content()) {
      if (content.contains(span)) {
        return true;
      }
    }
    return false;
  }
}
