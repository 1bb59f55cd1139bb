package dev.detente.reading.place;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Place;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the places of an article: names of locations, with where they lie and how exactly.
 *
 * <p>Names are found in the gazetteer and by the analysis; whether a name stands for a location or
 * for a government ("Moskva svarte") is weighed from its preposition, relation and neighbours;
 * which of several places of a name is meant is chosen by size and by the countries the article
 * speaks of. Immutable and thread-safe; time grows linearly with the text.
 */
public final class PlaceReader {
  private final Codebook codebook;
  private final World world;
  private final MentionFinder finder;
  private final PlaceFeatures features;
  private final PlaceScorer scorer;
  private final Map<String, PlaceLexicon> lexicons = new ConcurrentHashMap<>();

  public PlaceReader(Codebook codebook, World world) {
    this.codebook = codebook;
    this.world = world;
    this.finder = new MentionFinder(world);
    this.features = new PlaceFeatures(world);
    this.scorer = new PlaceScorer(codebook);
  }

  /** A mention with its features: what the weights are fitted on. */
  record Weighed(Mention mention, List<String> features, double score) {}

  /** All mentions of the article with their weights, but for those within what tells when. */
  List<Weighed> weigh(AnalysedArticle article, List<TimeExpression> times) {
    List<Weighed> weighed = new ArrayList<>();
    for (Mention mention : finder.find(article, lexicon(article.language()))) {
      if (times.stream().anyMatch(time -> time.span().contains(mention.span()))) {
        continue;
      }
      List<String> found = features.of(article, mention);
      weighed.add(new Weighed(mention, found, scorer.score(found)));
    }
    return weighed;
  }

  private PlaceLexicon lexicon(String language) {
    return lexicons.computeIfAbsent(
        Codebook.folderOf(language), folder -> new PlaceLexicon(codebook, folder));
  }

  /**
   * Places in order of the text, one per distinct text (capitals or not).
   *
   * @param times the article's time expressions: "in March" is no town
   */
  public List<Place> read(AnalysedArticle article, List<TimeExpression> times) {
    List<Weighed> weighed = weigh(article, times);
    List<Mention> mentions = weighed.stream().map(Weighed::mention).toList();
    PlaceChoice choice = new PlaceChoice(world, article, mentions);
    Map<String, Weighed> best = new LinkedHashMap<>();
    for (Weighed candidate : weighed) {
      if (candidate.score() > 0) {
        best.putIfAbsent(candidate.mention().text().toLowerCase(Locale.ROOT), candidate);
      }
    }
    List<Place> places = new ArrayList<>();
    for (Weighed candidate : best.values()) {
      Mention mention = candidate.mention();
      GazetteerPlace place = choice.choose(mention);
      String why =
          "place:" + mention.source() + String.format(Locale.ROOT, " %.1f", candidate.score());
      String id = "p" + (places.size() + 1);
      if (place == null) {
        places.add(
            new Place(
                id,
                mention.span(),
                mention.text(),
                choice.countryOf(mention),
                null,
                null,
                "point",
                why));
      } else {
        places.add(
            new Place(
                id,
                mention.span(),
                place.name(),
                place.country(),
                place.lat(),
                place.lon(),
                place.precision().label(),
                why));
      }
    }
    return places;
  }
}
