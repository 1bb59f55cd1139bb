package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.ArticleText;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.json.RecordReader;
import dev.detente.source.mark.Annotation;
import dev.detente.source.mark.Brat;
import dev.detente.source.mark.WebAnnotations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled examples in the forms of other programs. */
class ExportFormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Path ledger;
  private static final List<ArticleRecord> RECORDS = new ArrayList<>();

  @BeforeAll
  static void add() throws IOException {
    ledger = folder.resolve("examples.duckdb");
    Run add = Run.piped("", "add", Run.ROOT.resolve("examples"), "--ledger", ledger);
    assertThat(add.code()).as(add.err()).isZero();
    for (String line : lines("records", "records.jsonl")) {
      RECORDS.add(RecordReader.read(line));
    }
  }

  private static List<String> lines(String format, String file) throws IOException {
    Path to = folder.resolve(format);
    Run run = Run.piped("", "export", "--format", format, to, "--ledger", ledger);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains(to.resolve(file).toString());
    return Files.readAllLines(to.resolve(file));
  }

  private static long events(boolean all) {
    return RECORDS.stream()
        .flatMap(record -> record.events().stream())
        .filter(event -> all || event.status() == EventStatus.ACTUAL)
        .count();
  }

  @Test
  void recordsGoIntoAnotherLedgerAsTheyAre() throws IOException {
    Path other = folder.resolve("other.duckdb");
    Path file = folder.resolve("records/records.jsonl");
    Run add = Run.piped("", "add", file, "--ledger", other);
    assertThat(add.code()).as(add.err()).isZero();
    assertThat(add.out()).contains(RECORDS.size() + " new articles");
    assertThat(Run.piped("", "add", file, "--ledger", other).out())
        .contains("0 new articles", RECORDS.size() + " there already");
    Path again = folder.resolve("again");
    Run.piped("", "export", "--format", "records", again, "--ledger", other);
    assertThat(again.resolve("records.jsonl")).hasSameTextualContentAs(file);
  }

  @Test
  void gdeltHasItsColumnsAndOneRowForWhatSeveralTell() throws IOException {
    List<String> rows = lines("gdelt", "gdelt.export.csv");
    List<String> mentions = Files.readAllLines(folder.resolve("gdelt/gdelt.mentions.csv"));
    assertThat(rows).isNotEmpty().allMatch(row -> row.split("\t", -1).length == 61);
    assertThat(mentions).allMatch(row -> row.split("\t", -1).length == 16);
    assertThat((long) mentions.size()).isBetween((long) rows.size(), events(false));
    Set<String> ids = new HashSet<>();
    int told = 0;
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      assertThat(ids.add(cells[0])).as(cells[0]).isTrue();
      assertThat(cells[1]).matches("\\d{8}");
      assertThat(cells[29]).matches("[1-4]");
      told += Integer.parseInt(cells[31]);
    }
    for (String mention : mentions) {
      assertThat(ids).contains(mention.split("\t", -1)[0]);
    }
    assertThat(told).isGreaterThanOrEqualTo(mentions.size());
    assertThat(rows.size()).isLessThan(mentions.size());
  }

  @Test
  void ngecHasEveryEventWithItsActors() throws IOException {
    List<String> rows = lines("ngec", "events.ngec.jsonl");
    assertThat((long) rows.size()).isEqualTo(events(true));
    int actors = 0;
    for (String row : rows) {
      JsonNode event = JSON.readTree(row);
      assertThat(event.path("event_type").asText()).isNotEmpty();
      actors += event.path("attributes").path("ACTOR").size();
    }
    assertThat(actors).isPositive();
  }

  @Test
  void noCountryIsAPinInGeoJson() throws IOException {
    JsonNode whole = JSON.readTree(String.join("\n", lines("geojson", "events.geojson")));
    assertThat(whole.path("type").asText()).isEqualTo("FeatureCollection");
    assertThat(whole.path("features")).isNotEmpty();
    for (JsonNode feature : whole.path("features")) {
      boolean point = feature.path("properties").path("precision").asText().equals("point");
      if (!point) {
        assertThat(feature.path("geometry").isNull()).isTrue();
      }
    }
  }

  @Test
  void webAnnotationsAreReadBack() throws IOException {
    List<String> pages = lines("webannotation", "annotations.jsonl");
    assertThat(pages).hasSameSizeAs(RECORDS);
    for (int i = 0; i < pages.size(); i++) {
      ArticleRecord record = RECORDS.get(i);
      assertThat(WebAnnotations.read(pages.get(i), record.article().text(), "page"))
          .hasSizeGreaterThanOrEqualTo(record.statements().size() + record.events().size());
    }
  }

  @Test
  void schemaOrgRatesNothing() throws IOException {
    String whole = String.join("\n", lines("jsonld", "articles.jsonld"));
    JsonNode articles = JSON.readTree(whole).path("@graph");
    assertThat(articles).hasSameSizeAs(RECORDS);
    for (int i = 0; i < articles.size(); i++) {
      JsonNode article = articles.get(i);
      assertThat(article.path("headline").asText()).isNotEmpty();
      assertThat(article.path("@type").asText()).isEqualTo("NewsArticle");
      assertThat(article.path("hasPart")).hasSize(RECORDS.get(i).statements().size());
      List<String> described = article.path("about").findValuesAsText("description");
      assertThat(described)
          .containsExactlyElementsOf(
              RECORDS.get(i).events().stream()
                  .map(Event::evidence)
                  .map(RECORDS.get(i).article()::slice)
                  .toList());
    }
    assertThat(whole).doesNotContain("ClaimReview");
  }

  @Test
  void bratIsReadBackAndNotWrittenOver() throws IOException {
    Path to = folder.resolve("brat");
    Run run = Run.piped("", "export", "--format", "brat", to, "--ledger", ledger);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(to.resolve("annotation.conf")).exists();
    for (ArticleRecord record : RECORDS) {
      String name = record.article().id();
      ArticleText text = ArticleText.of(Files.readString(to.resolve(name + ".txt")));
      assertThat(text.string()).isEqualTo(record.article().text().string());
      List<Annotation> read = Brat.read(Files.readString(to.resolve(name + ".ann")), text, name);
      assertThat(read.stream().filter(one -> one.id().startsWith("E")))
          .hasSize(record.statements().size() + record.events().size());
    }
    // Nothing was corrected, so that what is read anew is what was written.
    Run score = Run.piped("", "score", to);
    assertThat(score.out()).contains(RECORDS.size() + " articles, 0 without a record");
    assertThat(score.out()).containsPattern("statement content +100.0 +100.0 +100.0");

    Run again = Run.piped("", "export", "--format", "brat", to, "--ledger", ledger);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("DET-0235");
  }

  @Test
  void analysesAreReadWithoutTheModel() throws IOException {
    assertThat(lines("conllu", "analyses.conllu")).anyMatch(line -> line.startsWith("# newdoc"));
  }
}
