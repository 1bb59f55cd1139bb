package dev.detente.reading.actor;

import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.Organisation;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a nominal tells of whom it names, and where it stands in its clause. */
abstract class NominalReading extends NominalEdges {
  NominalReading(
      AnalysedArticle article,
      int index,
      Map<String, String> labels,
      RoleLexicon roles,
      ActorWords words,
      World world) {
    super(article, index, labels, roles, words, world);
  }

  /** The role of a noun that no lexicon knows. */
  final Description unknownRole(int i) {
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

  /**
   * What a role noun tells; null when the word is no role noun. Words from nameFirst to nameLast
   * are the name itself.
   */
  final @Nullable Description describe(int i, int nameFirst, int nameLast) {
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
      CountryMatch seat = parts.isEmpty() ? seatOf(word) : parts.get(0);
      if (seat != null) {
        country = seat.country().code();
      }
    }
    if (role == null) {
      return null;
    }
    if (role.inherit() && sector == null && body == null) {
      sector = sectorOfFirstPart(word, role);
      if (sector == null) {
        sector = sectorOfModifier(i);
      }
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
            owner = role.relative() ? child : ownerOfReflexive(child);
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
    return new Description(i, lemma(i, role), role, country, sector, owner, former);
  }

  /** "foreign minister", "health ministry": the noun with what other languages write in one. */
  private String lemma(int noun, Role role) {
    String lemma = sentence.word(noun).lemma().toLowerCase(Locale.ROOT);
    if (role.entry().endsWith(" " + lemma)) {
      return role.entry();
    }
    int first = noun;
    while (first > 0
        && sentence.word(first - 1).relation().equals("compound")
        && sentence.word(first - 1).head() <= noun
        && sentence.word(first - 1).head() >= first
        && countryOfModifier(first - 1) == null) {
      first--;
    }
    return first == noun ? lemma : text(first, noun - 1).toLowerCase(Locale.ROOT) + " " + lemma;
  }

  /**
   * "Island sin statsminister": the state or organisation right before a reflexive possessive. Of a
   * person the same words mostly say something else ("møtte Lunde sin ...").
   */
  private int ownerOfReflexive(int possessive) {
    ActorWords.Pronoun pronoun = words.possessive(sentence.word(possessive).form());
    if (pronoun == null || !pronoun.reflexive() || possessive == 0) {
      return possessive;
    }
    String name = sentence.word(possessive - 1).form();
    boolean owns =
        isCapital(name)
            && (countries.find(name, language) != null
                || organisations.name(name, language) != null);
    return owns ? possessive - 1 : possessive;
  }

  /** "Kreml-talsmannen": the state whose seat a compound begins with. */
  private @Nullable CountryMatch seatOf(Word word) {
    int hyphen = word.form().indexOf('-');
    return hyphen > 1 && isCapital(word.form())
        ? countries.seat(word.form().substring(0, hyphen), language)
        : null;
  }

  /** "Repsol-sjef": a compound of a name. */
  final boolean isNameCompound(Word word) {
    int hyphen = word.form().indexOf('-');
    return hyphen > 1
        && isCapital(word.form())
        && countries.compound(word.form(), language).isEmpty();
  }

  /** "separatistleder", "student-leder": the sector that the compound's first part gives. */
  final @Nullable String sectorOfFirstPart(Word word, Role role) {
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

  /** "army spokesman", "a defence ministry official": the same where it is a word of its own. */
  private @Nullable String sectorOfModifier(int noun) {
    for (int child : sentence.children(noun)) {
      Word word = sentence.word(child);
      if (child < noun && word.relation().equals("compound")) {
        Organisation body = organisations.name(word.form(), language);
        if (body != null) {
          return body.sector();
        }
        // A "deputy" before another title is no lawmaker.
        Role found = word.nameType().isEmpty() ? roles.find(sentence, child) : null;
        if (found != null
            && !found.inherit()
            && !found.relative()
            && !found.vague()
            && !(found.kind().equals("person") && "LEG".equals(found.sector()))) {
          return found.sector();
        }
      }
    }
    return null;
  }

  final @Nullable String countryOfModifier(int child) {
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

  final Syntax syntax(int head, int first) {
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
  final boolean isMissedSubject(int head) {
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

  final boolean isSpeechVerb(int verb) {
    if (verb < 0) {
      return false;
    }
    Word word = sentence.word(verb);
    return sentence.child(verb, "ccomp") >= 0
        || sentence.child(verb, "parataxis") >= 0
        || word.relation().equals("parataxis");
  }
}
