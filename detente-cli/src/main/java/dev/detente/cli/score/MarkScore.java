package dev.detente.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.Span;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a record with what reviewers marked in it before: single statements and events, so that
 * what nobody marked counts neither for nor against. One article, one thread.
 */
final class MarkScore {
  private final GoldArticle gold;
  private final Scorer.Read read;
  private final Figures figures;
  private final Differences differences;

  MarkScore(GoldArticle gold, Scorer.Read read, Figures figures, Differences differences) {
    this.gold = gold;
    this.read = read;
    this.figures = figures;
    this.differences = differences;
  }

  void add() {
    for (JsonNode mark : gold.list("marks")) {
      List<Span> spans = new ArrayList<>();
      for (JsonNode span : mark.path("spans")) {
        spans.add(new Span(span.path(0).asInt(), span.path(1).asInt()));
      }
      if (mark.path("kind").asText().equals("event")) {
        event(mark, spans);
      } else {
        statement(mark, spans);
      }
    }
  }

  private void statement(JsonNode mark, List<Span> spans) {
    Statement there = nearest(spans);
    String speaker = text(mark, "speaker");
    String act = text(mark, "act");
    if (!mark.path("there").asBoolean(true)) {
      // It was none, or nobody's of this kind: the same again is wrong again.
      boolean again =
          there != null
              && same(speaker, read.name(there.speaker()))
              && there.act().label().equals(act);
      figures.share("wrong statement left out", !again);
      if (again) {
        differences.added("reviewed statement", "statement", differences.readWords(spans), spans);
      }
      return;
    }
    figures.share("right statement found", there != null);
    if (there == null) {
      differences.missed("reviewed statement", "statement", differences.goldWords(spans), spans);
      return;
    }
    String name = read.name(there.speaker());
    figures.share("speaker as reviewed", same(speaker, name));
    differences.name(
        "reviewed speaker", same(speaker, name), speaker, name, spans, there.content());
    boolean acts = there.act().label().equals(act);
    figures.share("act as reviewed", acts);
    differences.value("reviewed act", acts, act, there.act().label(), spans, there.content());
    if (mark.has("links")) {
      boolean linked = links(mark.path("links")).equals(links(there));
      figures.share("links as reviewed", linked);
    }
  }

  /** Of the links within the article; those to others are not read here. */
  private static Set<String> links(JsonNode marked) {
    Set<String> links = new HashSet<>();
    for (JsonNode link : marked) {
      if (link.has("span")) {
        links.add(
            link.path("relation").asText()
                + " "
                + link.path("span").path(0).asInt()
                + "-"
                + link.path("span").path(1).asInt());
      }
    }
    return links;
  }

  private Set<String> links(Statement from) {
    Set<String> links = new HashSet<>();
    for (Link link : read.links()) {
      List<Span> to = read.spansOf(link.to());
      if (link.from().equals(from.id()) && !to.isEmpty()) {
        links.add(
            link.relation().label() + " " + to.get(0).start() + "-" + to.get(to.size() - 1).end());
      }
    }
    return links;
  }

  /** The statement that shares at least half of the words of both. */
  private @Nullable Statement nearest(List<Span> spans) {
    Set<Integer> wanted = GoldArticle.words(gold.text(), spans);
    Statement nearest = null;
    double best = 0;
    List<Set<Integer>> words = read.statementWords();
    for (int i = 0; i < words.size(); i++) {
      Set<Integer> common = new HashSet<>(wanted);
      common.retainAll(words.get(i));
      int union = wanted.size() + words.get(i).size() - common.size();
      double share = union == 0 ? 0 : (double) common.size() / union;
      if (share >= 0.5 && share > best) {
        best = share;
        nearest = read.statements().get(i);
      }
    }
    return nearest;
  }

  private void event(JsonNode mark, List<Span> spans) {
    String type = text(mark, "type");
    boolean found = false;
    for (Event event : read.events) {
      boolean here = spans.stream().anyMatch(event.anchor()::overlaps);
      found |= here && event.type().name().equals(type);
    }
    if (mark.path("there").asBoolean(true)) {
      figures.share("right event found", found);
      if (!found) {
        differences.missed("reviewed event", String.valueOf(type), String.valueOf(type), spans);
      }
    } else {
      figures.share("wrong event left out", !found);
      if (found) {
        differences.added("reviewed event", String.valueOf(type), String.valueOf(type), spans);
      }
    }
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == null || other == null
        ? one == null && other == null
        : GoldArticle.norm(one).equals(GoldArticle.norm(other));
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).asText(null);
  }
}
