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

  /**
   * Whether a participle without an auxiliary may as well be a past tense, as where both look alike
   * ("promised"): it heads a clause of its own.
   */
  static boolean isPast(Sentence sentence, int verb) {
    Word word = sentence.word(verb);
    if (!word.feat("VerbForm").equals("Part")
        || word.feat("Tense").equals("Pres")
        || sentence.child(verb, "aux") >= 0) {
      return false;
    }
    return switch (word.relation()) {
      case "root", "parataxis", "ccomp" -> true;
      case "conj" -> word.head() < 0 || sentence.child(word.head(), "aux") < 0;
      default -> false;
    };
  }

  static int leftEdge(Sentence sentence, int word) {
    return sentence.subtree(word)[0];
  }

  static int rightEdge(Sentence sentence, int word) {
    int[] subtree = sentence.subtree(word);
    return subtree[subtree.length - 1];
  }

  /** Whether a verb has the passive's form or auxiliary. */
  static boolean isPassive(Sentence sentence, int verb, CueLexicon lexicon) {
    if (sentence.word(verb).feat("Voice").equals("Pass")
        && !(lexicon.is("order", "free") && isPast(sentence, verb))) {
      return true;
    }
    for (int child : sentence.children(verb)) {
      Word word = sentence.word(child);
      // "has offered" may be taken for a passive; an auxiliary of possession never makes one.
      if (word.deprel().equals("aux:pass") && !lexicon.is("get", form(word), lemma(word))) {
        return true;
      }
    }
    return sentence.child(verb, "nsubj:pass") >= 0 && sentence.child(verb, "aux") < 0;
  }
}
