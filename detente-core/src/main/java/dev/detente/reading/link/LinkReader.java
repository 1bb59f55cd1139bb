package dev.detente.reading.link;

import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  /** Statements before the source that it can refer to. */
  private static final int BACK = 7;

  /** Statements after the source that it can refer to. */
  private static final int AHEAD = 2;

  /** Statements at the beginning of the article that any later one can refer to. */
  private static final int HEAD = 2;

  /**
   * How often both ends of a link are read right when the model is sure of it: the model was fitted
   * on annotated statements, and confidence is told of read ones.
   */
  private static final double RELIABILITY = 0.85;

  private final LinkDescriber describer;
  private final LinkScore score;

  public LinkReader(Codebook codebook) {
    this.describer = new LinkDescriber(codebook);
    this.score = LinkScore.load(codebook);
  }

  /** A pair worth scoring. */
  record Pair(LinkStatement from, LinkStatement to, Between between) {}

  /** Links ordered by their source's place in the text. */
  public List<Link> read(
      AnalysedArticle article, Cast cast, List<Statement> statements, List<Event> events) {
    return read(article, cast.actors(), statements);
  }

  List<Link> read(AnalysedArticle article, List<Actor> actors, List<Statement> statements) {
    List<Link> links = new ArrayList<>();
    String source = "";
    Link best = null;
    double bestMargin = 0;
    for (Pair pair : pairs(article, actors, statements)) {
      if (!pair.from().id().equals(source)) {
        if (best != null) {
          links.add(best);
        }
        best = null;
        bestMargin = 0;
        source = pair.from().id();
      }
      Map<Relation, Double> probabilities =
          score.probabilities(pair.from(), pair.to(), pair.between());
      for (Map.Entry<Relation, Double> entry : probabilities.entrySet()) {
        double margin = entry.getValue() / score.threshold(entry.getKey());
        if (margin >= 1 && margin > bestMargin) {
          bestMargin = margin;
          best =
              new Link(
                  source,
                  entry.getKey(),
                  pair.to().id(),
                  rounded(entry.getValue() * RELIABILITY),
                  why(pair, entry.getKey()));
        }
      }
    }
    if (best != null) {
      links.add(best);
    }
    return links;
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

  /** The pairs to score, grouped by source in the order of the text. */
  List<Pair> pairs(AnalysedArticle article, List<Actor> actors, List<Statement> statements) {
    List<Statement> ordered = new ArrayList<>();
    for (Statement statement : statements) {
      if (!statement.content().isEmpty()) {
        ordered.add(statement);
      }
    }
    ordered.sort(
        Comparator.comparing((Statement statement) -> statement.content().get(0))
            .thenComparing(Statement::id));
    Map<String, Actor> byId = new HashMap<>();
    actors.forEach(actor -> byId.put(actor.id(), actor));
    List<LinkStatement> described = describer.describe(article, byId, ordered);
    int[] passages = new int[ordered.size()];
    Span[] frames = new Span[ordered.size()];
    for (int i = 0; i < ordered.size(); i++) {
      passages[i] = LinkDescriber.passage(article, ordered.get(i).content().get(0).start());
      frames[i] = LinkDescriber.frame(article.article().text(), ordered.get(i));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        int distance = i - j;
        if (i == j || distance < -AHEAD || distance > BACK && j >= HEAD) {
          continue;
        }
        pairs.add(
            new Pair(
                described.get(i),
                described.get(j),
                between(described, i, j, passages[i] - passages[j], frames)));
      }
    }
    return pairs;
  }

  private static Between between(
      List<LinkStatement> described, int from, int to, int passages, Span[] frames) {
    LinkStatement source = described.get(from);
    LinkStatement target = described.get(to);
    boolean other = to < from && !same(source, target);
    boolean same = to < from && same(source, target);
    boolean act = true;
    for (int k = Math.min(from, to) + 1; k < Math.max(from, to); k++) {
      LinkStatement middle = described.get(k);
      if (same(middle, source)) {
        same = false;
      } else {
        other = false;
        if (middle.act() == target.act()) {
          act = false;
        }
      }
    }
    return new Between(from - to, passages, other, same, act, frames[from].overlaps(frames[to]));
  }

  private static boolean same(LinkStatement some, LinkStatement other) {
    @Nullable String speaker = some.speaker();
    return speaker != null && speaker.equals(other.speaker());
  }
}
