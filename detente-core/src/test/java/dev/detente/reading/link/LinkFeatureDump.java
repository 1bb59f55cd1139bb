package dev.detente.reading.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the features of every pair of statements that the link reader scores, for {@code
 * training/link/train.py}: so that training and reading can never disagree about a feature.
 *
 * <p>Arguments: records as JSON Lines, output file. A line of output is article, source, target and
 * the features as {@code name=value}, separated by tabs.
 */
public final class LinkFeatureDump {
  private LinkFeatureDump() {}

  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Codebook codebook = Codebook.bundled();
    LinkPairs reader = new LinkPairs(codebook);
    ArticleStructure structure = ArticleStructure.load(codebook);
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      for (String line : Files.readAllLines(Path.of(arguments[0]))) {
        JsonNode record = json.readTree(line);
        Article article = article(record.path("article"), structure);
        ArticleRecord unlinked =
            new ArticleRecord(
                article,
                actors(record),
                statements(record.path("statements")),
                events(record.path("events")),
                List.of(),
                List.of(),
                places(record.path("places")));
        for (LinkPairs.Pair pair : reader.pairs(unlinked)) {
          StringBuilder row = new StringBuilder(article.id());
          row.append('\t').append(pair.from().id()).append('\t').append(pair.to().id());
          LinkFeatures.of(pair.from(), pair.to(), pair.between())
              .forEach(
                  (name, value) ->
                      row.append(String.format(Locale.ROOT, "\t%s=%.4f", name, value)));
          out.write(row.append('\n').toString());
        }
      }
    }
  }

  private static Article article(JsonNode node, ArticleStructure structure) {
    ArticleText text = ArticleText.of(node.path("text").asText());
    String language = node.path("language").asText();
    return new Article(
        node.path("id").asText(),
        language,
        null,
        null,
        null,
        null,
        text,
        structure.passages(text, language));
  }

  private static List<Actor> actors(JsonNode record) {
    List<Actor> actors = new ArrayList<>();
    for (JsonNode node : record.path("actors")) {
      List<Span> mentions = new ArrayList<>();
      node.path("mentions").forEach(span -> mentions.add(span(span)));
      actors.add(
          new Actor(
              node.path("id").asText(),
              node.path("name").asText(),
              ActorKind.valueOf(node.path("kind").asText("person").toUpperCase(Locale.ROOT)),
              text(node.path("country")),
              null,
              null,
              mentions,
              ""));
    }
    return actors;
  }

  private static List<Statement> statements(JsonNode nodes) {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode node : nodes) {
      List<Span> content = new ArrayList<>();
      node.path("content").forEach(span -> content.add(span(span)));
      if (content.isEmpty()) {
        continue;
      }
      statements.add(
          new Statement(
              node.path("id").asText(),
              text(node.path("speaker")),
              null,
              node.path("cue").isArray() ? span(node.path("cue")) : null,
              content,
              StatementKind.valueOf(node.path("kind").asText("indirect").toUpperCase(Locale.ROOT)),
              Act.of(node.path("act").asText("say")),
              text(node.path("addressee")),
              List.of(),
              null,
              null,
              ""));
    }
    return statements;
  }

  private static List<Event> events(JsonNode nodes) {
    List<Event> events = new ArrayList<>();
    for (JsonNode node : nodes) {
      Span anchor = span(node.path("anchor"));
      events.add(
          new Event(
              node.path("id").asText(),
              EventType.valueOf(node.path("type").asText()),
              null,
              List.of(),
              null,
              null,
              0,
              "",
              List.of(),
              List.of(),
              null,
              null,
              EventStatus.ACTUAL,
              null,
              List.of(),
              anchor,
              anchor,
              ""));
    }
    return events;
  }

  private static List<Place> places(JsonNode nodes) {
    List<Place> places = new ArrayList<>();
    for (JsonNode node : nodes) {
      places.add(
          new Place(
              node.path("id").asText(),
              span(node.path("span")),
              node.path("name").asText(),
              text(node.path("country")),
              null,
              null,
              "",
              ""));
    }
    return places;
  }

  private static Span span(JsonNode node) {
    return new Span(node.get(0).asInt(), node.get(1).asInt());
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }
}
