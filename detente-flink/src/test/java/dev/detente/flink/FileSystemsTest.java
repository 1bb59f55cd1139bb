package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.flink.system.FileSystems;
import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.ClusterTask;
import dev.detente.source.ArticleSource;
import dev.detente.source.FileAddresses;
import dev.detente.source.Incoming;
import dev.detente.source.SourceOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs and results on any file system of Flink's; {@code shelf://} stands for all. */
class FileSystemsTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("detente.root"), "examples");

  @TempDir private Path folder;

  /** The folder as an address. */
  private String shelf;

  @BeforeEach
  void name() {
    shelf = "shelf://" + folder.getFileName();
  }

  private static ClusterReport read(String to, boolean tables, String... inputs) {
    return new FlinkCluster()
        .read(new ClusterTask(List.of(inputs), SourceOptions.DEFAULT, to, tables, 2, null));
  }

  private Map<String, String> files(String of) throws IOException {
    Path root = folder.resolve(of);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copied = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(path, copied);
        }
      }
    }
  }

  @Test
  void theSameBytesFromThereAndToThereAsOfFiles() throws Exception {
    copy(EXAMPLES, folder.resolve("examples"));
    ClusterReport report =
        read(folder.resolve("of files").toString(), true, folder.resolve("examples").toString());

    assertThat(read(shelf + "/of a shelf", true, shelf + "/examples")).isEqualTo(report);
    assertThat(files("of a shelf")).isEqualTo(files("of files")).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in",
        "in/",
        "in/**.jsonl*",
        "in/{b c,x}/a?.jsonl",
        "in/[a].jsonl",
        "in/*.parquet",
        "in/ø%20.jsonl"
      })
  void foldersAndPatternsAndPackedFilesAreThoseOfFiles(String input) throws Exception {
    String line =
        "{\"text\": \"Ministeren avviste kravet om %s.\", \"published\": \"2031-05-02\"}\n";
    Files.createDirectories(folder.resolve("in/b c"));
    Files.writeString(folder.resolve("in/b c/a1.jsonl"), line.formatted("fisk"));
    Files.writeString(folder.resolve("in/ø%20.jsonl"), line.formatted("olje"));
    Files.writeString(folder.resolve("in/Z.jsonl"), line.formatted("gass"));
    Files.writeString(folder.resolve("in/[a].jsonl"), line.formatted("havner"));
    Files.writeString(folder.resolve("in/.hidden.jsonl"), line.formatted("ingenting"));
    Files.write(folder.resolve("in/a2.jsonl.gz"), packed(line.formatted("kraft")));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT 'The minister rejected the claim.' AS text FROM range(3)) TO '%s'"
              .formatted(folder.resolve("in/table.parquet")));
    }

    List<String> expected = articles(folder + "/" + input, FileAddresses.NONE);

    assertThat(expected).isNotEmpty().noneMatch(article -> article.contains("DET-"));
    assertThat(articles(shelf + "/" + input, new FileSystems())).isEqualTo(expected);
    assertThat(articles("file://" + folder + "/" + input, new FileSystems())).isEqualTo(expected);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** What an input gives, each part of it read by itself as on a cluster. */
  private static List<String> articles(String input, FileAddresses elsewhere) {
    SourceOptions options = SourceOptions.DEFAULT.with(elsewhere);
    List<String> articles = new ArrayList<>();
    new ArticleSource(List.of(input), options, InputStream.nullInputStream())
        .parts()
        .forEach(
            part ->
                new ArticleSource(options)
                    .only(part)
                    .forEach(incoming -> articles.add(shown(incoming))));
    return articles;
  }

  private static String shown(Incoming incoming) {
    Article article = incoming.article();
    return article == null
        ? incoming.failure().getMessage()
        : article.id() + " " + article.url() + " " + article.text();
  }

  @Test
  void whatIsNotThereOrNotToBeOpenedIsToldAndCostsNothingElse() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "Ministeren avviste kravet.");

    ClusterReport report =
        read(
            shelf + "/to",
            false,
            shelf + "/gone.txt",
            "shelf://closed/a.jsonl",
            shelf + "/no/*.jsonl",
            shelf + "/a.txt");

    assertThat(report).isEqualTo(new ClusterReport(1, 3, false));
    assertThat(files("to").get("messages/part-0.jsonl").lines().toList())
        .satisfiesExactly(
            gone -> assertThat(gone).contains("DET-0101: " + shelf + "/gone.txt: no such file"),
            closed ->
                assertThat(closed).contains("DET-0102: shelf://closed/a.jsonl").contains("403"),
            none -> assertThat(none).contains("DET-0101: " + shelf + "/no/*.jsonl: no file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket/crawl", "s3://bucket", "gs://bucket/*.jsonl"})
  void aSchemeThatFlinkDoesNotKnowIsToldBeforeAnythingIsDone(String address) {
    Path to = folder.resolve("to");
    String known = EXAMPLES.toString();

    assertThatThrownBy(() -> read(to.toString(), false, known, address))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0910: " + address.replaceAll("(bucket).*", "$1"))
        .hasMessageContaining("FLINK_PLUGINS_DIR");
    assertThatThrownBy(() -> read(address, false, known))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0910: " + address);
    assertThat(to).doesNotExist();
  }
}
