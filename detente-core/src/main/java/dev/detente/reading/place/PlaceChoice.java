package dev.detente.reading.place;

import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of several places of one name an article means: the larger one, unless the article speaks
 * of another's country, names its region beside it ("Birmingham, Alabama") or its country after it
 * ("Tours i Frankrike"). Made for one article; not thread-safe.
 */
final class PlaceChoice {
  private final World world;
  private final AnalysedArticle article;
  private final Map<Integer, List<Mention>> bySentence = new HashMap<>();
  private final @Nullable String onlyCountry;
  private final @Nullable String mostCountry;
  private final List<Mention> placed = new ArrayList<>();
  private final Map<String, Integer> countries = new HashMap<>();

  PlaceChoice(World world, AnalysedArticle article, List<Mention> mentions) {
    this.world = world;
    this.article = article;
    String language = article.language();
    for (Sentence sentence : article.sentences()) {
      for (int i = 0; i < sentence.size(); i++) {
        String tag = sentence.word(i).upos();
        if (!tag.equals("PROPN") && !tag.equals("ADJ") && !tag.equals("NOUN")) {
          continue;
        }
        CountryMatch match = world.countries().find(sentence.word(i).form(), language);
        if (match != null) {
          countries.merge(match.country().code(), 1, Integer::sum);
        }
      }
    }
    for (Mention mention : mentions) {
      List<GazetteerPlace> places = mention.places();
      if (!places.isEmpty()
          && places.get(0).country() != null
          && (places.size() == 1 || places.get(0).precision() == GazetteerPlace.Precision.COUNTRY)
          && mention.last() > mention.first()) {
        countries.merge(places.get(0).country(), 1, Integer::sum);
      }
    }
    String home =
        switch (language) {
          case "nb", "nn" -> "NOR";
          case "da" -> "DNK";
          case "sv" -> "SWE";
          default -> "";
        };
    if (!home.isEmpty()) {
      countries.merge(home, 1, Integer::sum);
    }
    Map<String, Integer> chosen = new TreeMap<>();
    for (Mention mention : mentions) {
      GazetteerPlace place = choose(mention);
      if (place != null && place.country() != null) {
        chosen.merge(place.country(), 1, Integer::sum);
        placed.add(mention);
        bySentence.computeIfAbsent(mention.sentenceIndex(), key -> new ArrayList<>()).add(mention);
      }
    }
    onlyCountry = chosen.size() == 1 ? chosen.keySet().iterator().next() : null;
    mostCountry = most(chosen);
  }

  /** The country counted most often; null when there is none or another is counted as often. */
  private static @Nullable String most(Map<String, Integer> counted) {
    String most = null;
    int times = 0;
    for (Map.Entry<String, Integer> entry : counted.entrySet()) {
      if (entry.getValue() >= times) {
        most = entry.getValue() == times ? null : entry.getKey();
        times = entry.getValue();
      }
    }
    return most;
  }

  /** The place that a mention most likely names; null when the gazetteer knows none. */
  @Nullable GazetteerPlace choose(Mention mention) {
    List<GazetteerPlace> places = mention.places();
    if (places.size() < 2) {
      return places.isEmpty() ? null : places.get(0);
    }
    String named = named(mention);
    GazetteerPlace best = places.get(0);
    double bestScore = Double.NEGATIVE_INFINITY;
    for (GazetteerPlace place : places) {
      double score = Math.log10(place.weight() + 10.0);
      String country = place.country();
      if (country != null) {
        score += Math.min(3, countries.getOrDefault(country, 0)) * 0.9;
        if (country.equals(named)) {
          score += 6;
        }
      }
      if (score > bestScore) {
        best = place;
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * The country named right after a mention: "Tours i Frankrike", "Birmingham, Alabama"; null if
   * none.
   */
  private @Nullable String named(Mention mention) {
    Sentence sentence = mention.sentence();
    int next = mention.last() + 1;
    if (next + 1 >= sentence.size()) {
      return null;
    }
    boolean linked =
        sentence.word(next).form().equals(",")
            || sentence.word(next).form().equals("(")
            || (sentence.word(next).upos().equals("ADP")
                && sentence.word(next + 1).relation().equals("nmod"));
    if (!linked) {
      return null;
    }
    for (int length = 3; length >= 1; length--) {
      if (next + length < sentence.size()) {
        String text =
            article.slice(
                sentence.word(next + 1).span().union(sentence.word(next + length).span()));
        CountryMatch match = world.countries().name(text, article.language());
        if (match != null) {
          return match.country().code();
        }
        GazetteerPlace region = world.gazetteer().first(text, article.language());
        if (region != null && region.precision() == GazetteerPlace.Precision.AREA) {
          return region.country();
        }
      }
    }
    return null;
  }

  /**
   * The country that a place unknown to the gazetteer most likely lies in: that of the nearest
   * place in its sentence, else the one country that all places of the article lie in, else the one
   * that most of them lie in if the place named last before it does too; null when the article does
   * not say.
   */
  @Nullable String countryOf(Mention unknown) {
    String nearest = null;
    int distance = Integer.MAX_VALUE;
    for (Mention mention : bySentence.getOrDefault(unknown.sentenceIndex(), List.of())) {
      GazetteerPlace place = choose(mention);
      int apart = Math.abs(mention.first() - unknown.first());
      if (place != null && place.country() != null && apart < distance) {
        nearest = place.country();
        distance = apart;
      }
    }
    if (nearest != null || onlyCountry != null) {
      return nearest != null ? nearest : onlyCountry;
    }
    String before = countryBefore(unknown);
    return before != null && before.equals(mostCountry) ? before : null;
  }

  /** The country of the place named last before a mention, or of the article's first place. */
  private @Nullable String countryBefore(Mention unknown) {
    Mention last = null;
    for (Mention mention : placed) {
      if (last != null && mention.span().start() >= unknown.span().start()) {
        break;
      }
      last = mention;
    }
    GazetteerPlace place = last == null ? null : choose(last);
    return place == null ? null : place.country();
  }
}
