package dev.detente.cli.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts of what was found rightly, wrongly and not at all, by what was looked for. */
public final class Figures {
  private static final int NAME = 36;

  private final Map<String, Found> found = new LinkedHashMap<>();
  private final Map<String, Share> shares = new LinkedHashMap<>();
  private int articles;
  private int missing;

  Figures() {}

  /** What was found: counts of both sides and of what they have in common. */
  private static final class Found {
    private long right;
    private long predicted;
    private long gold;

    private double precision() {
      return predicted == 0 ? 0 : (double) right / predicted;
    }

    private double recall() {
      return gold == 0 ? 0 : (double) right / gold;
    }

    private double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  /** What share of the matched is right. */
  private static final class Share {
    private long right;
    private long of;
  }

  void article(boolean hasRecord) {
    articles++;
    if (!hasRecord) {
      missing++;
    }
  }

  void found(String what, long right, long predicted, long gold) {
    Found figure = found.computeIfAbsent(what, key -> new Found());
    figure.right += right;
    figure.predicted += predicted;
    figure.gold += gold;
  }

  void share(String what, boolean right) {
    Share figure = shares.computeIfAbsent(what, key -> new Share());
    figure.right += right ? 1 : 0;
    figure.of++;
  }

  /** Adds the counts of others. */
  void add(Figures others) {
    articles += others.articles;
    missing += others.missing;
    others.found.forEach(
        (what, figure) -> found(what, figure.right, figure.predicted, figure.gold));
    others.shares.forEach(
        (what, figure) -> {
          Share own = shares.computeIfAbsent(what, key -> new Share());
          own.right += figure.right;
          own.of += figure.of;
        });
  }

  /** What was counted, in the order of the table. */
  public List<String> measures() {
    List<String> measures = new ArrayList<>(found.keySet());
    measures.addAll(shares.keySet());
    return measures;
  }

  /** Out of how many annotated or matched ones a figure is. */
  public long of(String what) {
    Found figure = found.get(what);
    Share share = shares.get(what);
    return figure != null ? figure.gold : share == null ? 0 : share.of;
  }

  /**
   * The counts behind a figure: right, predicted and gold of what was to be found, right and number
   * of the matched else.
   */
  public long[] counts(String what) {
    Found figure = found.get(what);
    if (figure != null) {
      return new long[] {figure.right, figure.predicted, figure.gold};
    }
    Share share = shares.get(what);
    return share == null ? new long[0] : new long[] {share.right, share.of};
  }

  /** How many articles were compared. */
  public int articles() {
    return articles;
  }

  /** F1 of what is found, or the share of the matched, in percent; 0 for what was never counted. */
  public double percent(String what) {
    Found figure = found.get(what);
    if (figure != null) {
      return 100 * figure.f1();
    }
    Share share = shares.get(what);
    return share == null || share.of == 0 ? 0 : 100.0 * share.right / share.of;
  }

  /** The figures as a table. */
  public String table() {
    StringBuilder out = new StringBuilder();
    out.append(articles)
        .append(" articles, ")
        .append(missing)
        .append(" without a record\n")
        .append(String.format(Locale.ROOT, "%36s%7s%7s%7s%7s%n", "", "P", "R", "F1", "gold"));
    found.forEach(
        (what, figure) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-" + NAME + "s%7.1f%7.1f%7.1f%7d%n",
                    what,
                    100 * figure.precision(),
                    100 * figure.recall(),
                    100 * figure.f1(),
                    figure.gold)));
    if (!shares.isEmpty()) {
      out.append(
          String.format(Locale.ROOT, "%n%-" + NAME + "s%7s%7s%n", "of the matched", "right", "of"));
    }
    shares.forEach(
        (what, figure) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-" + NAME + "s%7.1f%7d%n",
                    what,
                    100.0 * figure.right / Math.max(1, figure.of),
                    figure.of)));
    return out.toString();
  }
}
