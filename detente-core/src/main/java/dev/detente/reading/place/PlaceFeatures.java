package dev.detente.reading.place;

import dev.detente.article.Passage;
import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What speaks for and against a mention being a location: the kind of name, the label that the
 * analysis gave it, its preposition and relation, what stands beside it. Each feature is a short
 * string; place-weights.tsv gives its weight. Immutable and thread-safe.
 */
final class PlaceFeatures {
  private final World world;

  PlaceFeatures(World world) {
    this.world = world;
  }

  List<String> of(AnalysedArticle article, Mention mention) {
    List<String> features = new ArrayList<>(24);
    Sentence sentence = mention.sentence();
    String language = article.language();
    String kind = kind(mention, language);
    features.add("bias");
    features.add("kind=" + kind);
    features.add("source=" + mention.source());

    int headIndex = mention.head();
    Word head = sentence.word(headIndex);
    String label = label(sentence, mention);
    features.add("label=" + label);
    features.add("label=" + label + " kind=" + kind);
    features.add("upos=" + head.upos());

    String preposition = preposition(sentence, headIndex);
    String relation = head.relation();
    if (mention.genitive()) {
      features.add("genitive");
      features.add("genitive kind=" + kind);
    }
    features.add("case=" + preposition);
    features.add("case=" + preposition + " kind=" + kind);
    features.add("rel=" + relation);
    features.add("rel=" + relation + " kind=" + kind);
    if (head.head() >= 0) {
      Word governor = sentence.word(head.head());
      features.add("governor=" + governor.upos() + " rel=" + relation);
      if (preposition.equals("-")) {
        features.add("bare governor=" + governor.upos() + " kind=" + kind);
      }
      features.add("governor lemma=" + governor.lemma().toLowerCase(Locale.ROOT));
      features.add(
          "governor lemma=" + governor.lemma().toLowerCase(Locale.ROOT) + " case=" + preposition);
      if (governor.upos().equals("PROPN") || governor.upos().equals("NOUN")) {
        features.add(
            "governor name="
                + (governor.nameType().isEmpty() ? "O" : governor.nameType())
                + " case="
                + preposition);
      }
    }
    before(sentence, mention, features);
    after(sentence, mention, features);
    if (mention.text().codePoints().noneMatch(Character::isLowerCase)
        && mention.text().length() > 3) {
      features.add("capitals");
      if (mention.first() == 0) {
        // "ATHENS, June 15 -"
        features.add("capitals start");
      }
    }
    if (!mention.places().isEmpty() && mention.places().get(0).word()) {
      features.add("word");
      features.add("word label=" + label);
    }
    Passage passage = article.passageOf(sentence);
    if (passage != null) {
      features.add("passage=" + passage.kind().toString().toLowerCase(Locale.ROOT));
    }
    return features;
  }

  /** The sort of place that the gazetteer knows: country, capital, town by size, region, ... */
  private String kind(Mention mention, String language) {
    if (mention.places().isEmpty()) {
      return "unknown";
    }
    if (mention.source().equals("part")) {
      return "part";
    }
    CountryMatch seat = world.countries().seat(mention.text(), language);
    if (seat != null) {
      return seat.kind() == CountryMatch.Kind.METONYM ? "metonym" : "capital";
    }
    if (world.organisations().name(mention.text(), language) != null) {
      return "organisation";
    }
    GazetteerPlace place = mention.places().get(0);
    return switch (place.precision()) {
      case COUNTRY -> "country";
      case AREA -> "area";
      case POINT ->
          place.weight() > 1_000_000 ? "city" : place.weight() > 50_000 ? "town" : "village";
    };
  }

  private static String label(Sentence sentence, Mention mention) {
    if (mention.source().equals("part")) {
      String type = sentence.word(mention.last()).nameType();
      return type.isEmpty() ? "O" : type;
    }
    Word first = sentence.word(mention.first());
    String type = first.nameType();
    if (type.isEmpty()) {
      for (int i = mention.first(); i <= mention.last(); i++) {
        if (!sentence.word(i).nameType().isEmpty()) {
          return "part-" + sentence.word(i).nameType();
        }
      }
      return "O";
    }
    boolean begins = first.name().startsWith("B-");
    boolean ends =
        mention.last() + 1 >= sentence.size()
            || !sentence.word(mention.last() + 1).name().startsWith("I-");
    return begins && ends ? type : "in-" + type;
  }

  private static String preposition(Sentence sentence, int head) {
    int at = sentence.child(head, "case");
    if (at < 0 || at > head) {
      // A name in apposition: "i hovedstaden Kyiv" has the preposition of the noun before it.
      Word word = sentence.word(head);
      if (word.head() >= 0
          && (word.relation().equals("appos")
              || word.relation().equals("flat")
              || word.relation().equals("conj"))) {
        int above = sentence.child(word.head(), "case");
        if (above >= 0 && above < word.head()) {
          return word.relation() + " " + sentence.word(above).form().toLowerCase(Locale.ROOT);
        }
      }
      return "-";
    }
    return sentence.word(at).form().toLowerCase(Locale.ROOT);
  }

  private static void before(Sentence sentence, Mention mention, List<String> features) {
    if (mention.first() == 0) {
      features.add("starts sentence");
      return;
    }
    Word before = sentence.word(mention.first() - 1);
    features.add("before=" + before.upos());
    if (before.upos().equals("ADP") || before.upos().equals("ADV")) {
      features.add("before word=" + before.form().toLowerCase(Locale.ROOT));
    }
    if (before.upos().equals("PROPN") || before.nameType().equals("PER")) {
      features.add("after name=" + before.nameType());
    }
    if (before.form().equals("-") || before.form().equals("/")) {
      features.add("after hyphen");
    }
  }

  private static void after(Sentence sentence, Mention mention, List<String> features) {
    int next = mention.last() + 1;
    if (next >= sentence.size()) {
      features.add("ends sentence");
      return;
    }
    Word after = sentence.word(next);
    if (after.upos().equals("PUNCT")) {
      features.add("then=" + after.form());
      if (mention.first() == 0) {
        features.add("dateline " + after.form());
      }
    } else {
      features.add("then=" + after.upos());
      if (after.upos().equals("PROPN")
          || (!after.form().isEmpty() && Character.isUpperCase(after.form().codePointAt(0)))) {
        features.add("before name=" + after.nameType());
      }
    }
  }
}
