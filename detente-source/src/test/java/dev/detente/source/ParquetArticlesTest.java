package dev.detente.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.fuzz.ReaderTarget;
import dev.detente.source.parquet.Column;
import dev.detente.source.parquet.ParquetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that other writers and ours wrote, and what is none. */
class ParquetArticlesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static Path made(String name) throws URISyntaxException {
    return Path.of(ParquetArticlesTest.class.getResource("parquet/" + name).toURI());
  }

  /** Of {@code make.py} there. */
  static Stream<Path> tables() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(made("make.py").getParent())) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList().stream();
    }
  }

  private static List<Incoming> read(InputStream in, String... inputs) {
    List<Incoming> read = new ArrayList<>();
    new ArticleSource(List.of(inputs), SourceOptions.DEFAULT, in).forEach(read::add);
    return read;
  }

  private static List<Incoming> read(Path file) {
    return read(InputStream.nullInputStream(), file.toString());
  }

  private static String shown(Incoming incoming) throws IOException {
    Article article = incoming.article();
    if (article == null) {
      return incoming.failure().code();
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", article.id());
    values.put("text", article.text().string());
    values.put("published", article.published());
    values.put("outlet", article.outlet());
    values.put("url", article.url());
    return JSON.writeValueAsString(values);
  }

  private static List<String> shown(List<Incoming> read) throws IOException {
    List<String> shown = new ArrayList<>();
    for (Incoming incoming : read) {
      shown.add(shown(incoming));
    }
    return shown;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theArticlesOfJsonLinesHoweverTheTableIsLaidOut(Path table) throws Exception {
    List<String> expected = new ArrayList<>();
    for (String line : Files.readAllLines(made("expected.jsonl"))) {
      expected.add(line.contains("\"text\": null") ? "DET-0108" : JSON.readTree(line).toString());
    }

    List<Incoming> read = read(table);

    assertThat(shown(read)).isEqualTo(expected).hasSize(12);
    assertThat(read.get(7).failure()).hasMessageContaining(", row 8");
    assertThat(read.get(11).reached().articles()).isEqualTo(12);
    try (InputStream in = Files.newInputStream(table)) {
      assertThat(shown(read(in, "-"))).isEqualTo(expected);
    }
  }

  @Test
  void whatWasReadIsPassedOver() throws Exception {
    Path table = made("zstd-millis.parquet");
    ArticleSource source =
        new ArticleSource(
            List.of(table.toString()), SourceOptions.DEFAULT, InputStream.nullInputStream());
    source.readOn(Map.of(table.toString(), new Checkpoint(table.toString(), 10, 0, 0)));
    List<Incoming> read = new ArrayList<>();

    source.forEach(read::add);

    assertThat(read).hasSize(2);
    assertThat(read.get(0).article().id()).isEqualTo("1010");
  }

  private static byte[] table(List<Column> columns, List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ParquetWriter writer = new ParquetWriter(out, columns, Map.of("made by", "a test"));
    for (List<Object> row : rows) {
      writer.add(row);
    }
    writer.finish();
    return out.toByteArray();
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("names", Column.Type.TEXTS),
          new Column("id", Column.Type.INTEGER),
          new Column("text", Column.Type.TEXT),
          new Column("weight", Column.Type.NUMBER),
          new Column("published", Column.Type.DAY));

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 30_000; i++) {
      String text = "Båt " + Long.toString(random.nextLong(), 36).repeat(1 + i % 40) + " 🛥";
      LocalDate day = i % 7 == 0 ? null : LocalDate.of(1969, 1, 1).plusDays(i);
      rows.add(
          Arrays.asList(
              i % 3 == 0 ? null : List.of("a", "b").subList(0, i % 3 - 1),
              i % 2 == 0 ? (Object) i : null,
              text,
              i % 5 == 0 ? null : (Object) (i / 4.0),
              day));
      expected.add(
          (i % 2 == 0 ? "" + i : "t" + (i == 0 ? "" : "#" + (i + 1))) + " " + text + " " + day);
    }

    byte[] bytes = table(COLUMNS, rows);
    List<Incoming> read = read(Files.write(folder.resolve("t.parquet"), bytes));

    assertThat(read.stream().map(Incoming::article).map(ParquetArticlesTest::line))
        .isEqualTo(expected);
    assertThat(table(COLUMNS, rows)).isEqualTo(bytes);
  }

  private static String line(Article article) {
    return article.id() + " " + article.text().string() + " " + article.published();
  }

  @Test
  void recordsComeBackAsTheyWereAndOtherTablesOfOursHoldNone() throws Exception {
    String line =
        "{\"schema\":\""
            + RecordWriter.SCHEMA
            + "\",\"article\":{\"id\":\"a\",\"language\":\"nb\","
            + "\"published\":null,\"outlet\":null,\"url\":null,\"title\":null,\"text\":\"Ja.\","
            + "\"passages\":[]},\"actors\":[],\"statements\":[],\"events\":[],\"links\":[],"
            + "\"times\":[],\"places\":[]}";
    Incoming before = read(new ByteArrayInputStream(line.getBytes("UTF-8")), "-").get(0);
    Path table = folder.resolve("part-0.parquet");
    try (OutputStream out = Files.newOutputStream(table)) {
      ParquetWriter writer = new ParquetWriter(out, RecordTable.COLUMNS, RecordTable.ABOUT);
      writer.add(RecordTable.row(before.article(), line));
      writer.finish();
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("other.parquet"))) {
      new ParquetWriter(out, COLUMNS, Map.of(RecordTable.SCHEMA, "detente/other/1")).finish();
    }

    List<Incoming> read = read(folder);

    assertThat(read).hasSize(1);
    assertThat(read.get(0).record()).isEqualTo(before.record()).isNotNull();
    // Beside the same lines it is not read a second time.
    Files.writeString(folder.resolve("part-0.jsonl"), line + "\n");
    assertThat(read(folder)).hasSize(1);
  }

  @Test
  void whatIsNoTableOfArticlesIsToldSo() throws Exception {
    List<Column> noText = List.of(new Column("id", Column.Type.TEXT));
    List<Column> number = List.of(new Column("text", Column.Type.NUMBER));
    byte[] good = Files.readAllBytes(made("snappy-dictionary.parquet"));
    byte[] encrypted = good.clone();
    encrypted[encrypted.length - 1] = 'E';

    assertThat(failure(table(noText, List.of()))).contains("DET-0108", "no column \"text\"");
    assertThat(failure(table(number, List.of()))).contains("DET-0108", "holds no texts");
    assertThat(failure(table(COLUMNS, List.of()))).contains("DET-0104");
    assertThat(failure("PAR1PAR1".getBytes("UTF-8"))).contains("DET-0180", "too short");
    assertThat(failure(Arrays.copyOf(good, good.length / 2))).contains("DET-0180");
    assertThat(failure(encrypted)).contains("DET-0181", "encrypted");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(good);
    }
    Path gz = Files.write(folder.resolve("a.parquet.gz"), packed.toByteArray());
    assertThat(read(gz)).hasSize(12);
  }

  private String failure(byte[] bytes) throws IOException {
    List<Incoming> read = read(Files.write(folder.resolve("x.parquet"), bytes));
    assertThat(read).hasSize(1);
    return read.get(0).failure().getMessage();
  }

  @Test
  void anArticleThatIsTooLongCostsItselfAlone() throws Exception {
    byte[] bytes =
        table(
            List.of(new Column("text", Column.Type.TEXT)),
            List.of(List.of("Ja."), List.of("n".repeat(2000)), List.of("Nei.")));
    List<Incoming> read = new ArrayList<>();
    new ArticleSource(
            List.of("-"),
            new SourceOptions(
                Metadata.NONE, new Limits(1000), Codebook.bundled(), InputFormat.PARQUET),
            new ByteArrayInputStream(bytes))
        .forEach(read::add);

    assertThat(read).hasSize(3);
    assertThat(read.get(1).failure())
        .hasMessageContaining("DET-0106")
        .hasMessageContaining("row 2");
    assertThat(read.get(2).article().text().string()).isEqualTo("Nei.");
  }

  /** Whatever becomes of a byte or two, articles come out or failures, and soon. */
  @ParameterizedTest
  @MethodSource("tables")
  void aBrokenTableIsAFailure(Path table) throws IOException {
    byte[] good = Files.readAllBytes(table);
    ReaderTarget target = new ReaderTarget(InputFormat.PARQUET);
    Random random = new Random(good.length);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 400; i++) {
            byte[] broken = good.clone();
            for (int j = 0; j <= i % 4; j++) {
              // Where pages are, and where the description is.
              int at = i % 2 == 0 ? random.nextInt(broken.length) : random.nextInt(2500);
              broken[at] = (byte) random.nextInt();
            }
            target.read(broken);
          }
        });
  }
}
