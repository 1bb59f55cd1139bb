package dev.detente.reading.link;

import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.record.Act;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which statements of an article stand near enough for a link, and how they stand to each other.
 * Immutable and thread-safe.
 */
final class LinkPairs {
  /** Statements before the source that it can refer to. */
  private static final int BACK = 7;

  /** Statements after the source that it can refer to. */
  private static final int AHEAD = 2;

  /** Statements at the beginning of the article that any later one can refer to. */
  private static final int HEAD = 2;

  /** A pair worth scoring. */
  record Pair(LinkStatement from, LinkStatement to, Between between) {}

  private final LinkDescriber describer;

  LinkPairs(Codebook codebook) {
    this.describer = new LinkDescriber(codebook);
  }

  /** The pairs to score, grouped by source in the order of the text. */
  List<Pair> pairs(ArticleRecord record) {
    List<Statement> ordered = LinkDescriber.ordered(record);
    List<LinkStatement> described = describer.describe(record, UnaryOperator.identity());
    int[] passages = new int[ordered.size()];
    Span[] frames = new Span[ordered.size()];
    for (int i = 0; i < ordered.size(); i++) {
      passages[i] =
          LinkDescriber.passage(record.article(), ordered.get(i).content().get(0).start());
      frames[i] = LinkDescriber.frame(record.article().text(), ordered.get(i));
    }
    boolean[] first = new boolean[ordered.size()];
    Set<String> before = new HashSet<>();
    for (int i = 0; i < first.length; i++) {
      String speaker = described.get(i).speaker();
      boolean heading = described.get(i).heading();
      first[i] = speaker != null && !before.contains(speaker);
      if (speaker != null && !heading) {
        before.add(speaker);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      double bestOther = 0;
      double bestSame = 0;
      Map<Integer, Double> shares = new LinkedHashMap<>();
      for (int j = 0; j < ordered.size(); j++) {
        int distance = i - j;
        if (i == j || distance < -AHEAD || distance > BACK && j >= HEAD) {
          continue;
        }
        Overlap overlap = Overlap.of(described.get(i), described.get(j));
        double share = Math.max(overlap.ofFrom(), overlap.ofTo());
        shares.put(j, share);
        if (j < i && same(described.get(i), described.get(j))) {
          bestSame = Math.max(bestSame, share);
        } else if (j < i) {
          bestOther = Math.max(bestOther, share);
        }
      }
      for (Map.Entry<Integer, Double> share : shares.entrySet()) {
        int j = share.getKey();
        double most = same(described.get(i), described.get(j)) ? bestSame : bestOther;
        boolean best = j < i && share.getValue() > 0 && share.getValue() >= most;
        pairs.add(
            new Pair(
                described.get(i),
                described.get(j),
                between(described, i, j, passages[i] - passages[j], best, first[i], frames)));
      }
    }
    return pairs;
  }

  private static Between between(
      List<LinkStatement> described,
      int from,
      int to,
      int passages,
      boolean best,
      boolean first,
      Span[] frames) {
    LinkStatement source = described.get(from);
    LinkStatement target = described.get(to);
    boolean before = to < from;
    boolean other = before && !same(source, target);
    boolean same = before && same(source, target);
    boolean naming = other && !LinkFeatures.target(source, target).equals("none");
    boolean blame = other && isBlame(target);
    Set<String> means = LinkFeatures.means(source);
    boolean meant = other && means.contains(LinkFeatures.group(target.act()));
    @Nullable Act own = null;
    boolean run = other;
    boolean act = true;
    for (int k = Math.min(from, to) + 1; k < Math.max(from, to); k++) {
      LinkStatement middle = described.get(k);
      if (same(middle, source)) {
        same = false;
        own = own == null ? middle.act() : own;
      } else {
        other = false;
        run &= same(middle, target);
        act &= middle.act() != target.act();
        naming &= LinkFeatures.target(source, middle).equals("none");
        blame &= !isBlame(middle);
        meant &= !means.contains(LinkFeatures.group(middle.act()));
      }
    }
    return new Between(
        from - to,
        passages,
        other,
        same,
        act,
        naming,
        blame,
        meant,
        own,
        best,
        to == 0 || !same(described.get(to - 1), target),
        run,
        first,
        frames[from].overlaps(frames[to]));
  }

  private static boolean isBlame(LinkStatement statement) {
    String group = LinkFeatures.group(statement.act());
    return group.equals("blame") || group.equals("claim");
  }

  private static boolean same(LinkStatement some, LinkStatement other) {
    @Nullable String speaker = some.speaker();
    return speaker != null && speaker.equals(other.speaker());
  }
}
