package dev.detente.cli.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Figures of parts of the articles side by side, and the causes of error by their number. */
public final class Breakdown {
  /** By what articles are divided. */
  public enum Key {
    LANGUAGE,
    ORIGIN
  }

  private static final int NAME = 36;

  private Breakdown() {}

  /** The figures of all articles first, then of each part in order of their names. */
  public static Map<String, Figures> parts(List<Comparison> articles, List<Key> keys) {
    Figures all = new Figures();
    Map<String, Figures> parts = new TreeMap<>(Comparator.comparing(Breakdown::order));
    for (Comparison article : articles) {
      all.add(article.figures());
      List<String> names = new ArrayList<>();
      for (Key key : keys) {
        names.add(key == Key.LANGUAGE ? article.language() : article.origin());
      }
      if (!names.isEmpty()) {
        parts
            .computeIfAbsent(String.join(" ", names), name -> new Figures())
            .add(article.figures());
      }
    }
    Map<String, Figures> ordered = new LinkedHashMap<>();
    ordered.put("all", all);
    ordered.putAll(parts);
    return ordered;
  }

  /** The languages of Norway first, then English, then the others by name. */
  private static String order(String part) {
    int at = List.of("nb", "nn", "en").indexOf(part.split(" ")[0]);
    return (at < 0 ? 9 : at) + part;
  }

  /** How often each cause occurs, the most frequent first, equals by name. */
  public static Map<String, Integer> causes(List<Comparison> articles) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Comparison article : articles) {
      article.differences().forEach(one -> counts.merge(one.label(), 1, Integer::sum));
    }
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEachOrdered(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** F1, or the share of the matched, for each part; in columns for people. */
  public static String table(Map<String, Figures> parts) {
    StringBuilder out = new StringBuilder(" ".repeat(NAME));
    parts.keySet().forEach(name -> out.append(String.format(Locale.ROOT, "%15s", name)));
    out.append('\n').append(String.format(Locale.ROOT, "%-" + NAME + "s", "articles"));
    parts.values().forEach(part -> out.append(String.format("%15d", part.articles())));
    out.append('\n');
    for (String measure : measures(parts)) {
      out.append(String.format(Locale.ROOT, "%-" + NAME + "s", measure));
      for (Figures part : parts.values()) {
        out.append(String.format("%15s", cell(part, measure)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** The same as a table of Markdown. */
  public static String markdown(Map<String, Figures> parts) {
    StringBuilder out = new StringBuilder("| |");
    parts.keySet().forEach(name -> out.append(' ').append(name).append(" |"));
    out.append("\n|---|").append("---|".repeat(parts.size())).append("\n| articles |");
    parts.values().forEach(part -> out.append(' ').append(part.articles()).append(" |"));
    out.append('\n');
    for (String measure : measures(parts)) {
      out.append("| ").append(measure).append(" |");
      parts.values().forEach(part -> out.append(' ').append(cell(part, measure)).append(" |"));
      out.append('\n');
    }
    return out.toString();
  }

  private static List<String> measures(Map<String, Figures> parts) {
    return parts.get("all") == null ? List.of() : parts.get("all").measures();
  }

  /** {@code 78.3 (210)}: the figure and out of how many. */
  private static String cell(Figures part, String measure) {
    long of = part.of(measure);
    return of == 0 ? "–" : String.format(Locale.ROOT, "%.1f (%d)", part.percent(measure), of);
  }
}
