package dev.detente.record.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.detente.article.DetenteException;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonSchema schema() throws IOException {
    Path file = Path.of(System.getProperty("detente.root", ".."), "docs", "record.schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(file));
  }

  @Test
  void whatWeWriteKeepsToOurSchema() throws IOException {
    JsonNode written = JSON.readTree(RecordWriter.line(SampleRecord.withText(SampleRecord.TEXT)));

    assertThat(schema().validate(written)).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNoRecord() throws IOException {
    String line = RecordWriter.line(SampleRecord.withText(SampleRecord.TEXT));

    assertThat(schema().validate(JSON.readTree(line.replace("\"act\":\"deny\"", "\"act\":\"x\""))))
        .isNotEmpty();
    assertThat(schema().validate(JSON.readTree(line.replace("[18,42]", "[18]")))).isNotEmpty();
    assertThat(schema().validate(JSON.readTree(line.replace("\"quad\":", "\"quadrant\":"))))
        .isNotEmpty();
    assertThat(schema().validate(JSON.readTree(line.replace("2031-05-XX", "on Monday"))))
        .isNotEmpty();
  }

  @Test
  void keysStandInTheOrderOfTheContract() throws IOException {
    JsonNode written = JSON.readTree(RecordWriter.line(SampleRecord.withText(SampleRecord.TEXT)));

    assertThat(written.fieldNames())
        .toIterable()
        .containsExactly(
            "schema", "article", "actors", "statements", "events", "links", "times", "places");
    assertThat(written.path("article").fieldNames())
        .toIterable()
        .containsExactly(
            "id", "language", "published", "outlet", "url", "title", "text", "passages");
    assertThat(written.path("statements").path(1).fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "speaker",
            "speaker_span",
            "cue",
            "content",
            "kind",
            "act",
            "addressee",
            "via",
            "date",
            "place",
            "why");
    assertThat(written.path("statements").path(1).path("content").toString())
        .isEqualTo("[[18,42]]");
    assertThat(written.path("events").path(0).path("quantities").path(0).toString())
        .isEqualTo("{\"of\":\"ships\",\"value\":100000,\"bound\":\"more than\",\"span\":[22,27]}");
  }

  @Test
  void aRecordComesBackAsItWasWritten() {
    ArticleRecord record = SampleRecord.withText(SampleRecord.TEXT);

    assertThat(RecordReader.read(RecordWriter.line(record))).isEqualTo(record);
    assertThat(RecordReader.read(RecordWriter.indented(record))).isEqualTo(record);
  }

  @Test
  void emojiIsWrittenAsItStandsAndALoneSurrogateAsItsEscape() {
    String line = RecordWriter.line(SampleRecord.withText("a \uD83D\uDEF3 b \uD800 \"c\" \uDC00"));

    assertThat(line).contains("\"text\":\"a \uD83D\uDEF3 b \\uD800 \\\"c\\\" \\uDC00\"");
  }

  @Test
  void anyTextSurvivesTheWayThroughUtf8() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60) + 90; i > 0; i--) {
        text.append(
            (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
      }
      ArticleRecord record = SampleRecord.withText(text.toString());
      byte[] bytes = RecordWriter.line(record).getBytes(StandardCharsets.UTF_8);

      String back = new String(bytes, StandardCharsets.UTF_8);
      assertThat(back).doesNotContain("\n");
      assertThat(RecordReader.read(back).article().text().string()).isEqualTo(text.toString());
    }
  }

  @Test
  void whatIsNoNumberIsNeverWritten() {
    ArticleRecord sample = SampleRecord.withText(SampleRecord.TEXT);
    Place place = sample.places().get(0);
    ArticleRecord record =
        new ArticleRecord(
            sample.article(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Place(
                    "p1", place.span(), "Bergen", "NOR", Double.NaN, 5.0, "point", "gazetteer")));

    assertThatThrownBy(() -> RecordWriter.line(record))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lat");
  }

  @Test
  void whatIsNoRecordIsRefusedWithItsReason() {
    assertThatThrownBy(() -> RecordReader.read("{"))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0401");
    assertThatThrownBy(() -> RecordReader.read("{\"schema\": \"other\"}"))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0402");
    assertThatThrownBy(
            () ->
                RecordReader.read(
                    RecordWriter.line(SampleRecord.withText(SampleRecord.TEXT))
                        .replace("[18,42]", "[42,18]")))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0402")
        .hasMessageContaining("42");
  }
}
