package dev.detente.reading.actor;

import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.reading.actor.Mention.Syntax;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass over a sentence: names first, then descriptions, peoples and pronouns. */
final class SentenceScan extends Names {
  SentenceScan(
      AnalysedArticle article,
      int index,
      Map<String, String> labels,
      RoleLexicon roles,
      ActorWords words,
      World world) {
    super(article, index, labels, roles, words, world);
  }

  List<Mention> run() {
    for (int i = 0; i < sentence.size(); ) {
      int end = nameEnd(i);
      if (end > i) {
        name(i, end - 1);
        // "Kari X (H)": the letters say whose she is and are nobody themselves.
        i = isPartyBracket(end - 1) ? end + 3 : end;
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
    return new SourceEdges(sentence, own).widened();
  }

  final void other(int i) {
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
  final boolean isAfterNoun(int i) {
    return i > 1
        && isComma(i - 1)
        && (isProper(i - 2) || sentence.word(i - 2).upos().equals("NOUN"));
  }

  final int clauseNoun(int i) {
    return relativeAntecedent(sentence, i);
  }

  final ActorWords.@Nullable Pronoun pronounOf(
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
  final boolean oneOf(int i) {
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

  final void simple(int i, Form form, boolean plural, @Nullable Gender gender) {
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

  final void nominal(int i) {
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
    if (word.upos().equals("ADJ") && !heads && countries.adjective(word.form(), language) != null) {
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
    int determiner = sentence.child(i, "det");
    if (determiner >= 0 && sentence.word(determiner).feat("PronType").equals("Neg")) {
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
        && !roles.isAbstract(word.lemma())
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

  /** In English "the Russian president": an adjective although the form also names a person. */
  final boolean isAdjectiveUse(int i) {
    Word word = sentence.word(i);
    return word.upos().equals("ADJ") && word.relation().equals("amod")
        || word.relation().equals("compound");
  }

  /** An adjective or participle that stands for a person: "de etterlatte", "den siktede". */
  final boolean isNominalHead(Word word) {
    return switch (word.relation()) {
      case "nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos" ->
          word.upos().equals("ADJ") || word.upos().equals("VERB") && isParticiple(word);
      default -> false;
    };
  }

  final void people(int i, CountryMatch match) {
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
}
