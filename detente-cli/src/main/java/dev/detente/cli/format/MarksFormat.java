package dev.detente.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.article.Span;
import dev.detente.record.ArticleRecord;
import dev.detente.source.mark.ReviewMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reviewers' marks beside the entries of records, for people or as JSON Lines. Immutable. */
public final class MarksFormat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int INDENT = 2;
  private static final String INDENTED = " ".repeat(INDENT);

  /** Entries shown beside a mark. */
  private static final int MOST = 5;

  private final int columns;
  private final Style style;

  public MarksFormat(int columns, Style style) {
    this.columns = columns;
    this.style = style;
  }

  /** The marks of an article, under its name. */
  public String article(ArticleRecord record, List<MarkedEntry> marks) {
    Article article = record.article();
    Positions positions = new Positions(article);
    StringBuilder out = new StringBuilder();
    String head =
        Stream.of(article.id(), article.published(), article.outlet())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    out.append(style.heading(Columns.cut(Columns.safe(head), columns))).append('\n');
    for (MarkedEntry marked : marks) {
      mark(out, marked, article, positions);
    }
    return out.toString();
  }

  private void mark(StringBuilder out, MarkedEntry marked, Article article, Positions positions) {
    ReviewMark mark = marked.mark();
    Span first = marked.first();
    String who =
        Stream.concat(
                Stream.of(mark.motivation()),
                Stream.of(mark.creator(), mark.created()).filter(Objects::nonNull))
            .collect(Collectors.joining(" · "));
    out.append(
        new Row(columns, INDENT, first == null ? "" : positions.of(first))
            .add(0, Columns.safe(who), style::bold)
            .render(style::dim));
    if (first == null) {
      out.append(INDENTED).append(style.dim("the whole article")).append('\n');
    } else {
      String words = mark.spans().stream().map(article::slice).collect(Collectors.joining(" […] "));
      for (String line : Columns.wrap(Columns.safe(words), columns - INDENT)) {
        out.append(INDENTED).append(line).append('\n');
      }
    }
    List<String> said = new ArrayList<>(mark.tags().stream().map(tag -> "#" + tag).toList());
    if (mark.body() != null) {
      said.add(mark.body());
    }
    if (!said.isEmpty()) {
      String comment = Columns.safe(String.join(" ", said));
      for (String line : Columns.wrap(comment, columns - INDENT - 2)) {
        out.append(INDENTED).append(style.yellow("» " + line)).append('\n');
      }
    }
    for (MarkedEntry.Entry entry : marked.entries().subList(0, shown(marked))) {
      String line = entry.what() + ": " + entry.says();
      List<String> lines = Columns.wrap(Columns.safe(line), columns - INDENT - 5);
      for (int i = 0; i < lines.size(); i++) {
        out.append(INDENTED)
            .append(style.cyan(Columns.pad(i == 0 ? entry.id() : "", 4)))
            .append(' ')
            .append(lines.get(i))
            .append('\n');
      }
    }
    int more = marked.entries().size() - shown(marked);
    if (more > 0) {
      out.append(INDENTED).append(style.dim("and " + more + " more")).append('\n');
    }
    if (marked.entries().isEmpty() && first != null) {
      out.append(INDENTED).append(style.dim("the record has nothing here")).append('\n');
    }
  }

  private static int shown(MarkedEntry marked) {
    return Math.min(MOST, marked.entries().size());
  }

  /** One line of JSON for each mark. */
  public static String lines(ArticleRecord record, List<MarkedEntry> marks) {
    StringBuilder out = new StringBuilder();
    for (MarkedEntry marked : marks) {
      ReviewMark mark = marked.mark();
      ObjectNode line = JSON.createObjectNode();
      line.put("article", record.article().id());
      line.put("id", mark.id());
      line.put("motivation", mark.motivation());
      line.put("body", mark.body());
      ArrayNode tags = line.putArray("tags");
      mark.tags().forEach(tags::add);
      line.put("creator", mark.creator());
      line.put("created", mark.created());
      ArrayNode spans = line.putArray("spans");
      ArrayNode words = line.putArray("words");
      for (Span span : mark.spans()) {
        spans.addArray().add(span.start()).add(span.end());
        words.add(record.article().slice(span));
      }
      ArrayNode entries = line.putArray("entries");
      for (MarkedEntry.Entry entry : marked.entries()) {
        entries
            .addObject()
            .put("id", entry.id())
            .put("what", entry.what())
            .put("says", entry.says())
            .put("why", entry.why());
      }
      try {
        out.append(JSON.writeValueAsString(line)).append('\n');
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return out.toString();
  }
}
