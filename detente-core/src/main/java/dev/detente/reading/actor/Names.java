package dev.detente.reading.actor;

import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where names begin and end, of what kind they are, and the mentions they make. */
abstract class Names extends Titles {
  /** Words after the town of a dateline among which it is looked for its end. */
  private static final int LONGEST_DATELINE = 12;

  /** One past the last word of the sentence's dateline; 0 when it has none. */
  private int dateline;

  Names(
      AnalysedArticle article,
      int index,
      Map<String, String> labels,
      RoleLexicon roles,
      ActorWords words,
      World world) {
    super(article, index, labels, roles, words, world);
  }

  /** One past the name that begins at this word; the word itself when none begins. */
  final int nameEnd(int start) {
    Word word = sentence.word(start);
    String type = word.nameType();
    if (isGivenName(start)) {
      return joinedEnd(start, nameEnd(start + 1));
    }
    int phrase = knownPhraseEnd(start);
    if (phrase > start) {
      return phrase;
    }
    if (type.isEmpty() || type.equals("DRV")) {
      return joinedEnd(start, unlabelledNameEnd(start));
    }
    int end = start + 1;
    while (end < sentence.size()
        && sentence.word(end).name().startsWith("I-")
        && sameClass(type, sentence.word(end).nameType())) {
      end++;
    }
    // A name that the labels cut short goes on over its flat words.
    while (end < sentence.size()
        && sentence.word(end).relation().equals("flat")
        && sentence.word(end).head() >= start
        && sentence.word(end).head() < end
        && isCapital(sentence.word(end).form())) {
      end++;
    }
    return joinedEnd(start, end);
  }

  /** One past a name of several words that the tables know, whatever the labels say. */
  final int knownPhraseEnd(int start) {
    if (!isCapital(sentence.word(start).form())
        || sentence.word(start).nameType().equals("PER")
            && start + 1 < sentence.size()
            && sentence.word(start + 1).name().equals("I-PER")) {
      return start;
    }
    for (int end = Math.min(sentence.size(), start + 6); end > start + 1; end--) {
      if (!Character.isLetterOrDigit(sentence.word(end - 1).form().codePointAt(0))) {
        continue;
      }
      String text = NameForm.plain(text(start, end - 1));
      if (organisations.name(text, language) != null
          || countries.name(text, language) != null
          || isSeat(text)) {
        return end;
      }
    }
    return start;
  }

  /** "Israel Katz": a first name under another label, with the rest of the name flat below it. */
  final boolean isGivenName(int word) {
    int next = word + 1;
    return next < sentence.size()
        && isCapital(sentence.word(word).form())
        && !sentence.word(word).nameType().equals("PER")
        && sentence.word(word).upos().equals("PROPN")
        && sentence.word(next).name().equals("B-PER")
        && sentence.word(next).head() == word
        && sentence.word(next).relation().equals("flat");
  }

  /** A name that goes on over a hyphen or a particle: "al-Assad", "Frank-Walter", "von der X". */
  final int joinedEnd(int start, int end) {
    if (end == start) {
      return end;
    }
    int joined = end;
    while (joined < sentence.size()) {
      int next = joined;
      if (isInitial(next) && next + 1 < sentence.size()) {
        next += sentence.word(next + 1).form().equals(".") ? 2 : 1;
        if (next >= sentence.size() || !isCapital(sentence.word(next).form()) || !isProper(next)) {
          break;
        }
        next++;
      } else if (sentence.word(next).form().equals(".")
          && isInitial(next - 1)
          && next - 1 > start
          && next + 1 < sentence.size()
          && isCapital(sentence.word(next + 1).form())
          && isProper(next + 1)) {
        next += 2;
      } else if (sentence.word(next).form().equals("-")
          && isAdjacent(next - 1)
          && next + 1 < sentence.size()
          && isAdjacent(next)
          && (isCapital(sentence.word(next + 1).form()) || isNameType(joined - 1, "PER"))) {
        next += 2;
      } else {
        boolean common = words.isCommonParticle(sentence.word(next).form());
        while (next < sentence.size()
            && next - joined < 3
            && words.isNameParticle(sentence.word(next).form())) {
          next++;
          if (next + 1 < sentence.size()
              && sentence.word(next).form().equals("-")
              && isAdjacent(next - 1)) {
            next++;
          }
        }
        if (next == joined
            || next >= sentence.size()
            || !isCapital(sentence.word(next).form())
            || !(common ? isPartOfPerson(next) : isProper(next))) {
          break;
        }
        next++;
      }
      joined = next;
      while (joined < sentence.size() && sentence.word(joined).name().startsWith("I-")) {
        joined++;
      }
    }
    return joined;
  }

  /** A capital after a particle that is labelled as a person's or not labelled at all. */
  final boolean isPartOfPerson(int word) {
    String type = sentence.word(word).nameType();
    return type.equals("PER")
        || type.isEmpty()
            && sentence.word(word).upos().equals("PROPN")
            && sentence.word(word).relation().equals("flat");
  }

  /** "sa han til Dagsnytt", "she told the Ledger": a capital where only somebody can stand. */
  final boolean isTold(int word) {
    return word > 0
        && isCapital(sentence.word(word).form())
        && !sentence.word(word).upos().equals("VERB")
        && roles.find(sentence, word) == null
        && isToldTo(sentence, word, words);
  }

  /** Whether a word that something is told to whoever stands after it stands right before. */
  private boolean isAddressed(int word) {
    return word > 0 && words.isRecipientPreposition(sentence.word(word - 1).form());
  }

  /** A word that nothing labels but that the tables know as a name. */
  final boolean isKnown(int word) {
    String form = NameForm.plain(sentence.word(word).form());
    return switch (sentence.word(word).upos()) {
      case "ADP", "PRON", "DET", "ADV", "CCONJ", "SCONJ", "PART", "AUX", "VERB" -> false;
      case "PROPN" -> isInTables(form) || isSeat(form);
      default ->
          word == 0
              ? isInTables(form) || isSeat(form) && isSubject(word)
              : isTitleNoun(word - 1, Form.ORGANISATION) && isInTables(form);
    };
  }

  final boolean sameClass(String first, String second) {
    return first.equals(second)
        || (first.startsWith("GPE") && second.startsWith("GPE"))
        || second.equals("LOC") && first.startsWith("GPE");
  }

  final int unlabelledNameEnd(int start) {
    int end = start;
    if (isCapital(sentence.word(start).form())
        && sentence.word(start).nameType().isEmpty()
        && (labels.containsKey(sentence.word(start).form())
            || labels.containsKey(bare(sentence.word(start)))
            || isKnown(start)
            || isTold(start))) {
      return start + 1;
    }
    while (end < sentence.size()) {
      Word word = sentence.word(end);
      boolean proper =
          word.upos().equals("PROPN") && word.nameType().isEmpty() && isCapital(word.form());
      if (!proper) {
        break;
      }
      end++;
    }
    // Titles are no part of the name, and a title alone is no name.
    while (end > start
        && (isRole(start, "person") || words.honorific(sentence.word(start).form()) != null)
        && end - start >= 1) {
      return start;
    }
    return end;
  }

  final void name(int start, int stop) {
    int first = start;
    int end = stop;
    while (end > first
        && isSmall(sentence.word(end).form())
        && isNameType(end, "PER")
        && !sentence.word(end - 1).form().equals("-")) {
      end--;
    }
    Form form = formOf(first, end);
    if (form == Form.PERSON) {
      // A title that the label took into the name: "President Macron".
      while (first < end
          && (isRole(first, "person") || words.honorific(sentence.word(first).form()) != null)) {
        first++;
      }
    }
    if (isNoName(first, end, form)) {
      return;
    }
    String text = bareName(first, end);
    if (first == end && form != Form.PERSON && (isInstitution(first, text) || isOffice(first, text))
        || first == end && isPeople(first)
        || (first == end || end == first + 1 && sentence.word(first).upos().equals("DET"))
            && isDemonym(end)) {
      return;
    }
    if (form == Form.OTHER) {
      form = known(text, first, end);
    }
    if (form == null) {
      return;
    }
    if (isDateline(start, end)) {
      if (start == 0) {
        dateline(end);
      }
      return;
    }
    int head = headOf(first, end);
    List<Description> descriptions = new ArrayList<>();
    int mentionFirst = first;
    int mentionLast = end;
    Gender gender = null;
    int title = titleOf(first, head, form);
    if (title >= 0) {
      Description description = describe(title, first, end);
      if (description == null) {
        description = unknownRole(title);
      }
      if (description != null) {
        descriptions.add(description);
        gender = description.role().gender();
      }
      mentionFirst = Math.min(leftEdge(title), modifierEdge(title, end));
      int second = secondTitle(title);
      if (second >= 0) {
        Description more = describe(second, first, end);
        if (more != null) {
          descriptions.add(more);
          mentionFirst = Math.min(mentionFirst, leftEdge(second));
        }
      }
    } else {
      mentionFirst = form == Form.PERSON ? honorificEdge(first) : articleEdge(first, head);
    }
    int outer = form == Form.PERSON ? outerTitle(mentionFirst, end) : -1;
    if (outer >= 0) {
      Description description = describe(outer, first, end);
      if (description != null) {
        descriptions.add(description);
        mentionFirst = leftEdge(outer);
        taken[outer] = true;
      }
    }
    if (first > 0) {
      Gender honorific = words.honorific(sentence.word(first - 1).form());
      gender = honorific == null ? gender : honorific;
    }
    int apposition = appositionOf(head, end);
    if (apposition >= 0) {
      Description description = describe(apposition, first, end);
      if (description != null) {
        descriptions.add(description);
        gender = gender == null ? description.role().gender() : gender;
        if (form == Form.PERSON && title < 0) {
          mentionLast = rightEdge(apposition, description);
          taken[apposition] = true;
        }
      }
    }
    Description affiliation = form == Form.PERSON ? affiliation(first, end, head) : null;
    if (affiliation != null) {
      descriptions.add(affiliation);
      if (title < 0 && affiliation.owner() >= 0 && affiliation.owner() == mentionFirst - 1) {
        mentionFirst--;
      }
    }
    if (form == Form.PERSON && gender == null) {
      gender = words.givenName(sentence.word(first).form());
    }
    mentionLast = mentionLast == end ? bracketEdge(end) : mentionLast;
    int governor = title >= 0 ? title : head;
    for (int i = title >= 0 ? title : first; i <= end; i++) {
      if (i == title || i >= first) {
        taken[i] = true;
      }
    }
    own.add(
        new Mention(
            index,
            governor,
            mentionFirst,
            mentionLast,
            span(mentionFirst, mentionLast),
            form,
            text,
            first,
            end,
            descriptions,
            false,
            true,
            gender,
            syntax(governor, first),
            quoted[head]));
  }

  /**
   * What a label took for a name: a month, the first words of a title ("Turkish Defence | Minister
   * X"), a people ("Rwandan Hutus").
   */
  private boolean isNoName(int first, int end, @Nullable Form form) {
    String start = sentence.word(first).form();
    if (first == end
        && words.isCalendar(start)
        && !labels.containsKey(start)
        && !isHonoured(first)
        && !isTitled(first, end)) {
      return true;
    }
    if (countries.adjective(start, language) == null
        || words.givenName(start) != null
        || isInTables(bareName(first, end))) {
      return false;
    }
    if (form == Form.PERSON && !isTitled(first, end)) {
      return true;
    }
    int next = end + 1;
    return next < sentence.size()
        && (isRole(next, "person") && sentence.dominates(next, end)
            || first == end && sentence.word(next).upos().equals("CCONJ") && isAdjective(first));
  }

  private boolean isAdjective(int word) {
    return sentence.word(word).upos().equals("ADJ");
  }

  /** "Mr X", "Lady Y". */
  final boolean isHonoured(int first) {
    return first > 0 && words.honorific(sentence.word(first - 1).form()) != null;
  }

  /** "KYIV (NTB):", "KYIV — ", "MOSCOW, April 18 (Reuters) -": where a report is sent from. */
  final boolean isDateline(int start, int end) {
    if (end < dateline) {
      return true;
    }
    if (start != 0 || end + 1 >= sentence.size() || !NameForm.isAllCapitals(text(start, end))) {
      return false;
    }
    boolean sent =
        switch (sentence.word(end + 1).form()) {
          case "(", "—", "–", ",", ":" -> organisations.name(text(start, end), language) == null;
          default -> false;
        };
    if (sent) {
      dateline = datelineEnd(end + 1);
    }
    return sent;
  }

  /** The town that a report is sent from: a place that tells where the report is set. */
  private void dateline(int end) {
    String town = bareName(0, end);
    String name = town.charAt(0) + town.substring(1).toLowerCase(Locale.ROOT);
    own.add(
        new Mention(
            index,
            0,
            0,
            end,
            span(0, end),
            Form.PLACE,
            name,
            0,
            end,
            List.of(),
            false,
            true,
            null,
            Mention.Syntax.LOCATION,
            false));
  }

  /** The dash or colon that closes a dateline with a bracket; where it begins if nothing does. */
  private int datelineEnd(int from) {
    boolean bracket = false;
    for (int i = from; i < sentence.size() && i < from + LONGEST_DATELINE; i++) {
      switch (sentence.word(i).form()) {
        case ")" -> bracket = true;
        case "-", "—", "–", ":" -> {
          return bracket ? i : from;
        }
        default -> {}
      }
    }
    return from;
  }

  final Form formOf(int first, int end) {
    String type = sentence.word(first).nameType();
    if (first == end && (type.isEmpty() || type.equals("PROD") || type.equals("EVT"))) {
      // A surname that was labelled once, or taken for a thing's name here.
      type = labels.getOrDefault(sentence.word(first).form(), type);
      type = labels.getOrDefault(bare(sentence.word(first)), type);
    }
    String text = bareName(first, end);
    if (countries.name(text, language) != null) {
      return Form.PLACE;
    }
    boolean vague =
        switch (type) {
          case "", "PROD", "EVT" -> true;
          case "LOC", "GPE_LOC" -> !isSeat(text) && gazetteer.first(text, language) == null;
          default -> false;
        };
    if (vague && (isTold(end) || words.mediaName(text) != null && isAddressed(first))) {
      return Form.ORGANISATION;
    }
    boolean titled = !type.isEmpty() && isTitled(first, end);
    boolean body = organisations.name(text, language) != null;
    if (!body && hasAge(end) && isPersonalName(first, end)) {
      return Form.PERSON;
    }
    return switch (type) {
      case "PER" -> {
        if (titled) {
          yield Form.PERSON;
        }
        if (first > 0
            && isTitleNoun(first - 1, Form.ORGANISATION)
            && titleOf(first, headOf(first, end), Form.ORGANISATION) == first - 1) {
          yield Form.ORGANISATION;
        }
        if (!body && isThing(first, end)) {
          yield Form.OTHER;
        }
        boolean town =
            first == end
                ? isTown(text)
                : gazetteer.first(text, language) != null
                    && words.givenName(sentence.word(first).form()) == null;
        yield isSeat(text) || town
            ? Form.PLACE
            : body || isOutlet(text) || isAcronym(first, end) ? Form.ORGANISATION : Form.PERSON;
      }
      case "ORG" -> {
        if (isSeat(text) || !body && !titled && first == end && isTown(text)) {
          yield Form.PLACE;
        }
        boolean person =
            !body
                && (titled
                    || end > first
                        && (words.givenName(sentence.word(first).form()) != null
                            || "PER".equals(labels.get(sentence.word(end).form())))
                        && isPersonalName(first, end)
                    || !offices.ofPerson(text, null).isEmpty());
        yield person ? Form.PERSON : Form.ORGANISATION;
      }
      case "GPE_LOC", "GPE_ORG", "LOC" -> {
        if (body && countries.find(text, language) == null) {
          yield Form.ORGANISATION;
        }
        boolean person =
            end > first
                && !isSeat(text)
                && isPersonalName(first, end)
                && (words.givenName(sentence.word(first).form()) != null
                    || titled
                    || appositionOf(headOf(first, end), end) >= 0
                        && isRole(appositionOf(headOf(first, end), end), "person"));
        yield person && gazetteer.first(text, language) == null ? Form.PERSON : Form.PLACE;
      }
      default -> Form.OTHER;
    };
  }

  /** "the Maria X": a person's name that stands alone has no article. */
  final boolean isThing(int first, int end) {
    if (first == 0) {
      return false;
    }
    Word before = sentence.word(first - 1);
    int governor = sentence.word(headOf(first, end)).head();
    return before.upos().equals("DET")
        && before.feat("PronType").equals("Art")
        && before.feat("Definite").equals("Def")
        && before.head() >= first
        && before.head() <= end
        && governor < first;
  }

  /** Two to five capitals in a sentence that has small letters too. */
  final boolean isAcronym(int first, int end) {
    String form = sentence.word(first).form();
    if (first != end || form.length() < 2 || form.length() > 5 || !NameForm.isAllCapitals(form)) {
      return false;
    }
    for (int i = 0; i < sentence.size(); i++) {
      if (isSmall(sentence.word(i).form())) {
        return true;
      }
    }
    return false;
  }

  /** Whether all words of a name could be a person's: none is a noun with a meaning. */
  final boolean isPersonalName(int first, int end) {
    for (int i = first; i <= end; i++) {
      if (roles.find(sentence, i) != null || !isCapital(sentence.word(i).form())) {
        return false;
      }
    }
    return end - first <= 3;
  }

  /** "the Icelandic trawler" under a name's label: an adjective before its noun. */
  final boolean isDemonym(int word) {
    return countries.adjective(sentence.word(word).form(), language) != null
        && word + 1 < sentence.size()
        && sentence.word(word + 1).upos().equals("NOUN")
        && !isCapital(sentence.word(word + 1).form());
  }

  /** "Palestinians" under a name's label. */
  final boolean isPeople(int word) {
    CountryMatch people = countries.inhabitant(sentence.word(word).form(), language);
    return people != null && people.plural();
  }

  /** "The town's MP" under a name's label: what a person is, in capitals. */
  final boolean isOffice(int word, String text) {
    Role role = roles.find(sentence, word);
    return role != null
        && role.kind().equals("person")
        && role.whole()
        && organisations.name(text, language) == null;
  }

  /** "Regjeringen", "Politiet": a role noun with a capital, read as a description. */
  final boolean isInstitution(int word, String text) {
    Role role = roles.find(sentence, word);
    return role != null
        && !role.kind().equals("person")
        && (role.domestic() || role.whole())
        && isGeneric(organisations.name(text, language));
  }

  /** What an unlabelled name is; null when it is nothing that could act. */
  final @Nullable Form known(String text, int first, int end) {
    if (countries.name(text, language) != null || isSeat(text) || words.collective(text) != null) {
      return Form.PLACE;
    }
    if (organisations.name(text, language) != null) {
      return Form.ORGANISATION;
    }
    if (first == end && countries.inhabitant(sentence.word(first).form(), language) != null) {
      return null;
    }
    String type = sentence.word(first).nameType();
    if (type.equals("EVT") || type.equals("PROD")) {
      // "avisen Fjordposten": what it is called tells more than the label.
      int body = titleOf(first, headOf(first, end), Form.ORGANISATION);
      return body >= 0 && body == first - 1 ? Form.ORGANISATION : null;
    }
    int title = titleOf(first, headOf(first, end), Form.PERSON);
    if (title >= 0 || isHonoured(first)) {
      return Form.PERSON;
    }
    if (end > first
        && words.givenName(sentence.word(first).form()) != null
        && !isThing(first, end)) {
      return Form.PERSON;
    }
    Role role = roles.find(sentence, end);
    if (role != null && !role.kind().equals("organisation")) {
      return null;
    }
    return Form.OTHER;
  }
}
