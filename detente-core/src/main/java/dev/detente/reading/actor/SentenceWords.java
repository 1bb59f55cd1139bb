package dev.detente.reading.actor;

import dev.detente.article.Span;
import dev.detente.codebook.world.Countries;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with the tables it is read with, and what can be asked of its single words. The lowest
 * of the layers that find mentions; see {@link MentionFinder}. Confined to one call.
 */
abstract class SentenceWords {
  /** A description takes no more words than this to its left or right. */
  static final int WIDTH = 14;

  final AnalysedArticle article;
  final Sentence sentence;
  final int index;
  final String language;
  final Map<String, String> labels;
  final RoleLexicon roles;
  final ActorWords words;
  final Countries countries;
  final Organisations organisations;
  final OfficeHolders offices;
  final Gazetteer gazetteer;

  /** The mentions found so far. */
  final List<Mention> own = new ArrayList<>();

  /** Words that a name or a title has taken. */
  final boolean[] taken;

  /** Words inside direct speech. */
  final boolean[] quoted;

  SentenceWords(
      AnalysedArticle article,
      int index,
      Map<String, String> labels,
      RoleLexicon roles,
      ActorWords words,
      World world) {
    this.article = article;
    this.sentence = article.sentence(index);
    this.index = index;
    this.language = article.language();
    this.labels = labels;
    this.roles = roles;
    this.words = words;
    this.countries = world.countries();
    this.organisations = world.organisations();
    this.offices = world.offices();
    this.gazetteer = world.gazetteer();
    this.taken = new boolean[sentence.size()];
    this.quoted = Quotes.quoted(sentence);
  }

  final String text(int first, int last) {
    return article.slice(span(first, last));
  }

  final boolean isInitial(int word) {
    String form = sentence.word(word).form();
    return Character.isUpperCase(form.charAt(0))
        && (form.length() == 1 || form.length() == 2 && form.charAt(1) == '.');
  }

  final boolean isProper(int word) {
    return sentence.word(word).upos().equals("PROPN") || !sentence.word(word).nameType().isEmpty();
  }

  /** Whether a word and the next stand without a space between them. */
  final boolean isAdjacent(int word) {
    return word >= 0
        && word + 1 < sentence.size()
        && sentence.word(word).span().end() == sentence.word(word + 1).span().start();
  }

  final boolean isInTables(String form) {
    return countries.name(form, language) != null
        || organisations.name(form, language) != null
        || words.collective(form) != null;
  }

  final boolean isSubject(int word) {
    return sentence.word(word).relation().equals("nsubj");
  }

  final boolean isRole(int word, String kind) {
    Role role = roles.find(sentence, word);
    return role != null && role.kind().equals(kind);
  }

  final boolean isNameType(int word, String type) {
    return word >= 0 && sentence.word(word).nameType().equals(type);
  }

  /** Whether something is told to a word: "sier X til Dagposten", "she told the Ledger". */
  static boolean isToldTo(Sentence sentence, int word, ActorWords words) {
    int verb = sentence.word(word).head();
    if (verb < 0 || !sentence.word(verb).upos().equals("VERB") || !isSaying(sentence, verb)) {
      return false;
    }
    int marker = sentence.child(word, "case");
    return marker >= 0
        ? words.isRecipientPreposition(sentence.word(marker).form())
        : sentence.word(word).relation().equals("iobj") && word > verb;
  }

  /** Whether a verb has what is said beside it. */
  static boolean isSaying(Sentence sentence, int verb) {
    return sentence.child(verb, "ccomp") >= 0
        || sentence.child(verb, "parataxis") >= 0
        || sentence.word(verb).relation().equals("parataxis");
  }

  /** Whether a form has no capital: no part of a name at its end ("al-Assad" has one). */
  static boolean isSmall(String form) {
    return form.equals(form.toLowerCase(Locale.ROOT));
  }

  /** A town that is no usual name of persons. */
  final boolean isTown(String text) {
    GazetteerPlace place = gazetteer.first(text, language);
    return place != null && !place.word() && words.givenName(text) == null;
  }

  final boolean isOutlet(String text) {
    String outlet = article.article().outlet();
    return outlet != null && ResolvedCast.isOutlet(text, outlet);
  }

  final boolean isSeat(String text) {
    return countries.seat(text, language) != null;
  }

  /** The name without genitive ending, its words joined as they stand. */
  final String bareName(int first, int end) {
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
  final boolean isPossessorName(int last) {
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

  final String bare(int index) {
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

  final String bare(Word word) {
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
  final int headOf(int first, int end) {
    for (int i = first; i <= end; i++) {
      int head = sentence.word(i).head();
      if (head < first || head > end) {
        return i;
      }
    }
    return first;
  }

  /** Whether a preposition stands before the name: "toppsjefen i Ryanair". */
  final boolean isPhrase(int head, int first) {
    int marker = sentence.child(head, "case");
    return marker >= 0 && marker < first && sentence.word(marker).upos().equals("ADP");
  }

  final boolean isComma(int word) {
    return word >= 0 && sentence.word(word).form().equals(",");
  }

  final boolean isGenitive(int word) {
    Word noun = sentence.word(word);
    return noun.feat("Case").equals("Gen")
        || (word + 1 < sentence.size() && sentence.word(word + 1).form().equals("'s"));
  }

  final boolean isParticiple(Word word) {
    return word.feat("VerbForm").equals("Part") && !word.relation().equals("root");
  }

  final boolean isPlural(Word word) {
    return roles.isPlural(word);
  }

  final boolean isOwner(int i) {
    Word word = sentence.word(i);
    return word.feat("Case").equals("Gen") || word.feat("Poss").equals("Yes");
  }

  final boolean isPossessive(int child) {
    return words.possessive(sentence.word(child).form()) != null
        && !sentence.word(child).relation().equals("obj");
  }

  final boolean isOwnerRelation(int child) {
    Word word = sentence.word(child);
    if (isPossessive(child)) {
      return true;
    }
    if (word.deprel().equals("nmod:poss") || word.feat("Case").equals("Gen")) {
      return true;
    }
    return word.relation().equals("compound") && !word.upos().equals("ADJ");
  }

  final boolean isOwnerPhrase(int child) {
    int marker = sentence.child(child, "case");
    return marker >= 0 && words.isOwnerPreposition(sentence.word(marker).form());
  }

  final boolean isPlacePhrase(int child) {
    int marker = sentence.child(child, "case");
    return marker >= 0 && words.isPlacePreposition(sentence.word(marker).form());
  }

  final boolean isGenitiveName(int word) {
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

  final int lastBelow(int word) {
    int[] below = sentence.subtree(word);
    return below[below.length - 1];
  }

  final Span span(int first, int last) {
    return new Span(sentence.word(first).span().start(), sentence.word(last).span().end());
  }

  static boolean isCapital(String form) {
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
