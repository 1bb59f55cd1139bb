package dev.detente.reading.actor;

import dev.detente.article.Span;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the words of a source begin and end, as the network marks them. A source is written out in
 * full where it speaks ("Sinn Féin's Kari X", "Kari X, who runs the port"), and the tree is least
 * sure of just these phrases. Confined to one sentence.
 */
final class SourceEdges {
  /** Percent: the chance from which a word belongs to the source. */
  private static final int LIKELY = 50;

  /** Percent: the same for the comma between two such words. */
  private static final int COMMA = 40;

  /** A longer stretch is no name with what belongs to it. */
  private static final int LONGEST = 24;

  private final Sentence sentence;
  private final List<Mention> mentions;

  SourceEdges(Sentence sentence, List<Mention> mentions) {
    this.sentence = sentence;
    this.mentions = mentions;
  }

  /** The mentions, each source's own widened to the marked stretch that it stands in. */
  List<Mention> widened() {
    List<Mention> widened = new ArrayList<>(mentions);
    for (int first = 0; first < sentence.size(); first++) {
      if (!isSource(first)) {
        continue;
      }
      int last = first;
      while (last + 1 < sentence.size() && isSource(last + 1)) {
        last++;
      }
      widen(first, last, widened);
      first = last;
    }
    return widened;
  }

  private boolean isSource(int word) {
    int chance = chance(word);
    boolean between =
        sentence.word(word).form().equals(",")
            && chance >= COMMA
            && word > 0
            && word + 1 < sentence.size()
            && chance(word - 1) >= LIKELY
            && chance(word + 1) >= LIKELY;
    return chance >= LIKELY || between;
  }

  private int chance(int word) {
    return sentence.word(word).marks().span().percent("source");
  }

  private void widen(int from, int to, List<Mention> widened) {
    int first = from;
    int last = to;
    while (first < last && isMark(first)) {
      first++;
    }
    while (first < last && isMark(last)) {
      last--;
    }
    if (last - first >= LONGEST) {
      return;
    }
    Mention top = top(first, last);
    if (top == null) {
      return;
    }
    int begin = top.nameFirst() < 0 ? top.head() : Math.min(top.head(), top.nameFirst());
    while (first < begin && isStray(first, top)) {
      first++;
    }
    int end = Math.max(top.head(), top.nameLast());
    while (last > end && (isStray(last, top) || isOpen(last))) {
      last--;
    }
    if (top.first() == first && top.last() == last) {
      return;
    }
    Span span = new Span(sentence.word(first).span().start(), sentence.word(last).span().end());
    widened.set(mentions.indexOf(top), top.between(first, last, span));
  }

  private boolean isMark(int word) {
    return sentence.word(word).upos().equals("PUNCT");
  }

  /** A word that neither hangs on the mention nor titles it. */
  private boolean isStray(int word, Mention top) {
    if (sentence.dominates(top.head(), word)) {
      return isMark(word) || isJoined(word, top);
    }
    for (Mention mention : mentions) {
      if (mention.covers(word) && isTitleOf(mention, top)) {
        return false;
      }
    }
    return true;
  }

  /** "Kina og Russland": who stands beside the mention is somebody else. */
  private boolean isJoined(int word, Mention top) {
    int at = word;
    for (int steps = 0; steps <= sentence.size() && at >= 0 && !top.covers(at); steps++) {
      String relation = sentence.word(at).relation();
      int head = sentence.word(at).head();
      if ((relation.equals("conj") || relation.equals("cc")) && head >= 0 && top.covers(head)) {
        return true;
      }
      at = head;
    }
    return false;
  }

  /** A word that something must follow: "a Western official who". */
  private boolean isOpen(int word) {
    return switch (sentence.word(word).upos()) {
      case "ADP", "DET", "CCONJ", "SCONJ", "AUX" -> true;
      case "PRON" -> sentence.word(word).feat("PronType").equals("Rel");
      default -> false;
    };
  }

  /** The mention within a stretch that the rest of it hangs on; null when that is not clear. */
  private @Nullable Mention top(int first, int last) {
    Mention top = null;
    for (Mention mention : mentions) {
      switch (mention.form()) {
        case PRONOUN, RELATIVE, ADJECTIVE -> {
          continue;
        }
        default -> {}
      }
      if (mention.head() < first || mention.head() > last || !hangsOutside(mention, first, last)) {
        continue;
      }
      if (mention.first() < first
          || mention.last() > last
          || mention.syntax() == Mention.Syntax.POSSESSOR) {
        return null;
      }
      if (top == null || isTitleOf(top, mention)) {
        top = mention;
      } else {
        return null;
      }
    }
    return top;
  }

  private boolean hangsOutside(Mention mention, int first, int last) {
    int head = sentence.word(mention.head()).head();
    return head < first || head > last;
  }

  /** "skipper Kari X": two words that the tree hangs side by side. */
  private boolean isTitleOf(Mention title, Mention name) {
    if (title.isName() || name.form() != Mention.Form.PERSON || title.plural()) {
      return false;
    }
    for (int i = title.last() + 1; i < name.first(); i++) {
      Word word = sentence.word(i);
      if (word.upos().equals("CCONJ") || word.upos().equals("VERB")) {
        return false;
      }
    }
    return title.last() < name.first();
  }
}
