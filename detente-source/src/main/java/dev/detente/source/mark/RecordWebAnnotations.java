package dev.detente.source.mark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record as a page of Web Annotations: each entry marks its words and says in tags what it is and
 * in one line what it says, with the rule behind it. Its IRI, {@code urn:detente:ARTICLE:s1}, is
 * what a reviewer's reply names. A pure function.
 */
public final class RecordWebAnnotations {
  private static final String SCHEME = "urn:detente:";
  private static final String CREATOR = "Detente";

  private RecordWebAnnotations() {}

  /** The page of a record, on one line, the line ended. */
  public static String line(ArticleRecord record) {
    ArticleText text = record.article().text();
    ObjectNode page = WebAnnotations.page();
    page.put("id", SCHEME + encoded(record.article().id()));
    ArrayNode items = page.putArray("items");
    marks(record).forEach(mark -> items.add(WebAnnotations.annotation(mark, text)));
    return WebAnnotations.string(page, false);
  }

  /** The entries of a record as marks: statements, events, actors, times, places. */
  public static List<ReviewMark> marks(ArticleRecord record) {
    Map<String, String> names = new HashMap<>();
    record.actors().forEach(actor -> names.put(actor.id(), actor.name()));
    record.places().forEach(place -> names.put(place.id(), place.name()));
    Article article = record.article();
    List<ReviewMark> marks = new ArrayList<>();
    for (Statement one : record.statements()) {
      marks.add(
          mark(
              article,
              one.id(),
              one.content(),
              List.of("statement", one.act().label()),
              line(
                  names.getOrDefault(String.valueOf(one.speaker()), "?"),
                  to(one.addressee(), names),
                  one.kind().label() + " speech",
                  one.date(),
                  one.why())));
    }
    for (Event one : record.events()) {
      String type = one.type().name().toLowerCase(Locale.ROOT);
      marks.add(
          mark(
              article,
              one.id(),
              List.of(one.evidence()),
              List.of("event", one.mode() == null ? type : type + "/" + one.mode()),
              line(
                  names(one.actors(), names),
                  one.recipients().isEmpty() ? "" : " → " + names(one.recipients(), names),
                  one.status().label(),
                  one.date(),
                  one.why())));
    }
    for (Actor one : record.actors()) {
      String facts =
          Stream.of(one.country(), one.sector(), one.role())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
      marks.add(
          mark(
              article,
              one.id(),
              one.mentions(),
              List.of("actor", one.kind().label()),
              line(one.name(), "", facts, null, one.why())));
    }
    int times = 0;
    for (TimeExpression one : record.times()) {
      marks.add(
          mark(
              article,
              "t" + ++times,
              List.of(one.span()),
              List.of("time"),
              line(one.value(), "", "", null, one.why())));
    }
    for (Place one : record.places()) {
      String country = one.country() == null ? "" : one.country();
      marks.add(
          mark(
              article,
              one.id(),
              List.of(one.span()),
              List.of("place"),
              line(one.name(), "", country, null, one.why())));
    }
    return marks;
  }

  private static ReviewMark mark(
      Article article, String entry, List<Span> spans, List<String> tags, String line) {
    return new ReviewMark(
        iri(article.id(), entry), source(article), spans, "describing", line, tags, CREATOR, null);
  }

  private static String line(
      String who, String whom, String how, @Nullable String date, String why) {
    return who
        + whom
        + (how.isEmpty() ? "" : "; " + how)
        + (date == null ? "" : "; " + date)
        + (why.isEmpty() ? "" : " (" + why + ")");
  }

  private static String to(@Nullable String addressee, Map<String, String> names) {
    return addressee == null ? "" : " → " + names.getOrDefault(addressee, "?");
  }

  private static String names(List<String> ids, Map<String, String> names) {
    return ids.isEmpty()
        ? "?"
        : ids.stream().map(id -> names.getOrDefault(id, "?")).collect(Collectors.joining(", "));
  }

  /** What annotations of an article name as their source: its address, else its id as an IRI. */
  public static String source(Article article) {
    String url = article.url();
    return url == null || url.isBlank() ? SCHEME + encoded(article.id()) : url;
  }

  /** The IRI of an entry of an article's record. */
  public static String iri(String article, String entry) {
    return SCHEME + encoded(article) + ":" + entry;
  }

  /**
   * An IRI of ours taken apart.
   *
   * @param article the article's id
   * @param entry the entry's id; null when the article itself is meant
   */
  public record Named(String article, @Nullable String entry) {
    /** What an IRI names; null when it is none of ours. */
    public static @Nullable Named of(String iri) {
      if (!iri.startsWith(SCHEME)) {
        return null;
      }
      String rest = iri.substring(SCHEME.length());
      int colon = rest.indexOf(':');
      try {
        return new Named(
            URLDecoder.decode(colon < 0 ? rest : rest.substring(0, colon), StandardCharsets.UTF_8),
            colon < 0 ? null : rest.substring(colon + 1));
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
