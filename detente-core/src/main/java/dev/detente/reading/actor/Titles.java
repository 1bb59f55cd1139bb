package dev.detente.reading.actor;

import dev.detente.codebook.world.Organisation;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nouns that title a name or follow it: "statsminister X", "X, the judge", "X i Røde Kors". */
abstract class Titles extends NominalReading {
  Titles(
      AnalysedArticle article,
      int index,
      Map<String, String> labels,
      RoleLexicon roles,
      ActorWords words,
      World world) {
    super(article, index, labels, roles, words, world);
  }

  /** "Per X i Norsk Folkehjelp", "Høyres Jan X": the body that a person belongs to. */
  final @Nullable Description affiliation(int first, int end, int head) {
    Organisation party = bracketEdge(end) > end ? partyOf(end + 2) : null;
    if (party != null) {
      return new Description(
          head, "", Role.AFFILIATION, party.country(), party.sector(), -1, false);
    }
    int owner = -1;
    if (isGenitiveName(first - 1) && !isNameType(first - 1, "PER")) {
      owner = first - 1;
    } else if (bracketEdge(end) > end && isBody(end + 2)) {
      owner = end + 2;
    }
    for (int child : sentence.children(head)) {
      if (owner < 0
          && child > end
          && child - end <= 5
          && sentence.word(child).relation().equals("nmod")
          && isOwnerPhrase(child)
          && isBody(child)) {
        owner = child;
      }
    }
    if (owner < 0) {
      return null;
    }
    return new Description(head, "", Role.AFFILIATION, null, null, owner, false);
  }

  /** Whether a name is followed by the letters of a party in a bracket. */
  final boolean isPartyBracket(int end) {
    return bracketEdge(end) > end && partyOf(end + 2) != null;
  }

  /** "Kari X (H)": the party whose letters stand in the bracket. */
  private @Nullable Organisation partyOf(int word) {
    String key = words.partyOf(sentence.word(word).form());
    return key == null ? null : organisations.byKey(key);
  }

  final boolean isBody(int word) {
    return isNameType(word, "ORG")
        || isCapital(sentence.word(word).form())
            && organisations.name(sentence.word(word).form(), language) != null;
  }

  final boolean isTitled(int first, int end) {
    return titleOf(first, headOf(first, end), Form.PERSON) >= 0;
  }

  /** The noun that titles a name: "statsminister" of "statsminister X"; -1 when there is none. */
  final int titleOf(int first, int head, Form form) {
    Word word = sentence.word(head);
    int governor = word.head();
    boolean related = isTitleRelation(word.relation(), first - governor) && !isPhrase(head, first);
    for (int steps = 0;
        related && governor >= 0 && governor < first && first - governor <= WIDTH && steps < 3;
        steps++) {
      if (isTitleNoun(governor, form) && noVerbBetween(governor, first)) {
        return governor;
      }
      // "Russlands ambassadør til EU, Vladimir X": the name hangs on the last noun before it.
      if (!sentence.word(governor).relation().equals("nmod") || !isComma(first - 1)) {
        break;
      }
      governor = sentence.word(governor).head();
    }
    int before = first - 1;
    while (before >= 0 && words.honorific(sentence.word(before).form()) != null) {
      before--;
    }
    if (before >= 0 && isTitleNoun(before, form) && !isGenitive(before)) {
      Word noun = sentence.word(before);
      // "leder X" but not "møtte lederen X" with an unrelated name: a title is bare, or its
      // own head is the name's.
      if (form == Form.PERSON
          || form == Form.ORGANISATION && isDefinite(before, before)
          || sentence.dominates(before, head)
          || noun.head() == head) {
        return before;
      }
    }
    int distant = distantTitle(first, form);
    if (distant >= 0) {
      return distant;
    }
    // English: "President Joe Biden" with the name as head.
    for (int child : sentence.children(head)) {
      if (child < first && first - child <= 6 && isTitleNoun(child, form)) {
        String relation = sentence.word(child).relation();
        if (relation.equals("appos")
            || relation.equals("compound")
            || relation.equals("flat")
            || relation.equals("nmod") && sentence.word(child).deprel().equals("nmod:desc")) {
          return child;
        }
      }
    }
    return -1;
  }

  /** "presidentens talsperson, Dmitrij Peskov, sa": title, comma, name, whatever the tree says. */
  final int distantTitle(int first, Form form) {
    if (form != Form.PERSON || first < 2) {
      return -1;
    }
    boolean comma = isComma(first - 1);
    if (!comma && !taken[first - 1]) {
      return -1;
    }
    int noun = comma ? first - 2 : first - 1;
    // The phrase that the title governs may stand between: "ambassadør til EU, X".
    for (int steps = 0; steps < 4 && noun >= 0; steps++) {
      if (isTitleNoun(noun, form) && !isPlural(sentence.word(noun)) && !taken[noun]) {
        return comma && (isDefinite(noun, leftEdge(noun)) || isOwned(noun))
                || !comma && noun < first - 2
            ? noun
            : -1;
      }
      String upos = sentence.word(noun).upos();
      if (!upos.equals("PROPN")
          && !upos.equals("ADP")
          && !upos.equals("NOUN")
          && !upos.equals("DET")
          && !upos.equals("ADJ")) {
        return -1;
      }
      noun--;
    }
    return -1;
  }

  /** "its chair", "deira leiar", "the town's mayor". */
  private boolean isOwned(int noun) {
    if (noun > 0
        && (words.possessive(sentence.word(noun - 1).form()) != null
            || isGenitive(noun - 1)
            || isGenitiveName(noun - 1))) {
      return true;
    }
    for (int child : sentence.children(noun)) {
      if (sentence.word(child).deprel().equals("nmod:poss")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "kystvaktens sjef, oberst X", "its chair, Dr X": a title before the comma and another after.
   */
  final int outerTitle(int first, int end) {
    if (first < 2
        || !isComma(first - 1)
        || end + 1 < sentence.size() && sentence.word(end + 1).upos().equals("CCONJ")) {
      return -1;
    }
    return distantTitle(first, Form.PERSON);
  }

  final boolean isTitleRelation(String relation, int distance) {
    return switch (relation) {
      case "flat", "appos" -> true;
      case "nmod", "compound" -> distance <= 2;
      default -> false;
    };
  }

  final boolean isTitleNoun(int word, Form form) {
    String upos = sentence.word(word).upos();
    if (!upos.equals("NOUN") && !upos.equals("PROPN") && !upos.equals("ADJ")) {
      return false;
    }
    Role role = roles.find(sentence, word);
    if (role == null) {
      return form == Form.PERSON
          && upos.equals("NOUN")
          && (isPersonLabelled(word) || isBareTitle(word) || isCommaTitle(word));
    }
    return switch (form) {
      case PERSON ->
          role.kind().equals("person") && (!isPlural(sentence.word(word)) || isListed(word));
      case ORGANISATION, OTHER -> role.kind().equals("organisation") || role.kind().equals("group");
      default -> role.kind().equals("organisation") && sentence.word(word).upos().equals("NOUN");
    };
  }

  /** Whether a word has a coordinated name below it: "presidentene Macron og Putin". */
  final boolean isListed(int word) {
    for (int child : sentence.children(word)) {
      if (sentence.child(child, "conj") >= 0) {
        return true;
      }
    }
    return sentence.child(word, "conj") >= 0;
  }

  /** A derived word before a person's name is a title even when no lexicon knows its head. */
  final boolean isPersonLabelled(int word) {
    return sentence.word(word).nameType().equals("DRV");
  }

  /** A bare noun that a person's name hangs on right after it, whatever it means. */
  final boolean isBareTitle(int word) {
    int next = word + 1;
    return next < sentence.size()
        && sentence.word(next).nameType().equals("PER")
        && sentence.word(next).head() == word
        && (sentence.word(next).relation().equals("flat")
            || sentence.word(next).relation().equals("appos"))
        && !isGenitive(word)
        && !isPlural(sentence.word(word));
  }

  /** "The caretaker, Kari X": a person's name explains a noun that no lexicon knows. */
  private boolean isCommaTitle(int word) {
    if (isPlural(sentence.word(word))
        || isGenitive(word)
        || !sentence.word(word).nameType().isEmpty()
        || roles.isAbstract(sentence.word(word).lemma())) {
      return false;
    }
    for (int child : sentence.children(word)) {
      if (child > word + 1
          && isComma(child - 1)
          && isNameType(child, "PER")
          && sentence.word(child).relation().equals("appos")) {
        return child + 1 < sentence.size();
      }
    }
    return false;
  }

  final boolean noVerbBetween(int first, int last) {
    for (int i = first + 1; i < last; i++) {
      String upos = sentence.word(i).upos();
      if ((upos.equals("VERB") || upos.equals("AUX"))
          && !sentence.word(i).feat("VerbForm").equals("Part")) {
        return false;
      }
    }
    return true;
  }

  /** "partileder og utenriksminister X": the first of two coordinated titles. */
  final int secondTitle(int title) {
    int head = sentence.word(title).head();
    if (sentence.word(title).relation().equals("conj")
        && head >= 0
        && head < title
        && title - head <= 4
        && !hasNameBetween(head, title)
        && isRole(head, "person")) {
      return head;
    }
    return -1;
  }

  final boolean hasNameBetween(int first, int last) {
    for (int i = first + 1; i < last; i++) {
      if (taken[i] || isNameType(i, "PER")) {
        return true;
      }
    }
    return false;
  }

  /** A describing noun after the name: "Peskov, presidentens talsperson"; -1 when there is none. */
  final int appositionOf(int head, int end) {
    for (int child : sentence.children(head)) {
      if (child > end
          && sentence.word(child).relation().equals("appos")
          && !sentence.word(child).upos().equals("VERB")
          && !taken[child]
          && !isPlural(sentence.word(child))
          && isComma(end + 1)
          && leftEdge(child) == end + 2
          && roles.find(sentence, child) != null) {
        return child;
      }
    }
    return -1;
  }
}
