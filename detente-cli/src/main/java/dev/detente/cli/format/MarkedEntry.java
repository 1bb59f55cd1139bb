package dev.detente.cli.format;

import dev.detente.article.Span;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import dev.detente.source.mark.RecordWebAnnotations;
import dev.detente.source.mark.RecordWebAnnotations.Named;
import dev.detente.source.mark.ReviewMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's mark with the entries of the record that stand where it does, those first whose
 * words are most nearly the marked ones. Immutable. Ordered by the text.
 *
 * @param mark its words those of the entry when it marks an entry and no words
 */
public record MarkedEntry(ReviewMark mark, List<Entry> entries) implements Comparable<MarkedEntry> {
  /**
   * An entry of the record.
   *
   * @param id {@code s1}
   * @param what {@code statement deny}
   * @param says in one line, with the rule
   * @param why the rule
   */
  public record Entry(String id, String what, String says, String why) {}

  private record Near(Entry entry, double share) {}

  public MarkedEntry {
    entries = List.copyOf(entries);
  }

  /** Finds the entries of a mark. */
  public static MarkedEntry of(ReviewMark mark, ArticleRecord record) {
    Map<String, String> rules = rules(record);
    Named named = Named.of(mark.source());
    List<Span> spans = mark.spans();
    List<Near> near = new ArrayList<>();
    for (ReviewMark entry : RecordWebAnnotations.marks(record)) {
      Named its = Named.of(String.valueOf(entry.id()));
      String id = its == null ? "" : String.valueOf(its.entry());
      boolean meant = named != null && id.equals(named.entry());
      if (meant && spans.isEmpty()) {
        spans = entry.spans();
      }
      double share = meant ? 2 : named != null && named.entry() != null ? 0 : share(mark, entry);
      if (share > 0) {
        String why = rules.getOrDefault(id, "");
        near.add(
            new Near(
                new Entry(id, String.join(" ", entry.tags()), String.valueOf(entry.body()), why),
                share));
      }
    }
    near.sort(Comparator.comparingDouble(Near::share).reversed());
    return new MarkedEntry(
        new ReviewMark(
            mark.id(),
            mark.source(),
            spans,
            mark.motivation(),
            mark.body(),
            mark.tags(),
            mark.creator(),
            mark.created()),
        near.stream().map(Near::entry).toList());
  }

  private static Map<String, String> rules(ArticleRecord record) {
    Map<String, String> rules = new HashMap<>();
    for (Statement one : record.statements()) {
      rules.put(one.id(), one.why());
    }
    for (Event one : record.events()) {
      rules.put(one.id(), one.why());
    }
    record.actors().forEach(one -> rules.put(one.id(), one.why()));
    record.places().forEach(one -> rules.put(one.id(), one.why()));
    for (int i = 0; i < record.times().size(); i++) {
      rules.put("t" + (i + 1), record.times().get(i).why());
    }
    return rules;
  }

  /** Characters of both by characters of either, where they overlap at all. */
  private static double share(ReviewMark mark, ReviewMark entry) {
    int both = 0;
    int either = 0;
    for (Span one : mark.spans()) {
      either += one.length();
      for (Span other : entry.spans()) {
        if (one.overlaps(other)) {
          both += Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        }
      }
    }
    for (Span other : entry.spans()) {
      either += other.length();
    }
    return both == 0 ? 0 : (double) both / (either - both);
  }

  @Nullable Span first() {
    return mark.spans().isEmpty() ? null : mark.spans().get(0);
  }

  @Override
  public int compareTo(MarkedEntry other) {
    return Comparator.nullsFirst(Comparator.<Span>naturalOrder()).compare(first(), other.first());
  }
}
