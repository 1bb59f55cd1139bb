package dev.detente.reading.link;

import dev.detente.codebook.Codebook;
import dev.detente.reading.link.LinkPairs.Pair;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which statement denies, rejects, confirms, repeats or answers which. Each pair of
 * statements that stand near enough is scored by {@link LinkScore}; a statement keeps its best
 * link. Immutable and thread-safe.
 */
public final class LinkReader {
  private final LinkPairs finder;
  private final LinkScore score;

  public LinkReader(Codebook codebook) {
    this.finder = new LinkPairs(codebook);
    this.score = LinkScore.load(codebook);
  }

  /** Links of a record ordered by their source's place in the text; those it has are ignored. */
  public List<Link> read(ArticleRecord record) {
    List<Link> links = new ArrayList<>();
    List<Pair> pairs = finder.pairs(record);
    int start = 0;
    while (start < pairs.size()) {
      int end = start + 1;
      while (end < pairs.size() && pairs.get(end).from() == pairs.get(start).from()) {
        end++;
      }
      Link link = best(pairs.subList(start, end));
      if (link != null) {
        links.add(link);
      }
      start = end;
    }
    return links;
  }

  /** The most probable link of those of one source; null when none is probable enough. */
  private @Nullable Link best(List<Pair> pairs) {
    LinkStatement from = pairs.get(0).from();
    List<LinkScore.Candidate> candidates = new ArrayList<>(pairs.size());
    for (Pair pair : pairs) {
      candidates.add(new LinkScore.Candidate(pair.to(), pair.between()));
    }
    List<Map<Relation, Double>> probabilities = score.probabilities(from, candidates);
    Link best = null;
    double bestMargin = 0;
    for (int i = 0; i < pairs.size(); i++) {
      for (Map.Entry<Relation, Double> entry : probabilities.get(i).entrySet()) {
        Relation relation = entry.getKey();
        double margin = entry.getValue() / score.threshold(relation);
        if (margin >= 1 && margin > bestMargin) {
          bestMargin = margin;
          best =
              new Link(
                  from.id(),
                  relation,
                  pairs.get(i).to().id(),
                  rounded(score.confidence(relation, entry.getValue())),
                  why(pairs.get(i), relation));
        }
      }
    }
    return best;
  }

  private static String why(Pair pair, Relation relation) {
    return String.format(
        Locale.ROOT,
        "link:%s %s>%s distance %d",
        relation.label(),
        pair.from().act().label(),
        pair.to().act().label(),
        pair.between().distance());
  }

  private static double rounded(double probability) {
    return Math.round(probability * 100) / 100.0;
  }
}
