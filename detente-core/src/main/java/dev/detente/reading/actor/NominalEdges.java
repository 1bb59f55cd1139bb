package dev.detente.reading.actor;

import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import java.util.Arrays;
import java.util.Map;

/** Where the mention of a nominal begins and ends. */
abstract class NominalEdges extends SentenceWords {
  NominalEdges(
      AnalysedArticle article,
      int index,
      Map<String, String> labels,
      RoleLexicon roles,
      ActorWords words,
      World world) {
    super(article, index, labels, roles, words, world);
  }

  final int honorificEdge(int first) {
    return first > 0 && words.honorific(sentence.word(first - 1).form()) != null
        ? first - 1
        : first;
  }

  /** "den islamske staten": articles and adjectives that belong to a name; English "the". */
  final int articleEdge(int first, int head) {
    if (first > 0
        && sentence.word(first - 1).upos().equals("DET")
        && sentence.word(first - 1).head() == head
        && language.equals("en")) {
      return first - 1;
    }
    return first;
  }

  /** "Huitfeldt (Ap)", "Den afrikanske unionen (AU)": the bracket belongs to the mention. */
  final int bracketEdge(int last) {
    if (last + 3 < sentence.size() + 0
        && sentence.word(last + 1).form().equals("(")
        && sentence.word(last + 3).form().equals(")")
        && (isCapital(sentence.word(last + 2).form()) || isAge(sentence.word(last + 2).form()))) {
      return last + 3;
    }
    return last;
  }

  /** "Kari X (24)": whoever has an age is a person. */
  final boolean hasAge(int last) {
    return bracketEdge(last) > last && isAge(sentence.word(last + 2).form());
  }

  final boolean isAge(String form) {
    return form.length() <= 2 && Character.isDigit(form.charAt(0));
  }

  final boolean isDefinite(int head, int first) {
    Word word = sentence.word(head);
    if (word.feat("Definite").equals("Def")
        || word.feat("Definite").isEmpty() && roles.isDefinite(word)) {
      return true;
    }
    Word left = sentence.word(first);
    if (first < head) {
      if (left.feat("Definite").equals("Ind") || left.feat("PronType").equals("Ind")) {
        return false;
      }
      if (left.upos().equals("DET") && left.feat("Definite").equals("Def")) {
        return true;
      }
      if (left.feat("PronType").equals("Dem") || isOwner(first)) {
        return true;
      }
    }
    return false;
  }

  /** First word of the nominal: its article, adjectives, numbers and possessor. */
  final int leftEdge(int head) {
    int edge = head;
    for (int i = head - 1; i >= 0 && head - i <= WIDTH; i--) {
      if (!sentence.dominates(head, i)) {
        break;
      }
      Word word = sentence.word(topBelow(head, i));
      boolean counts =
          word.relation().equals("advmod")
              && i + 1 < sentence.size()
              && sentence.word(i + 1).upos().equals("NUM");
      if (!isPremodifier(word) && !counts || isBreak(i)) {
        break;
      }
      if (!sentence.word(i).upos().equals("PUNCT")) {
        edge = i;
      } else if (!isInnerMark(sentence.word(i).form())) {
        break;
      }
    }
    while (edge < head && isLooseStart(edge)) {
      edge++;
    }
    int governor = sentence.word(head).head();
    if (sentence.word(head).relation().equals("conj")
        && governor >= 0
        && governor < edge
        && head - governor <= 4
        && sentence.word(governor).form().endsWith("-")) {
      // "olje- og energiminister"
      return leftEdge(governor);
    }
    return genitiveEdge(approximateEdge(edge));
  }

  /** "om lag 100 000 soldater", "opp mot 60 soldater": the words that bound a number. */
  final int approximateEdge(int edge) {
    boolean number = sentence.word(edge).upos().equals("NUM");
    boolean bound =
        edge + 1 < sentence.size()
            && sentence.word(edge + 1).upos().equals("NUM")
            && approximator(edge) <= edge;
    if (!number && !bound) {
      return edge;
    }
    int first = bound ? approximator(edge) : edge;
    while (first > 0 && edge - first < 4) {
      int before = approximator(first - 1);
      if (before == first || taken[before] || taken[first - 1]) {
        return first;
      }
      first = before;
    }
    return first;
  }

  /**
   * Where the approximator that ends with a word begins: the word itself, or the one before it of
   * two that are one only together ("opp mot"); behind the word when there is none.
   */
  private int approximator(int last) {
    String form = sentence.word(last).form();
    if (last > 0 && words.isApproximator(sentence.word(last - 1).form() + " " + form)) {
      return last - 1;
    }
    return words.isApproximator(form) ? last : last + 1;
  }

  /**
   * "Deputy State Department | spokesman Kari X": where the words begin that modify the title or
   * the name, however the tree shares them out.
   */
  final int modifierEdge(int title, int end) {
    int edge = title;
    while (edge > 0 && title - edge < WIDTH) {
      Word before = sentence.word(edge - 1);
      boolean modifies =
          switch (before.relation()) {
            case "amod", "compound", "nmod", "flat" ->
                before.upos().equals("PROPN")
                    || before.upos().equals("ADJ")
                    || before.upos().equals("NOUN");
            default -> false;
          };
      if (!modifies
          || before.head() < edge
          || before.head() > end
          || sentence.child(edge - 1, "case") >= 0
          || words.isCalendar(before.form())) {
        return edge;
      }
      edge--;
    }
    return edge;
  }

  /** A name in the genitive right before the nominal belongs to it, whatever the tree says. */
  final int genitiveEdge(int edge) {
    int before = edge - 1;
    if (!isGenitiveName(before) || sentence.word(edge).upos().equals("DET")) {
      return edge;
    }
    while (before > 0 && sentence.word(before).name().startsWith("I-")) {
      before--;
    }
    return before;
  }

  /** "også presidenten", "i hvert fall ministeren": small words that are no part of the nominal. */
  final boolean isLooseStart(int i) {
    return switch (sentence.word(i).upos()) {
      case "ADP", "ADV", "CCONJ", "SCONJ", "PART" -> {
        int next = i + 1;
        while (next < sentence.size() && sentence.word(next).upos().equals("ADV")
            || next < sentence.size() && sentence.word(next).upos().equals("ADP")) {
          next++;
        }
        String upos = sentence.word(next).upos();
        boolean bound =
            upos.equals("NUM") && (!sentence.word(i).upos().equals("ADP") || approximator(i) <= i);
        yield !bound && !(upos.equals("ADJ") && sentence.word(i).relation().equals("advmod"));
      }
      default -> false;
    };
  }

  /** A finite verb, or an "og" that joins no parts of a compound and no adjectives. */
  final boolean isBreak(int i) {
    Word word = sentence.word(i);
    if (word.upos().equals("CCONJ")) {
      return i == 0
          || !sentence.word(i - 1).form().endsWith("-")
              && !(sentence.word(i - 1).upos().equals("ADJ")
                  && sentence.word(i + 1).upos().equals("ADJ"));
    }
    return word.upos().equals("AUX")
        || word.upos().equals("VERB") && !word.feat("VerbForm").equals("Part");
  }

  final boolean isInnerMark(String form) {
    return form.equals("-") || form.equals(",");
  }

  /** The child of head that the word is or stands under. */
  final int topBelow(int head, int word) {
    int at = word;
    for (int steps = 0; steps <= sentence.size(); steps++) {
      int up = sentence.word(at).head();
      if (up == head || up < 0) {
        return at;
      }
      at = up;
    }
    return at;
  }

  final boolean isPremodifier(Word word) {
    return switch (word.relation()) {
      case "det", "amod", "nummod", "nmod", "compound", "flat", "appos" -> true;
      default -> false;
    };
  }

  /** Last word of a description: the phrases after it that say of whom or of where. */
  final int rightEdge(int head, Description description) {
    int edge = head;
    if (head + 1 < sentence.size() && words.isPostPossessive(sentence.word(head + 1).form())) {
      edge = head + 1;
    }
    int[] children = sentence.children(head);
    for (int child : children) {
      if (child <= head) {
        continue;
      }
      Word word = sentence.word(child);
      if (child == edge + 1 && isPossessive(child)) {
        edge = child;
        continue;
      }
      if (!word.relation().equals("nmod")
          || !isOwnerPhrase(child)
          || !isBelonging(child, description.role())
          || isWhere(head, child, description.role())) {
        continue;
      }
      int marker = sentence.child(child, "case");
      if (marker != edge + 1) {
        continue;
      }
      int[] below = untilLooseMarker(sentence.subtree(child), marker);
      int end = below[below.length - 1];
      if (end - head > WIDTH || end - below[0] + 1 != below.length || !isPlainPhrase(below)) {
        continue;
      }
      edge = end;
    }
    if (edge == head
        && (description.role().inherit()
            || description.role().kind().equals("person") && !description.role().posted()
            || description.role().kind().equals("organisation") && isPlaceAfter(head))) {
      edge = looseOwnerEdge(head, description.role());
    }
    return edge;
  }

  /** "told reporters | in Oslo", "hurt four sailors | in March": where and when it was. */
  private boolean isWhere(int head, int child, Role role) {
    if (words.isCalendar(sentence.word(child).form())) {
      return true;
    }
    Word word = sentence.word(head);
    boolean told =
        word.head() >= 0
            && word.head() < head
            && (word.relation().equals("iobj") || word.relation().equals("obj"))
            && isSaying(sentence, word.head());
    return told && isPlacePhrase(child) && !role.inherit() && !role.relative();
  }

  /** Whether a phrase says whose or where, and not when or in which text. */
  final boolean isBelonging(int child, Role role) {
    Word word = sentence.word(child);
    if (word.upos().equals("PROPN")
        || !word.nameType().isEmpty()
        || roles.find(sentence, child) != null
        || countries.inhabitant(word.form(), language) != null) {
      return true;
    }
    int marker = sentence.child(child, "case");
    return marker >= 0
        && (role.inherit() || role.relative() || role.kind().equals("organisation"))
        && words.isBelongingPreposition(sentence.word(marker).form());
  }

  /** The phrase up to the first preposition that ties nothing: "i FN-styrken | overfor NRK". */
  final int[] untilLooseMarker(int[] below, int marker) {
    for (int i = 0; i < below.length; i++) {
      Word word = sentence.word(below[i]);
      boolean stray =
          word.upos().equals("NOUN")
              && word.nameType().isEmpty()
              && i > 1
              && isCapital(sentence.word(below[i - 1]).form())
              && roles.find(sentence, below[i]) == null;
      if (below[i] > marker
          && (stray || word.upos().equals("ADP") && !words.isOwnerPreposition(word.form()))) {
        return i == 0 ? below : Arrays.copyOf(below, i);
      }
    }
    return below;
  }

  /** "talsmann for de militære" although the tree hangs the phrase on the verb. */
  final int looseOwnerEdge(int head, Role role) {
    int owner = looseOwner(head);
    return owner < 0 || !isBelonging(owner, role) || isWhere(head, owner, role)
        ? head
        : lastBelow(owner);
  }

  /** "utenriksdepartementet i Nairobi": a preposition and a name right after the noun. */
  final boolean isPlaceAfter(int head) {
    return head + 2 < sentence.size()
        && isProper(head + 2)
        && isCapital(sentence.word(head + 2).form());
  }

  final int looseOwner(int head) {
    int marker = head + 1;
    if (marker >= sentence.size()
        || !sentence.word(marker).relation().equals("case")
        || !words.isOwnerPreposition(sentence.word(marker).form())) {
      return -1;
    }
    int noun = sentence.word(marker).head();
    if (noun <= marker || noun - head > 6) {
      return -1;
    }
    int[] below = sentence.subtree(noun);
    return below[0] == marker
            && below[below.length - 1] - marker + 1 == below.length
            && isPlainPhrase(below)
        ? noun
        : -1;
  }

  final boolean isPlainPhrase(int[] wordsBelow) {
    if (wordsBelow.length > 6) {
      return false;
    }
    for (int i : wordsBelow) {
      switch (sentence.word(i).upos()) {
        case "VERB", "AUX", "PUNCT", "SCONJ" -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }
}
