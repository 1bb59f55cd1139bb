package dev.detente.reading.statement;

import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.Locale;

/** What the statement reader asks of a sentence's tree. Stateless. */
final class Clause {
  private Clause() {}

  static String lemma(Word word) {
    return word.lemma().toLowerCase(Locale.ROOT);
  }

  static String form(Word word) {
    return word.form().toLowerCase(Locale.ROOT);
  }

  static boolean isPunctuation(Word word) {
    return word.upos().equals("PUNCT")
        || (!word.form().isEmpty()
            && word.form().codePoints().noneMatch(Character::isLetterOrDigit));
  }

  static boolean isVerb(Word word) {
    return word.upos().equals("VERB") || word.upos().equals("AUX");
  }

  /** The subject among the word's own dependents; -1 if none. */
  static int ownSubject(Sentence sentence, int verb) {
    int subject = sentence.child(verb, "nsubj");
    return subject >= 0 ? subject : sentence.child(verb, "csubj");
  }

  static int leftEdge(Sentence sentence, int word) {
    return sentence.subtree(word)[0];
  }

  static int rightEdge(Sentence sentence, int word) {
    int[] subtree = sentence.subtree(word);
    return subtree[subtree.length - 1];
  }

  static boolean isPassive(Sentence sentence, int verb) {
    return sentence.child(verb, "aux:pass") >= 0
        || sentence.child(verb, "nsubj:pass") >= 0
        || sentence.word(verb).feat("Voice").equals("Pass");
  }
}
