package dev.detente.ledger.relate;

import dev.detente.codebook.Codebook;
import dev.detente.reading.link.Apart;
import dev.detente.reading.link.LinkScore;
import dev.detente.reading.link.LinkStatement;
import dev.detente.record.Act;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links two articles: which statements and events are the same, and which statement denies,
 * rejects, confirms, repeats or answers one of the other article. A pure function of the two, the
 * same whichever comes first, so that the ledger, the cluster and the command line find the same
 * links in whatever order articles come. Immutable and thread-safe.
 *
 * <p>Candidates are found by {@link ArticleSketch#keys()}: articles without a common key have no
 * link and need not be compared.
 */
public final class Relater {
  /** Confidence from which a link is recorded. */
  private static final double PROBABLE = 0.4;

  /** Confidence of a link that no link within an article supports. */
  private static final double SURE = 0.5;

  /** How much alike two statements of one matter are, and how rare what they share. */
  private static final double OF_ONE_MATTER = 0.3;

  private static final double RARE = 0.5;

  private static final Set<Act> ANSWERING = EnumSet.of(Act.DENY, Act.REFUSE, Act.CONFIRM);

  private static final Set<Relation> TAKING_SIDES =
      EnumSet.of(Relation.DENIES, Relation.REJECTS, Relation.CONFIRMS);

  private final SameFinder finder;
  private final LinkScore score;
  private final SameWeights weights;

  public Relater(Codebook codebook) {
    this.weights = new SameWeights(codebook);
    this.finder = new SameFinder(weights);
    this.score = LinkScore.load(codebook);
  }

  /** All links between a new article and those it may have links with, in order. */
  public List<CrossLink> relate(ArticleSketch article, Iterable<ArticleSketch> candidates) {
    List<CrossLink> links = new ArrayList<>();
    for (ArticleSketch candidate : candidates) {
      if (!candidate.id().equals(article.id())) {
        links.addAll(relate(article, candidate));
      }
    }
    links.sort(CrossLink.ORDER);
    return links;
  }

  /** The links between two articles, in order. */
  public List<CrossLink> relate(ArticleSketch some, ArticleSketch another) {
    boolean inOrder = some.id().compareTo(another.id()) <= 0;
    ArticleSketch one = inOrder ? some : another;
    ArticleSketch other = inOrder ? another : some;
    Map<String, CrossLink> links = new TreeMap<>();
    Map<End, Map<String, Double>> same = new HashMap<>();
    List<StatementPair> statements = finder.statements(one, other);
    for (StatementPair pair : statements) {
      if (pair.probability >= weights.statementThreshold()) {
        End from = new End(one.id(), pair.one.id());
        End to = new End(other.id(), pair.other.id());
        add(
            links,
            new CrossLink(from, CrossRelation.SAME, to, rounded(pair.probability), why(pair)));
        same(same, from, to, pair.probability);
      }
    }
    for (EventPair pair : finder.events(one, other, statements)) {
      if (pair.probability >= weights.eventThreshold()) {
        End from = new End(one.id(), pair.one.id());
        End to = new End(other.id(), pair.other.id());
        add(
            links,
            new CrossLink(from, CrossRelation.SAME, to, rounded(pair.probability), why(pair)));
        same(same, from, to, pair.probability);
      }
    }
    carryOver(one, other, same, links);
    carryOver(other, one, same, links);
    answer(one, other, links);
    answer(other, one, links);
    List<CrossLink> ordered = new ArrayList<>(links.values());
    ordered.sort(CrossLink.ORDER);
    return ordered;
  }

  private static void same(
      Map<End, Map<String, Double>> same, End one, End other, double probability) {
    same.computeIfAbsent(one, key -> new TreeMap<>()).put(other.id(), probability);
    same.computeIfAbsent(other, key -> new TreeMap<>()).put(one.id(), probability);
  }

  /**
   * What a statement denies in its own article it denies in the other too, where that tells the
   * same; and so does the other's report of the denial.
   */
  private static void carryOver(
      ArticleSketch one,
      ArticleSketch other,
      Map<End, Map<String, Double>> same,
      Map<String, CrossLink> links) {
    for (Link link : one.links()) {
      if (link.relation() == Relation.REPEATS) {
        // What repeats a statement of its own article is that statement once more: the same.
        continue;
      }
      CrossRelation relation = CrossRelation.of(link.relation());
      same.getOrDefault(new End(one.id(), link.to()), Map.of())
          .forEach(
              (id, probability) ->
                  add(
                      links,
                      new CrossLink(
                          new End(one.id(), link.from()),
                          relation,
                          new End(other.id(), id),
                          rounded(link.confidence() * probability),
                          "carried over: " + link.to() + " is " + id)));
      same.getOrDefault(new End(one.id(), link.from()), Map.of())
          .forEach(
              (id, probability) ->
                  add(
                      links,
                      new CrossLink(
                          new End(other.id(), id),
                          relation,
                          new End(one.id(), link.to()),
                          rounded(link.confidence() * probability),
                          "carried over: " + link.from() + " is " + id)));
    }
  }

  /**
   * What a statement denies, rejects or confirms in the other article by its own words, where the
   * two speak of the same: the score of links alone does not know whether they do.
   */
  private void answer(ArticleSketch one, ArticleSketch other, Map<String, CrossLink> links) {
    Alike.Rarity rarity = Alike.Rarity.of(one.said(), other.said());
    for (StatementSketch from : one.statements()) {
      if (!ANSWERING.contains(from.act())) {
        continue;
      }
      for (StatementSketch to : other.statements()) {
        if (!StatementPair.near(from.days(), to.days())
            || "same".equals(StatementPair.speakers(from, to))) {
          continue;
        }
        Alike alike = Alike.of(from.meaning(), to.meaning(), rarity);
        if (alike.dice() < OF_ONE_MATTER || alike.rarest() < RARE) {
          continue;
        }
        LinkStatement source = one.described(from.id());
        LinkStatement target = other.described(to.id());
        if (source == null || target == null) {
          continue;
        }
        score
            .across(source, target, apart(one, other))
            .forEach(
                (relation, confidence) -> {
                  if (TAKING_SIDES.contains(relation) && confidence >= SURE) {
                    add(
                        links,
                        new CrossLink(
                            new End(one.id(), from.id()),
                            CrossRelation.of(relation),
                            new End(other.id(), to.id()),
                            rounded(confidence),
                            "link:"
                                + relation.label()
                                + " "
                                + from.act().label()
                                + ">"
                                + to.act().label()
                                + ", alike "
                                + hundredths(alike.dice())));
                  }
                });
      }
    }
  }

  private static Apart apart(ArticleSketch from, ArticleSketch to) {
    DayRange one = from.published();
    DayRange other = to.published();
    return one == null || other == null || one.days() > 1 || other.days() > 1
        ? new Apart(null)
        : new Apart(Math.toIntExact(one.first() - other.first()));
  }

  /** Keeps the more probable of two links between the same ends, and none that hardly is. */
  private static void add(Map<String, CrossLink> links, CrossLink link) {
    if (link.confidence() < PROBABLE) {
      return;
    }
    links.merge(
        link.from() + " " + link.relation() + " " + link.to(),
        link,
        (a, b) -> b.confidence() > a.confidence() ? b : a);
  }

  private static String why(StatementPair pair) {
    return "same:statement speakers "
        + StatementPair.speakers(pair.one, pair.other)
        + ", acts "
        + pair.one.act().label()
        + " and "
        + pair.other.act().label()
        + ", alike "
        + hundredths(pair.alike.dice());
  }

  private static String why(EventPair pair) {
    return "same:event "
        + pair.one.type()
        + ", alike "
        + hundredths(pair.alike.dice())
        + (pair.bothSaid ? ", statements " + hundredths(pair.statements) : "");
  }

  /** A number from 0 to 9 with two decimals; there are many, and a formatter is slow. */
  private static String hundredths(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
  }

  private static double rounded(double probability) {
    return Math.round(probability * 100) / 100.0;
  }
}
