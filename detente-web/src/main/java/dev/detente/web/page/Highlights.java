package dev.detente.web.page;

import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An article's text cut where statements and events begin and end, paragraph by paragraph, so that
 * each piece lies within all that it belongs to. Immutable.
 */
public final class Highlights {
  private final ArticleRecord record;

  public Highlights(ArticleRecord record) {
    this.record = record;
  }

  /**
   * A paragraph.
   *
   * @param kind {@code headline}, {@code body}, ...
   */
  public record Paragraph(String kind, List<Piece> pieces) {}

  /**
   * Words that belong together.
   *
   * @param statements whose content they are part of
   * @param cues of which statements they are the cue
   * @param events whose anchor they are part of
   * @param begins the statements and events whose first words these are
   */
  public record Piece(
      String text,
      List<String> statements,
      List<String> cues,
      List<String> events,
      List<String> begins) {}

  /** The whole text in order; what lies between the passages is blank and left out. */
  public List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Passage> passages = record.article().passages();
    if (passages.isEmpty()) {
      paragraphs.add(
          new Paragraph(
              "body",
              pieces(new Span(0, record.article().text().length()), new LinkedHashSet<>())));
      return paragraphs;
    }
    Set<String> begun = new LinkedHashSet<>();
    for (Passage passage : passages) {
      paragraphs.add(new Paragraph(passage.kind().label(), pieces(passage.span(), begun)));
    }
    return paragraphs;
  }

  private List<Piece> pieces(Span passage, Set<String> begun) {
    TreeSet<Integer> cuts = new TreeSet<>();
    cuts.add(passage.start());
    cuts.add(passage.end());
    for (Statement statement : record.statements()) {
      statement.content().forEach(span -> cut(span, passage, cuts));
      if (statement.cue() != null) {
        cut(statement.cue(), passage, cuts);
      }
    }
    record.events().forEach(event -> cut(event.anchor(), passage, cuts));
    List<Piece> pieces = new ArrayList<>();
    int start = -1;
    for (int cut : cuts) {
      if (start >= 0) {
        pieces.add(piece(new Span(start, cut), begun));
      }
      start = cut;
    }
    return pieces;
  }

  private static void cut(Span span, Span passage, Collection<Integer> cuts) {
    if (span.overlaps(passage)) {
      cuts.add(Math.max(span.start(), passage.start()));
      cuts.add(Math.min(span.end(), passage.end()));
    }
  }

  private Piece piece(Span span, Set<String> begun) {
    List<String> statements = new ArrayList<>();
    List<String> cues = new ArrayList<>();
    List<String> events = new ArrayList<>();
    List<String> begins = new ArrayList<>();
    for (Statement statement : record.statements()) {
      if (statement.content().stream().anyMatch(content -> content.contains(span))) {
        statements.add(statement.id());
        begin(statement.id(), begun, begins);
      }
      if (statement.cue() != null && statement.cue().contains(span)) {
        cues.add(statement.id());
      }
    }
    for (Event event : record.events()) {
      if (event.anchor().contains(span)) {
        events.add(event.id());
        begin(event.id(), begun, begins);
      }
    }
    return new Piece(record.article().slice(span), statements, cues, events, begins);
  }

  private static void begin(String id, Set<String> begun, List<String> begins) {
    if (begun.add(id)) {
      begins.add(id);
    }
  }
}
