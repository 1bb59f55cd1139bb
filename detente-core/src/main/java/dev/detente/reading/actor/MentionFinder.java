package dev.detente.reading.actor;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.world.Countries;
import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.Gazetteer;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.OfficeHolders;
import dev.detente.codebook.world.Organisation;
import dev.detente.codebook.world.Organisations;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.reading.actor.Mention.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words that may refer to actors: names with their titles and appositions, descriptions,
 * peoples and pronouns. Looks at one sentence at a time. Immutable and thread-safe.
 */
final class MentionFinder {
  /** A description takes no more words than this to its left or right. */
  private static final int WIDTH = 14;

  private final RoleLexicon roles;
  private final ActorWords words;
  private final Countries countries;
  private final Organisations organisations;
  private final OfficeHolders offices;
  private final Gazetteer gazetteer;

  MentionFinder(RoleLexicon roles, ActorWords words, World world) {
    this.roles = roles;
    this.words = words;
    this.countries = world.countries();
    this.organisations = world.organisations();
    this.offices = world.offices();
    this.gazetteer = world.gazetteer();
  }

  /** The mentions of an article, ordered by sentence and head. */
  List<Mention> find(AnalysedArticle article) {
    List<Mention> found = new ArrayList<>();
    List<Sentence> sentences = article.sentences();
    Map<String, String> labels = labels(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      Passage passage = article.passageOf(sentences.get(i));
      if (passage == null || isRead(passage.kind())) {
        new Scan(article, i, found, labels).run();
      }
    }
    return found;
  }

  /**
   * The type that each single word of a name has elsewhere in the article: a name that is labelled
   * once is a name wherever it stands with a capital.
   */
  private static Map<String, String> labels(List<Sentence> sentences) {
    Map<String, String> labels = new HashMap<>();
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        Word word = sentence.word(i);
        boolean last = i + 1 >= sentence.size() || !sentence.word(i + 1).name().startsWith("I-");
        if (last
            && (word.nameType().equals("PER") || word.nameType().equals("ORG"))
            && isCapital(word.form())
            && word.form().length() > 2
            && (word.name().startsWith("B-") || word.nameType().equals("PER"))) {
          labels.putIfAbsent(word.form(), word.nameType());
        }
      }
    }
    return labels;
  }

  private static boolean isRead(PassageKind kind) {
    return switch (kind) {
      case CREDIT, BYLINE, NOTICE -> false;
      default -> true;
    };
  }

  /** One pass over a sentence. */
  private final class Scan {
    private final AnalysedArticle article;
    private final Sentence sentence;
    private final int index;
    private final String language;
    private final List<Mention> found;
    private final List<Mention> own = new ArrayList<>();
    private final boolean[] taken;
    private final boolean[] quoted;
    private final Map<String, String> labels;

    Scan(AnalysedArticle article, int index, List<Mention> found, Map<String, String> labels) {
      this.labels = labels;
      this.article = article;
      this.sentence = article.sentence(index);
      this.index = index;
      this.language = article.language();
      this.found = found;
      this.taken = new boolean[sentence.size()];
      this.quoted = Quotes.quoted(sentence);
    }

    void run() {
      for (int i = 0; i < sentence.size(); ) {
        int end = nameEnd(i);
        if (end > i) {
          name(i, end - 1);
          i = end;
        } else {
          i++;
        }
      }
      for (int i = 0; i < sentence.size(); i++) {
        if (!taken[i]) {
          other(i);
        }
      }
      own.sort(Comparator.comparingInt(Mention::head).thenComparingInt(Mention::first));
      found.addAll(own);
    }

    // --- names --------------------------------------------------------------------------------

    /** One past the name that begins at this word; the word itself when none begins. */
    private int nameEnd(int start) {
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
    private int knownPhraseEnd(int start) {
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
    private boolean isGivenName(int word) {
      int next = word + 1;
      return next < sentence.size()
          && isCapital(sentence.word(word).form())
          && !sentence.word(word).nameType().equals("PER")
          && sentence.word(word).upos().equals("PROPN")
          && sentence.word(next).name().equals("B-PER")
          && sentence.word(next).head() == word
          && sentence.word(next).relation().equals("flat");
    }

    private String text(int first, int last) {
      return article.slice(span(first, last));
    }

    /** A name that goes on over a hyphen or a particle: "al-Assad", "Frank-Walter", "von der X". */
    private int joinedEnd(int start, int end) {
      if (end == start) {
        return end;
      }
      int joined = end;
      while (joined < sentence.size()) {
        int next = joined;
        if (isInitial(next) && next + 1 < sentence.size()) {
          next += sentence.word(next + 1).form().equals(".") ? 2 : 1;
          if (next >= sentence.size()
              || !isCapital(sentence.word(next).form())
              || !isProper(next)) {
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

    private boolean isInitial(int word) {
      String form = sentence.word(word).form();
      return Character.isUpperCase(form.charAt(0))
          && (form.length() == 1 || form.length() == 2 && form.charAt(1) == '.');
    }

    /** A capital after a particle that is labelled as a person's or not labelled at all. */
    private boolean isPartOfPerson(int word) {
      String type = sentence.word(word).nameType();
      return type.equals("PER")
          || type.isEmpty()
              && sentence.word(word).upos().equals("PROPN")
              && sentence.word(word).relation().equals("flat");
    }

    private boolean isProper(int word) {
      return sentence.word(word).upos().equals("PROPN")
          || !sentence.word(word).nameType().isEmpty();
    }

    /** Whether a word and the next stand without a space between them. */
    private boolean isAdjacent(int word) {
      return word >= 0
          && word + 1 < sentence.size()
          && sentence.word(word).span().end() == sentence.word(word + 1).span().start();
    }

    /** A word that nothing labels but that the tables know as a name. */
    private boolean isKnown(int word) {
      String form = NameForm.plain(sentence.word(word).form());
      return switch (sentence.word(word).upos()) {
        case "ADP", "PRON", "DET", "ADV", "CCONJ", "SCONJ", "PART", "AUX", "VERB" -> false;
        case "PROPN" -> isInTables(form) || isSeat(form);
        default -> word == 0 && (isInTables(form) || isSeat(form) && isSubject(word));
      };
    }

    private boolean isInTables(String form) {
      return countries.name(form, language) != null
          || organisations.name(form, language) != null
          || words.collective(form) != null;
    }

    private boolean isSubject(int word) {
      return sentence.word(word).relation().equals("nsubj");
    }

    private boolean sameClass(String first, String second) {
      return first.equals(second)
          || (first.startsWith("GPE") && second.startsWith("GPE"))
          || second.equals("LOC") && first.startsWith("GPE");
    }

    private int unlabelledNameEnd(int start) {
      int end = start;
      if (isCapital(sentence.word(start).form())
          && sentence.word(start).nameType().isEmpty()
          && (labels.containsKey(sentence.word(start).form()) || isKnown(start))) {
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
      while (end > start && isRole(start, "person") && end - start >= 1) {
        return start;
      }
      return end;
    }

    private boolean isRole(int word, String kind) {
      Role role = roles.find(sentence, word);
      return role != null && role.kind().equals(kind);
    }

    private void name(int start, int stop) {
      int first = start;
      int end = stop;
      while (end > first && isSmall(sentence.word(end).form()) && isNameType(end, "PER")) {
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
      String text = bareName(first, end);
      if (first == end && form != Form.PERSON && isInstitution(first, text)
          || first == end && isPeople(first)) {
        return;
      }
      if (form == Form.OTHER) {
        form = known(text, first, end);
      }
      if (form == null || isDateline(start, end)) {
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
        mentionFirst = leftEdge(title);
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
        if (title < 0 && affiliation.owner() == mentionFirst - 1) {
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

    /** "KYIV (NTB):", "KYIV — ": the place that a report is sent from. */
    private boolean isDateline(int start, int end) {
      if (start != 0 || end + 1 >= sentence.size() || !NameForm.isAllCapitals(text(start, end))) {
        return false;
      }
      return switch (sentence.word(end + 1).form()) {
        case "(", "—", "–", ",", ":" -> organisations.name(text(start, end), language) == null;
        default -> false;
      };
    }

    /** "Per X i Norsk Folkehjelp", "Høyres Jan X": the body that a person belongs to. */
    private @Nullable Description affiliation(int first, int end, int head) {
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

    private boolean isBody(int word) {
      return isNameType(word, "ORG")
          || isCapital(sentence.word(word).form())
              && organisations.name(sentence.word(word).form(), language) != null;
    }

    private boolean isNameType(int word, String type) {
      return word >= 0 && sentence.word(word).nameType().equals(type);
    }

    /** Whether a form has no capital: no part of a name at its end ("al-Assad" has one). */
    private static boolean isSmall(String form) {
      return form.equals(form.toLowerCase(Locale.ROOT));
    }

    private Form formOf(int first, int end) {
      String type = sentence.word(first).nameType();
      if (type.isEmpty() && first == end) {
        type = labels.getOrDefault(sentence.word(first).form(), "");
      }
      String text = bareName(first, end);
      if (countries.name(text, language) != null) {
        return Form.PLACE;
      }
      boolean titled = !type.isEmpty() && isTitled(first, end);
      boolean body = organisations.name(text, language) != null;
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
          yield first == end && (isSeat(text) || isTown(text))
              ? Form.PLACE
              : body || isOutlet(text) ? Form.ORGANISATION : Form.PERSON;
        }
        case "ORG" -> {
          if (isSeat(text)) {
            yield Form.PLACE;
          }
          boolean person =
              !body
                  && (titled
                      || end > first
                          && words.givenName(sentence.word(first).form()) != null
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

    /** A town that is no usual name of persons. */
    private boolean isTown(String text) {
      GazetteerPlace place = gazetteer.first(text, language);
      return place != null && !place.word() && words.givenName(text) == null;
    }

    private boolean isOutlet(String text) {
      String outlet = article.article().outlet();
      return outlet != null && ResolvedCast.isOutlet(text, outlet);
    }

    /** Whether all words of a name could be a person's: none is a noun with a meaning. */
    private boolean isPersonalName(int first, int end) {
      for (int i = first; i <= end; i++) {
        if (roles.find(sentence, i) != null || !isCapital(sentence.word(i).form())) {
          return false;
        }
      }
      return end - first <= 3;
    }

    /** "Palestinians" under a name's label. */
    private boolean isPeople(int word) {
      CountryMatch people = countries.inhabitant(sentence.word(word).form(), language);
      return people != null && people.plural();
    }

    /** "Regjeringen", "Politiet": a role noun with a capital, read as a description. */
    private boolean isInstitution(int word, String text) {
      Role role = roles.find(sentence, word);
      return role != null
          && !role.kind().equals("person")
          && (role.domestic() || role.whole())
          && isGeneric(organisations.name(text, language));
    }

    private boolean isSeat(String text) {
      return countries.seat(text, language) != null;
    }

    private boolean isTitled(int first, int end) {
      return titleOf(first, headOf(first, end), Form.PERSON) >= 0;
    }

    /** What an unlabelled name is; null when it is nothing that could act. */
    private @Nullable Form known(String text, int first, int end) {
      if (countries.name(text, language) != null
          || isSeat(text)
          || words.collective(text) != null) {
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
        return null;
      }
      int title = titleOf(first, headOf(first, end), Form.PERSON);
      if (title >= 0) {
        return Form.PERSON;
      }
      if (end > first && words.givenName(sentence.word(first).form()) != null) {
        return Form.PERSON;
      }
      Role role = roles.find(sentence, end);
      if (role != null && !role.kind().equals("organisation")) {
        return null;
      }
      return Form.OTHER;
    }

    /** The name without genitive ending, its words joined as they stand. */
    private String bareName(int first, int end) {
      StringBuilder name = new StringBuilder();
      for (int i = first; i <= end; i++) {
        Word word = sentence.word(i);
        if (i > first && sentence.word(i - 1).span().end() < word.span().start()) {
          name.append(' ');
        }
        name.append(i == end ? bare(i) : word.form());
      }
      return NameForm.plain(name.toString());
    }

    /** Whether a name stands as possessor before a noun that it depends on. */
    private boolean isPossessorName(int last) {
      int first = last;
      while (first > 0 && sentence.word(first).name().startsWith("I-")) {
        first--;
      }
      Word head = sentence.word(headOf(first, last));
      return head.head() > last
          && head.relation().equals("nmod")
          && last + 1 < sentence.size()
          && (sentence.word(last + 1).upos().equals("NOUN")
              || sentence.word(last + 1).upos().equals("ADJ"));
    }

    private String bare(int index) {
      Word word = sentence.word(index);
      String bare = bare(word);
      if (bare.equals(word.form())
          && !language.equals("en")
          && bare.endsWith("s")
          && bare.length() > 3
          && !labels.containsKey(bare + "s")
          && isPossessorName(index)) {
        return bare.substring(0, bare.length() - 1);
      }
      return bare;
    }

    private String bare(Word word) {
      String form = NameForm.plain(word.form());
      if (language.equals("en")) {
        return form.endsWith("'s") ? form.substring(0, form.length() - 2) : form;
      }
      if (form.endsWith("'s") || form.endsWith(":s")) {
        return form.substring(0, form.length() - 2);
      }
      if (form.endsWith("'")) {
        return form.substring(0, form.length() - 1);
      }
      if (form.length() >= 3
          && form.endsWith("s")
          && Character.isUpperCase(form.charAt(form.length() - 2))) {
        return form.substring(0, form.length() - 1);
      }
      if (form.endsWith("s") && form.length() > 3) {
        String stem = form.substring(0, form.length() - 1);
        if (word.feat("Case").equals("Gen")
            || word.lemma().equals(stem)
            || word.feat("Case").isEmpty() && labels.containsKey(stem)) {
          return stem;
        }
      }
      return form;
    }

    /** The word of a stretch that the others hang on. */
    private int headOf(int first, int end) {
      for (int i = first; i <= end; i++) {
        int head = sentence.word(i).head();
        if (head < first || head > end) {
          return i;
        }
      }
      return first;
    }

    /** The noun that titles a name: "statsminister" of "statsminister X"; -1 when there is none. */
    private int titleOf(int first, int head, Form form) {
      Word word = sentence.word(head);
      int governor = word.head();
      boolean related =
          isTitleRelation(word.relation(), first - governor) && !isPhrase(head, first);
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

    /**
     * "presidentens talsperson, Dmitrij Peskov, sa": title, comma, name, whatever the tree says.
     */
    private int distantTitle(int first, Form form) {
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
          return comma && isDefinite(noun, leftEdge(noun)) || !comma && noun < first - 2
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

    /** Whether a preposition stands before the name: "toppsjefen i Ryanair". */
    private boolean isPhrase(int head, int first) {
      int marker = sentence.child(head, "case");
      return marker >= 0 && marker < first && sentence.word(marker).upos().equals("ADP");
    }

    private boolean isComma(int word) {
      return word >= 0 && sentence.word(word).form().equals(",");
    }

    private boolean isTitleRelation(String relation, int distance) {
      return switch (relation) {
        case "flat", "appos" -> true;
        case "nmod", "compound" -> distance <= 2;
        default -> false;
      };
    }

    private boolean isTitleNoun(int word, Form form) {
      String upos = sentence.word(word).upos();
      if (!upos.equals("NOUN") && !upos.equals("PROPN") && !upos.equals("ADJ")) {
        return false;
      }
      Role role = roles.find(sentence, word);
      if (role == null) {
        return form == Form.PERSON
            && upos.equals("NOUN")
            && (isPersonLabelled(word) || isBareTitle(word));
      }
      return switch (form) {
        case PERSON ->
            role.kind().equals("person") && (!isPlural(sentence.word(word)) || isListed(word));
        case ORGANISATION, OTHER ->
            role.kind().equals("organisation") || role.kind().equals("group");
        default -> role.kind().equals("organisation") && sentence.word(word).upos().equals("NOUN");
      };
    }

    /** Whether a word has a coordinated name below it: "presidentene Macron og Putin". */
    private boolean isListed(int word) {
      for (int child : sentence.children(word)) {
        if (sentence.child(child, "conj") >= 0) {
          return true;
        }
      }
      return sentence.child(word, "conj") >= 0;
    }

    /** A derived word before a person's name is a title even when no lexicon knows its head. */
    private boolean isPersonLabelled(int word) {
      return sentence.word(word).nameType().equals("DRV");
    }

    /** A bare noun that a person's name hangs on right after it, whatever it means. */
    private boolean isBareTitle(int word) {
      int next = word + 1;
      return next < sentence.size()
          && sentence.word(next).nameType().equals("PER")
          && sentence.word(next).head() == word
          && sentence.word(next).relation().equals("flat")
          && !isGenitive(word)
          && !isPlural(sentence.word(word));
    }

    private boolean isGenitive(int word) {
      Word noun = sentence.word(word);
      return noun.feat("Case").equals("Gen")
          || (word + 1 < sentence.size() && sentence.word(word + 1).form().equals("'s"));
    }

    private boolean noVerbBetween(int first, int last) {
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
    private int secondTitle(int title) {
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

    private boolean hasNameBetween(int first, int last) {
      for (int i = first + 1; i < last; i++) {
        if (taken[i] || isNameType(i, "PER")) {
          return true;
        }
      }
      return false;
    }

    /**
     * A describing noun after the name: "Peskov, presidentens talsperson"; -1 when there is none.
     */
    private int appositionOf(int head, int end) {
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

    private int honorificEdge(int first) {
      return first > 0 && words.honorific(sentence.word(first - 1).form()) != null
          ? first - 1
          : first;
    }

    /** "den islamske staten": articles and adjectives that belong to a name; English "the". */
    private int articleEdge(int first, int head) {
      if (first > 0
          && sentence.word(first - 1).upos().equals("DET")
          && sentence.word(first - 1).head() == head
          && language.equals("en")) {
        return first - 1;
      }
      return first;
    }

    /** "Huitfeldt (Ap)", "Den afrikanske unionen (AU)": the bracket belongs to the mention. */
    private int bracketEdge(int last) {
      if (last + 3 < sentence.size() + 0
          && sentence.word(last + 1).form().equals("(")
          && sentence.word(last + 3).form().equals(")")
          && (isCapital(sentence.word(last + 2).form()) || isAge(sentence.word(last + 2).form()))) {
        return last + 3;
      }
      return last;
    }

    private boolean isAge(String form) {
      return form.length() <= 2 && Character.isDigit(form.charAt(0));
    }

    // --- descriptions, peoples, pronouns
    // ----------------------------------------------------------

    private void other(int i) {
      Word word = sentence.word(i);
      if (oneOf(i)) {
        return;
      }
      switch (word.upos()) {
        case "PRON", "DET" -> {
          CountryMatch people = i == 0 ? countries.inhabitant(word.form(), language) : null;
          if (people != null && people.definite() && people.plural()) {
            people(i, people);
            return;
          }
          if (words.isRelative(word.form()) && (clauseNoun(i) >= 0 || isAfterNoun(i))) {
            simple(i, Form.RELATIVE, false, null);
            return;
          }
          ActorWords.Pronoun personal =
              word.upos().equals("PRON") ? words.pronoun(word.form()) : null;
          ActorWords.Pronoun possessive = words.possessive(word.form());
          ActorWords.Pronoun pronoun = pronounOf(word, personal, possessive);
          if (pronoun != null) {
            simple(i, Form.PRONOUN, pronoun.plural(), pronoun.gender());
          }
        }
        case "NOUN", "PROPN", "ADJ", "VERB", "X" -> nominal(i);
        default -> {}
      }
    }

    /** ", who": right after a nominal and a comma, whatever the tree says. */
    private boolean isAfterNoun(int i) {
      return i > 1
          && isComma(i - 1)
          && (isProper(i - 2) || sentence.word(i - 2).upos().equals("NOUN"));
    }

    private int clauseNoun(int i) {
      return relativeAntecedent(sentence, i);
    }

    private ActorWords.@Nullable Pronoun pronounOf(
        Word word, ActorWords.@Nullable Pronoun personal, ActorWords.@Nullable Pronoun possessive) {
      if (personal == null) {
        return possessive;
      }
      if (possessive == null) {
        return personal;
      }
      String relation = word.relation();
      return relation.equals("nmod") || relation.equals("det") ? possessive : personal;
    }

    /** "en av livvaktene", "mange av naboene": a member or a part of a group. */
    private boolean oneOf(int i) {
      Word word = sentence.word(i);
      boolean one = words.isOne(word.form());
      if (!one && !words.isCounting(word.form())) {
        return false;
      }
      for (int child : sentence.children(i)) {
        int marker = sentence.child(child, "case");
        if (child > i
            && marker == i + 1
            && words.isPartitive(sentence.word(marker).form())
            && sentence.word(child).relation().equals("nmod")) {
          Description description = describe(child, -1, -1);
          if (description == null || description.role().kind().equals("organisation")) {
            return false;
          }
          int last = Math.max(child, rightEdge(child, description));
          own.add(
              new Mention(
                  index,
                  i,
                  i,
                  last,
                  span(i, last),
                  Form.NOMINAL,
                  "",
                  -1,
                  -1,
                  List.of(description),
                  !one,
                  false,
                  null,
                  syntax(i, i),
                  quoted[i]));
          return true;
        }
      }
      return false;
    }

    private void simple(int i, Form form, boolean plural, @Nullable Gender gender) {
      own.add(
          new Mention(
              index,
              i,
              i,
              i,
              sentence.word(i).span(),
              form,
              "",
              -1,
              -1,
              List.of(),
              plural,
              true,
              gender,
              syntax(i, i),
              quoted[i]));
    }

    private void nominal(int i) {
      Word word = sentence.word(i);
      boolean noun = word.upos().equals("NOUN") || word.upos().equals("PROPN");
      boolean heads = isNominalHead(word);
      if (heads || noun) {
        CountryMatch people = countries.inhabitant(word.form(), language);
        if (people != null && (noun || people.plural()) && !isAdjectiveUse(i)) {
          people(i, people);
          return;
        }
      }
      if (word.upos().equals("ADJ")
          && !heads
          && countries.adjective(word.form(), language) != null) {
        simple(i, Form.ADJECTIVE, false, null);
        return;
      }
      if (!noun && !heads) {
        return;
      }
      if (word.relation().equals("flat")
          || word.relation().equals("compound")
          || word.form().endsWith("-")) {
        return;
      }
      int marker = sentence.child(i, "case");
      if (marker < 0) {
        marker = sentence.child(i, "mark");
      }
      if (marker >= 0 && words.isRoleMarker(sentence.word(marker).form())) {
        return;
      }
      Description description = describe(i, -1, -1);
      if (description == null
          && word.upos().equals("NOUN")
          && !NameForm.isAllCapitals(word.form())
          && syntax(i, i) == Syntax.SPEAKER) {
        description = unknownRole(i);
      }
      if (description == null) {
        return;
      }
      Role role = description.role();
      if (word.upos().equals("VERB") && !role.whole()) {
        return;
      }
      boolean plural =
          role.plural() || isPlural(word) || role.kind().equals("group") && !role.vague();
      int first = leftEdge(i);
      int last = rightEdge(i, description);
      own.add(
          new Mention(
              index,
              i,
              first,
              last,
              span(first, last),
              Form.NOMINAL,
              "",
              -1,
              -1,
              List.of(description),
              plural,
              isDefinite(i, first),
              role.gender(),
              syntax(i, first),
              quoted[i]));
    }

    /** The role of a noun that no lexicon knows. */
    private Description unknownRole(int i) {
      Word word = sentence.word(i);
      Role role = Role.unknown(word.lemma().toLowerCase(Locale.ROOT), isPlural(word));
      String country = null;
      int owner = -1;
      for (int child : sentence.children(i)) {
        if (child < i && country == null) {
          country = countryOfModifier(child);
        }
        if (child < i && isOwnerRelation(child)) {
          owner = child;
        }
      }
      return new Description(i, role.entry(), role, country, null, owner, false);
    }

    /** In English "the Russian president": an adjective although the form also names a person. */
    private boolean isAdjectiveUse(int i) {
      Word word = sentence.word(i);
      return word.upos().equals("ADJ") && word.relation().equals("amod")
          || word.relation().equals("compound");
    }

    /** An adjective or participle that stands for a person: "de etterlatte", "den siktede". */
    private boolean isNominalHead(Word word) {
      return switch (word.relation()) {
        case "nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos" ->
            word.upos().equals("ADJ") || word.upos().equals("VERB") && isParticiple(word);
        default -> false;
      };
    }

    private boolean isParticiple(Word word) {
      return word.feat("VerbForm").equals("Part") && !word.relation().equals("root");
    }

    private void people(int i, CountryMatch match) {
      int first = leftEdge(i);
      Word word = sentence.word(i);
      boolean plural = match.plural() || isPlural(word);
      boolean definite =
          match.definite() || word.feat("Definite").equals("Def") || isDefinite(i, first);
      own.add(
          new Mention(
              index,
              i,
              first,
              i,
              span(first, i),
              Form.PEOPLE,
              "",
              -1,
              -1,
              List.of(),
              plural,
              definite,
              null,
              syntax(i, first),
              quoted[i]));
    }

    private boolean isPlural(Word word) {
      return roles.isPlural(word);
    }

    private boolean isDefinite(int head, int first) {
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

    private boolean isOwner(int i) {
      Word word = sentence.word(i);
      return word.feat("Case").equals("Gen") || word.feat("Poss").equals("Yes");
    }

    /**
     * What a role noun tells; null when the word is no role noun. Words from nameFirst to nameLast
     * are the name itself.
     */
    private @Nullable Description describe(int i, int nameFirst, int nameLast) {
      Word word = sentence.word(i);
      Role role = roles.find(sentence, i);
      String country = null;
      String sector = null;
      Organisation body =
          role != null && role.posted() ? null : organisations.compound(word.form(), language);
      if (body != null) {
        country = body.country();
        sector = body.sector();
      } else {
        List<CountryMatch> parts = countries.compound(word.form(), language);
        if (!parts.isEmpty()) {
          country = parts.get(0).country().code();
        }
      }
      if (role == null) {
        return null;
      }
      if (role.inherit() && sector == null && body == null) {
        sector = sectorOfFirstPart(word, role);
      }
      if (sector == null && body == null && role.firm() && isNameCompound(word)) {
        sector = "BUS";
      }
      int owner = -1;
      boolean former = false;
      int prepositional = -1;
      for (int child : sentence.children(i)) {
        if (child >= nameFirst && child <= nameLast) {
          continue;
        }
        Word dependent = sentence.word(child);
        switch (dependent.relation()) {
          case "amod", "compound", "det", "nmod", "flat", "appos", "nummod" -> {
            if (words.isFormer(dependent.form())) {
              former = true;
            }
            if (country == null && child < i) {
              country = countryOfModifier(child);
            }
            if (child < i && isOwnerRelation(child)) {
              owner = child;
            } else if (child > i && isPossessive(child)) {
              owner = child;
            } else if (child > i
                && dependent.relation().equals("nmod")
                && isOwnerPhrase(child)
                && !(role.posted() && isPlacePhrase(child))) {
              prepositional = prepositional < 0 ? child : prepositional;
            }
          }
          default -> {}
        }
      }
      int edge = leftEdge(i);
      if (owner < 0 && edge < i && isGenitiveName(edge)) {
        owner = edge;
      } else if (owner < 0 && isGenitiveName(edge - 1)) {
        owner = edge - 1;
      }
      if (country == null && role.home() && owner < 0 && prepositional < 0) {
        country = words.domestic();
      }
      if (owner < 0) {
        owner = prepositional < 0 && role.inherit() ? looseOwner(i) : prepositional;
      }
      return new Description(
          i, word.lemma().toLowerCase(Locale.ROOT), role, country, sector, owner, former);
    }

    private boolean isPossessive(int child) {
      return words.possessive(sentence.word(child).form()) != null
          && !sentence.word(child).relation().equals("obj");
    }

    private boolean isOwnerRelation(int child) {
      Word word = sentence.word(child);
      if (isPossessive(child)) {
        return true;
      }
      if (word.deprel().equals("nmod:poss") || word.feat("Case").equals("Gen")) {
        return true;
      }
      return word.relation().equals("compound") && !word.upos().equals("ADJ");
    }

    private boolean isOwnerPhrase(int child) {
      int marker = sentence.child(child, "case");
      return marker >= 0 && words.isOwnerPreposition(sentence.word(marker).form());
    }

    /** "Repsol-sjef": a compound of a name. */
    private boolean isNameCompound(Word word) {
      int hyphen = word.form().indexOf('-');
      return hyphen > 1
          && isCapital(word.form())
          && countries.compound(word.form(), language).isEmpty();
    }

    /** "separatistleder", "student-leder": the sector that the compound's first part gives. */
    private @Nullable String sectorOfFirstPart(Word word, Role role) {
      String lemma = word.lemma().toLowerCase(Locale.ROOT);
      int cut = lemma.lastIndexOf(role.entry());
      if (cut < 4) {
        return null;
      }
      String first = lemma.substring(0, cut);
      if (first.endsWith("-")) {
        first = first.substring(0, first.length() - 1);
      }
      Role found = roles.find(first, first);
      return found == null || found.inherit() || found.relative() ? null : found.sector();
    }

    private boolean isPlacePhrase(int child) {
      int marker = sentence.child(child, "case");
      return marker >= 0 && words.isPlacePreposition(sentence.word(marker).form());
    }

    private @Nullable String countryOfModifier(int child) {
      Word word = sentence.word(child);
      CountryMatch match = countries.adjective(word.form(), language);
      if (match == null && word.relation().equals("compound")) {
        match = countries.find(word.form(), language);
        if (match == null) {
          Organisation body = organisations.name(word.form(), language);
          return body == null ? null : body.country();
        }
      }
      return match == null ? null : match.country().code();
    }

    /** First word of the nominal: its article, adjectives, numbers and possessor. */
    private int leftEdge(int head) {
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
    private int approximateEdge(int edge) {
      if (!sentence.word(edge).upos().equals("NUM")) {
        return edge;
      }
      int first = edge;
      while (first > 0
          && edge - first < 4
          && words.isApproximator(sentence.word(first - 1).form())
          && !taken[first - 1]) {
        first--;
      }
      return first;
    }

    /** A name in the genitive right before the nominal belongs to it, whatever the tree says. */
    private int genitiveEdge(int edge) {
      int before = edge - 1;
      if (!isGenitiveName(before) || sentence.word(edge).upos().equals("DET")) {
        return edge;
      }
      while (before > 0 && sentence.word(before).name().startsWith("I-")) {
        before--;
      }
      return before;
    }

    private boolean isGenitiveName(int word) {
      if (word < 0 || language.equals("en")) {
        return false;
      }
      Word name = sentence.word(word);
      return isCapital(name.form())
          && (name.upos().equals("PROPN")
              || !name.nameType().isEmpty()
              || organisations.name(name.form(), language) != null)
          && !bare(word).equals(name.form())
          && (name.feat("Case").equals("Gen")
              || isPossessorName(word)
              || !name.nameType().isEmpty()
              || organisations.name(name.form(), language) != null);
    }

    /**
     * "også presidenten", "i hvert fall ministeren": small words that are no part of the nominal.
     */
    private boolean isLooseStart(int i) {
      return switch (sentence.word(i).upos()) {
        case "ADP", "ADV", "CCONJ", "SCONJ", "PART" -> {
          int next = i + 1;
          while (next < sentence.size() && sentence.word(next).upos().equals("ADV")
              || next < sentence.size() && sentence.word(next).upos().equals("ADP")) {
            next++;
          }
          String upos = sentence.word(next).upos();
          yield !upos.equals("NUM")
              && !(upos.equals("ADJ") && sentence.word(i).relation().equals("advmod"));
        }
        default -> false;
      };
    }

    /** A finite verb, or an "og" that joins no parts of a compound and no adjectives. */
    private boolean isBreak(int i) {
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

    private boolean isInnerMark(String form) {
      return form.equals("-") || form.equals(",");
    }

    /** The child of head that the word is or stands under. */
    private int topBelow(int head, int word) {
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

    private boolean isPremodifier(Word word) {
      return switch (word.relation()) {
        case "det", "amod", "nummod", "nmod", "compound", "flat", "appos" -> true;
        default -> false;
      };
    }

    /** Last word of a description: the phrases after it that say of whom or of where. */
    private int rightEdge(int head, Description description) {
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
            || !isBelonging(child, description.role())) {
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
        edge = looseOwnerEdge(head);
      }
      return edge;
    }

    /** Whether a phrase says whose or where, and not when or in which text. */
    private boolean isBelonging(int child, Role role) {
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
    private int[] untilLooseMarker(int[] below, int marker) {
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
    private int looseOwnerEdge(int head) {
      int owner = looseOwner(head);
      return owner < 0 ? head : lastBelow(owner);
    }

    /** "utenriksdepartementet i Nairobi": a preposition and a name right after the noun. */
    private boolean isPlaceAfter(int head) {
      return head + 2 < sentence.size()
          && isProper(head + 2)
          && isCapital(sentence.word(head + 2).form());
    }

    private int looseOwner(int head) {
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

    private int lastBelow(int word) {
      int[] below = sentence.subtree(word);
      return below[below.length - 1];
    }

    private boolean isPlainPhrase(int[] wordsBelow) {
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

    // --- place in the clause ---------------------------------------------------------------------

    private Syntax syntax(int head, int first) {
      Word word = sentence.word(head);
      String relation = word.relation();
      int at = head;
      for (int steps = 0; relation.equals("conj") && steps < 20; steps++) {
        at = word.head();
        if (at < 0) {
          break;
        }
        word = sentence.word(at);
        relation = word.relation();
      }
      int marker = sentence.child(head, "case");
      if (relation.equals("nsubj") || marker < 0 && isMissedSubject(at)) {
        return isSpeechVerb(word.head()) ? Syntax.SPEAKER : Syntax.SUBJECT;
      }
      if (word.deprel().equals("nmod:poss") || isOwner(head) || isPossessive(head)) {
        return Syntax.POSSESSOR;
      }
      if (marker < 0 && at != head) {
        marker = sentence.child(at, "case");
      }
      if (marker >= 0 && words.isSourcePreposition(sentence.word(marker).form())) {
        return Syntax.SPEAKER;
      }
      if (marker >= 0) {
        return words.isPlacePreposition(sentence.word(marker).form())
            ? Syntax.LOCATION
            : Syntax.OTHER;
      }
      return switch (relation) {
        case "obj", "iobj" -> Syntax.OBJECT;
        default -> Syntax.OTHER;
      };
    }

    /** A bare nominal right beside a verb that has no other subject. */
    private boolean isMissedSubject(int head) {
      Word word = sentence.word(head);
      int verb = word.head();
      if (verb < 0 || sentence.child(verb, "nsubj") >= 0) {
        return false;
      }
      boolean bare = word.relation().equals("obl") || word.relation().equals("dep");
      return bare
          && sentence.word(verb).upos().equals("VERB")
          && sentence.word(verb).feat("VerbForm").equals("Fin")
          && Math.abs(verb - head) <= WIDTH;
    }

    private boolean isSpeechVerb(int verb) {
      if (verb < 0) {
        return false;
      }
      Word word = sentence.word(verb);
      return sentence.child(verb, "ccomp") >= 0
          || sentence.child(verb, "parataxis") >= 0
          || word.relation().equals("parataxis");
    }

    private Span span(int first, int last) {
      return new Span(sentence.word(first).span().start(), sentence.word(last).span().end());
    }
  }

  private static boolean isCapital(String form) {
    return !form.isEmpty() && Character.isUpperCase(form.codePointAt(0));
  }

  /** The noun that the relative clause of a word belongs to; -1 when it stands in none. */
  static int relativeAntecedent(Sentence sentence, int word) {
    int at = word;
    for (int steps = 0; at >= 0 && steps < 4; steps++) {
      if (sentence.word(at).deprel().equals("acl:relcl")
          || at != word && sentence.word(at).relation().equals("acl")) {
        int noun = sentence.word(at).head();
        return noun < word ? noun : -1;
      }
      at = sentence.word(at).head();
    }
    // ", who": the nominal right before the comma.
    boolean comma = word > 1 && sentence.word(word - 1).form().equals(",");
    return comma ? word - 2 : -1;
  }

  /** A ministry or force that every country has one of, and no name of one only. */
  static boolean isGeneric(@Nullable Organisation body) {
    return body == null
        || switch (body.kind()) {
          case "ministry", "military", "court", "police" -> true;
          default -> false;
        };
  }
}
