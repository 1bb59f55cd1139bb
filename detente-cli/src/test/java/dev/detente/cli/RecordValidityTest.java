package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.json.RecordReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever is read, the record keeps to its schema, its spans to the text and its ids to each
 * other.
 */
class RecordValidityTest {
  private static final Path SHARED = Path.of(System.getProperty("detente.shared", "../../shared"));

  private static void check(Run run, int articles) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Run.ROOT.resolve("docs/record.schema.json")));
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(articles);
    for (String line : lines) {
      ArticleRecord record = RecordReader.read(line);
      String id = record.article().id();
      assertThat(schema.validate(new ObjectMapper().readTree(line))).as(id).isEmpty();
      List<String> problems = new ArrayList<>();
      check(record, problems);
      assertThat(problems).as(id).isEmpty();
    }
  }

  private static void check(ArticleRecord record, List<String> problems) {
    int length = record.article().text().length();
    Set<String> actors = ids(record.actors().stream().map(Actor::id).toList(), problems);
    Set<String> places = ids(record.places().stream().map(Place::id).toList(), problems);
    Set<String> statements =
        ids(record.statements().stream().map(Statement::id).toList(), problems);
    Set<String> events = ids(record.events().stream().map(Event::id).toList(), problems);
    int end = 0;
    for (Passage passage : record.article().passages()) {
      words(record, passage.span(), "passage", problems);
      if (passage.span().start() < end) {
        problems.add("passage overlaps: " + passage);
      }
      end = passage.span().end();
    }
    for (Actor actor : record.actors()) {
      actor.mentions().forEach(span -> words(record, span, "mention of " + actor.id(), problems));
    }
    for (Statement statement : record.statements()) {
      known(actors, statement.speaker(), statement.id(), problems);
      known(actors, statement.addressee(), statement.id(), problems);
      known(places, statement.place(), statement.id(), problems);
      statement.via().forEach(via -> known(actors, via, statement.id(), problems));
      int at = 0;
      for (Span span : statement.content()) {
        words(record, span, "content of " + statement.id(), problems);
        if (span.start() < at) {
          problems.add("content out of order: " + statement.id());
        }
        at = span.end();
      }
      if (statement.cue() != null) {
        words(record, statement.cue(), "cue of " + statement.id(), problems);
      }
      if (statement.speakerSpan() != null) {
        words(record, statement.speakerSpan(), "speaker of " + statement.id(), problems);
      }
    }
    for (Event event : record.events()) {
      event.actors().forEach(actor -> known(actors, actor, event.id(), problems));
      event.recipients().forEach(actor -> known(actors, actor, event.id(), problems));
      known(places, event.place(), event.id(), problems);
      known(statements, event.statement(), event.id(), problems);
      words(record, event.anchor(), "anchor of " + event.id(), problems);
      words(record, event.evidence(), "evidence of " + event.id(), problems);
      event.quantities().forEach(quantity -> words(record, quantity.span(), "quantity", problems));
    }
    for (Link link : record.links()) {
      known(statements, link.from(), "link", problems);
      if (!statements.contains(link.to()) && !events.contains(link.to())) {
        problems.add("link to unknown " + link.to());
      }
    }
    record.times().forEach(time -> words(record, time.span(), "time", problems));
    record.places().forEach(place -> words(record, place.span(), place.id(), problems));
    assertThat(length).isNotNegative();
  }

  private static Set<String> ids(List<String> ids, List<String> problems) {
    Set<String> set = new HashSet<>(ids);
    if (set.size() != ids.size()) {
      problems.add("ids stand twice: " + ids);
    }
    return set;
  }

  private static void known(
      Set<String> ids, @Nullable String id, String where, List<String> problems) {
    if (id != null && !ids.contains(id)) {
      problems.add(where + " names unknown " + id);
    }
  }

  /** A span lies in the text, holds something, and neither begins nor ends with white space. */
  private static void words(ArticleRecord record, Span span, String what, List<String> problems) {
    if (span.end() > record.article().text().length() || span.length() == 0) {
      problems.add(what + " is out of range: " + span);
      return;
    }
    String words = record.article().slice(span);
    if (words.isBlank() || !words.equals(words.strip())) {
      problems.add(what + " " + span + " has white space around: '" + words + "'");
    }
  }

  @Test
  void examples() throws IOException {
    check(Run.piped("", "read", Run.ROOT.resolve("examples")), 12);
  }

  @Test
  void annotatedArticles() throws IOException {
    Path gold = SHARED.resolve("data/gold");
    assumeTrue(Files.isDirectory(gold), "no annotated articles at " + gold);

    check(Run.piped("", "read", gold), 24);
  }

  @Test
  void anythingAtAll() throws IOException {
    Random random = new Random(11);
    String[] pieces = {
      "– ",
      "«",
      "»",
      "\"",
      "“",
      "”",
      "\n\n",
      "\n",
      "\r\n",
      " ",
      "\t",
      ". ",
      ", ",
      ": ",
      "? ",
      "(",
      ")",
      "sier ",
      "statsministeren ",
      "Quill ",
      "Oslo ",
      "ifølge ",
      "said ",
      "that ",
      "denies ",
      "Foto: ",
      "\uD83D\uDEF3",
      "e\u0301",
      "\u200B",
      "\uFEFF",
      "\u202E",
      "\uD800",
      "\u0000",
      "漢字",
      "100 000 ",
      "mandag ",
      "12. mai ",
      "a".repeat(300),
      "krever ",
      "at ",
      "han ",
      "Norge ",
      "angrep ",
      "| ",
      "FAKTA\n"
    };
    StringBuilder lines = new StringBuilder();
    ObjectMapper json = new ObjectMapper();
    for (int article = 0; article < 60; article++) {
      StringBuilder text = new StringBuilder("x ");
      for (int i = random.nextInt(120); i >= 0; i--) {
        text.append(
            random.nextInt(12) == 0
                ? Character.toString(random.nextInt(0x10FFFF))
                : pieces[random.nextInt(pieces.length)]);
      }
      lines.append("{\"text\": ").append(escaped(text)).append("}\n");
    }
    assertThat(json.readTree(lines.substring(0, lines.indexOf("\n"))).path("text").asText())
        .startsWith("x ");

    Run run = Run.piped(lines.toString(), "read", "--published", "2031-05", "-");

    check(run, 60);
  }

  /** ASCII only, so that lone surrogates pass. */
  private static String escaped(CharSequence text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
    return out.append('"').toString();
  }
}
