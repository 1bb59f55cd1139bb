package dev.detente.reading.actor;

import dev.detente.language.Sentence;
import dev.detente.language.Word;

/** Which words of a sentence stand inside direct speech, as far as one sentence can tell. */
final class Quotes {
  private Quotes() {}

  /** One flag a word. */
  static boolean[] quoted(Sentence sentence) {
    boolean[] quoted = new boolean[sentence.size()];
    boolean dash = isDash(sentence.word(0).form());
    if (dash) {
      int end = sentence.size();
      for (int i = 1; i + 2 < sentence.size(); i++) {
        // ", sier Peskov": a comma, a finite verb and its subject.
        if (sentence.word(i).form().equals(",") && isInverted(sentence, i + 1)) {
          end = i;
          break;
        }
      }
      for (int i = 0; i < end; i++) {
        quoted[i] = true;
      }
      return quoted;
    }
    boolean inside = false;
    for (int i = 0; i < sentence.size(); i++) {
      String form = sentence.word(i).form();
      switch (form) {
        case "«", "“", "„" -> inside = true;
        case "»", "”" -> inside = false;
        case "\"", "''", "``" -> inside = !inside;
        default -> quoted[i] = inside;
      }
    }
    return quoted;
  }

  private static boolean isInverted(Sentence sentence, int verb) {
    Word word = sentence.word(verb);
    if (!word.upos().equals("VERB") && !word.upos().equals("AUX")) {
      return false;
    }
    for (int child : sentence.children(verb)) {
      if (child > verb && sentence.word(child).relation().equals("nsubj")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDash(String form) {
    return form.equals("–") || form.equals("-") || form.equals("—");
  }
}
