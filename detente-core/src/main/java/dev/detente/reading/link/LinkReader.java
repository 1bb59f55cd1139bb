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
import java.util.Set;

/**
 * Finds which statement denies, rejects, confirms, repeats or answers which. Each pair of
 * statements that stand near enough is scored by {@link LinkScore}; a statement keeps its best link
 * of each contest. Immutable and thread-safe.
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
      links.addAll(best(pairs.subList(start, end)));
      start = end;
    }
    return links;
  }

  /** A link that may be given, and how far its probability is above what it needs. */
  private record Found(Pair pair, Relation relation, double probability, double margin) {}

  /** The most probable links of those of one source, one of each contest at most. */
  private List<Link> best(List<Pair> pairs) {
    LinkStatement from = pairs.get(0).from();
    List<LinkScore.Candidate> candidates = new ArrayList<>(pairs.size());
    for (Pair pair : pairs) {
      candidates.add(new LinkScore.Candidate(pair.to(), pair.between()));
    }
    List<Map<Relation, Double>> probabilities = score.probabilities(from, candidates);
    List<Found> kept = new ArrayList<>();
    for (Set<Relation> contest : LinkScore.CONTESTS) {
      Found best = null;
      for (int i = 0; i < pairs.size(); i++) {
        for (Relation relation : contest) {
          double probability = probabilities.get(i).getOrDefault(relation, 0.0);
          double margin = probability / score.threshold(relation);
          if (margin >= 1 && (best == null || margin > best.margin())) {
            best = new Found(pairs.get(i), relation, probability, margin);
          }
        }
      }
      if (best != null) {
        kept.add(best);
      }
    }
    // One relation a pair.
    if (kept.size() == 2 && kept.get(0).pair().equals(kept.get(1).pair())) {
      kept.remove(kept.get(0).margin() < kept.get(1).margin() ? 0 : 1);
    }
    return kept.stream().map(this::link).toList();
  }

  private Link link(Found found) {
    return new Link(
        found.pair().from().id(),
        found.relation(),
        found.pair().to().id(),
        rounded(score.confidence(found.relation(), found.probability())),
        why(found.pair(), found.relation()));
  }

  /** The acts, the distance, and which of the model's features spoke most for the link. */
  private String why(Pair pair, Relation relation) {
    return String.format(
        Locale.ROOT,
        "link:%s %s>%s distance %d (%s)",
        relation.label(),
        pair.from().act().label(),
        pair.to().act().label(),
        pair.between().distance(),
        String.join(
            "; ",
            score.reasons(
                pair.from(), new LinkScore.Candidate(pair.to(), pair.between()), relation)));
  }

  private static double rounded(double probability) {
    return Math.round(probability * 100) / 100.0;
  }
}
