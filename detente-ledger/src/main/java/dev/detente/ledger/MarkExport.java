package dev.detente.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.article.Span;
import dev.detente.ledger.export.Csv;
import dev.detente.record.ArticleRecord;
import dev.detente.source.mark.RecordWebAnnotations;
import dev.detente.source.mark.ReviewMark;
import dev.detente.source.mark.WebAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what people think of the records, article by article. One thread at a time. */
public final class MarkExport {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The forms. */
  public enum Format {
    /** A page of W3C Web Annotations for each article. */
    WEBANNOTATION,
    /** For {@code score}: a line of JSON for each article, with what people agree on. */
    GOLD,
    /** A line of JSON for each mark. */
    JSONL,
    /** A table. */
    CSV
  }

  private final Marks marks;

  public MarkExport(Ledger ledger) {
    this.marks = ledger.marks();
  }

  /** Writes what holds. The first two forms need the texts, and leave out what has been removed. */
  public void write(Format format, Consumer<String> out) {
    Map<Long, List<Mark>> byArticle = new LinkedHashMap<>();
    for (Mark mark : marks.holding()) {
      byArticle.computeIfAbsent(mark.address().content(), key -> new ArrayList<>()).add(mark);
    }
    if (format == Format.CSV) {
      out.accept(
          Csv.line(
              "address",
              "verdict",
              "speaker",
              "act",
              "type",
              "relation",
              "target",
              "note",
              "reviewer",
              "made",
              "article",
              "words"));
    }
    for (List<Mark> some : byArticle.values()) {
      ArticleRecord record = marks.record(some.get(0));
      switch (format) {
        case WEBANNOTATION -> annotations(record, some, out);
        case GOLD -> gold(record, some, out);
        case JSONL -> some.forEach(mark -> out.accept(json(mark) + "\n"));
        case CSV -> some.forEach(mark -> out.accept(row(record, mark)));
      }
    }
  }

  /** A mark as an object for programs. */
  public static ObjectNode json(Mark mark) {
    ObjectNode object = JSON.createObjectNode();
    object.put("number", mark.number());
    object.put("address", mark.address().toString());
    object.put("verdict", mark.verdict().label());
    Mark.Correction correction = mark.correction();
    object.put("speaker", correction.speaker());
    object.put("act", correction.act());
    object.put("type", correction.type());
    object.put("relation", correction.relation());
    object.put("target", correction.target());
    object.put("note", mark.note());
    object.put("reviewer", mark.reviewer());
    object.put("made", mark.time());
    object.set("machine", machine(mark));
    return object;
  }

  private static JsonNode machine(Mark mark) {
    try {
      return JSON.readTree(mark.machine());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mark without its record", e);
    }
  }

  private static List<Span> spans(Mark mark) {
    List<Span> spans = new ArrayList<>();
    machine(mark)
        .path("spans")
        .forEach(span -> spans.add(new Span(span.path(0).asInt(), span.path(1).asInt())));
    return spans;
  }

  private static String row(@Nullable ArticleRecord record, Mark mark) {
    Mark.Correction correction = mark.correction();
    return Csv.line(
        mark.address(),
        mark.verdict().label(),
        correction.speaker(),
        correction.act(),
        correction.type(),
        correction.relation(),
        correction.target(),
        mark.note(),
        mark.reviewer(),
        mark.time(),
        record == null ? null : record.article().id(),
        record == null ? null : record.article().slice(mark.address().span()));
  }

  private static void annotations(
      @Nullable ArticleRecord record, List<Mark> some, Consumer<String> out) {
    if (record == null) {
      return;
    }
    Article article = record.article();
    List<ReviewMark> reviews = new ArrayList<>();
    for (Mark mark : some) {
      List<String> tags = new ArrayList<>(List.of(mark.verdict().label()));
      Mark.Correction correction = mark.correction();
      tag(tags, "speaker", correction.speaker());
      tag(tags, "act", correction.act());
      tag(tags, "type", correction.type());
      tag(tags, "relation", correction.relation());
      tag(tags, "target", correction.target());
      reviews.add(
          new ReviewMark(
              "urn:detente-mark:" + mark.address() + ":" + mark.number(),
              RecordWebAnnotations.source(article),
              spans(mark),
              "assessing",
              mark.note(),
              tags,
              mark.reviewer(),
              mark.time()));
    }
    out.accept(WebAnnotations.write(reviews, article.text()));
  }

  private static void tag(List<String> tags, String name, @Nullable String value) {
    if (value != null) {
      tags.add(name + ":" + value);
    }
  }

  /** Where two people differ, nothing is gold. */
  private static void gold(@Nullable ArticleRecord record, List<Mark> some, Consumer<String> out) {
    if (record == null) {
      return;
    }
    Map<Address, List<Mark>> byAddress = new LinkedHashMap<>();
    some.forEach(
        mark -> byAddress.computeIfAbsent(mark.address(), key -> new ArrayList<>()).add(mark));
    Article article = record.article();
    ObjectNode gold = JSON.createObjectNode();
    gold.put("id", article.id());
    gold.put("language", article.language());
    gold.put("published", article.published());
    gold.put("outlet", article.outlet());
    gold.put("url", article.url());
    gold.put("title", article.title());
    gold.put("text", article.text().string());
    ArrayNode marks = gold.putArray("marks");
    for (List<Mark> opinions : byAddress.values()) {
      Mark first = opinions.get(0);
      if (opinions.stream()
          .allMatch(
              other ->
                  other.verdict() == first.verdict()
                      && other.correction().equals(first.correction()))) {
        marks.add(goldMark(first));
      }
    }
    if (marks.size() > 0) {
      out.accept(gold + "\n");
    }
  }

  private static ObjectNode goldMark(Mark mark) {
    JsonNode machine = machine(mark);
    ObjectNode gold = JSON.createObjectNode();
    gold.put("kind", mark.address().event() ? "event" : "statement");
    gold.put("there", mark.verdict() != Mark.Verdict.WRONG);
    gold.set("spans", machine.path("spans"));
    Mark.Correction correction = mark.correction();
    if (mark.address().event()) {
      gold.put("type", or(correction.type(), machine.path("type")));
    } else {
      gold.put("speaker", or(correction.speaker(), machine.path("speaker")));
      gold.put("act", or(correction.act(), machine.path("act")));
      ArrayNode links = gold.putArray("links");
      if (correction.relation() == null) {
        machine.path("links").forEach(links::add);
      } else if (correction.target() != null) {
        links.addObject().put("relation", correction.relation()).put("target", correction.target());
      }
      for (JsonNode link : links) {
        Address.parse(link.path("target").asText())
            .filter(target -> target.content() == mark.address().content())
            .ifPresent(
                target ->
                    ((ObjectNode) link)
                        .putArray("span")
                        .add(target.span().start())
                        .add(target.span().end()));
      }
    }
    return gold;
  }

  private static @Nullable String or(@Nullable String corrected, JsonNode machine) {
    String value = corrected == null ? machine.asText(null) : corrected;
    return Mark.Correction.NOBODY.equals(value) ? null : value;
  }

  /** The format of this name; null when there is none. */
  public static @Nullable Format format(String name) {
    for (Format format : Format.values()) {
      if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
        return format;
      }
    }
    return null;
  }
}
