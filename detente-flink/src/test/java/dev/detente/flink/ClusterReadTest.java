package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.relate.CandidateIndex;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.story.Report;
import dev.detente.ledger.story.Story;
import dev.detente.pipeline.Cluster;
import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.ClusterTask;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.Pipeline;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cluster within this process reads as one machine does. */
class ClusterReadTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("detente.root"), "examples");

  /** The records of the examples in their order, as {@code detente read} writes them. */
  private static final List<String> EXPECTED = new ArrayList<>();

  private static final LocalDateTime NOW = LocalDateTime.of(2031, 4, 1, 12, 0);

  /** Every file of the first folder that the examples were read into. */
  private static Map<String, String> first = Map.of();

  @TempDir private Path folder;

  @BeforeAll
  static void readOnOneMachine() {
    try (Pipeline pipeline = Pipeline.load(Codebook.bundled(), false)) {
      OrderedRun.<String>run(
          source(List.of(EXAMPLES.toString())),
          incoming -> RecordWriter.line(pipeline.read(incoming).record()),
          1,
          outcome -> EXPECTED.add(outcome.value()));
    }
    assertThat(EXPECTED).hasSizeGreaterThan(10).doesNotContainNull();
  }

  private static ArticleSource source(List<String> inputs) {
    return new ArticleSource(inputs, SourceOptions.DEFAULT, InputStream.nullInputStream());
  }

  private ClusterReport read(Path to, int parallelism, Path... inputs) {
    Cluster cluster = ServiceLoader.load(Cluster.class).findFirst().orElseThrow();
    return cluster.read(
        new ClusterTask(
            Stream.of(inputs).map(Path::toString).toList(),
            SourceOptions.DEFAULT,
            to.toString(),
            false,
            parallelism,
            null));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }

  private static String hash(List<String> lines) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    lines.stream()
        .sorted()
        .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<String> records(Map<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith("records/"))
        .flatMap(file -> file.getValue().lines())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theSameRecordsHoweverManyReadAtOnce(int parallelism) throws Exception {
    Path to = folder.resolve("to");

    ClusterReport report = read(to, parallelism, EXAMPLES);

    Map<String, String> files = files(to);
    assertThat(report).isEqualTo(new ClusterReport(EXPECTED.size(), 0, false));
    assertThat(hash(records(files))).isEqualTo(hash(EXPECTED));
    assertThat(files).containsKeys("records/day=2031-03-13/part-0.jsonl");
    for (String name : files.keySet()) {
      if (name.startsWith("records/")) {
        List<String> lines = files.get(name).lines().toList();
        assertThat(lines).as(name).isEqualTo(EXPECTED.stream().filter(lines::contains).toList());
      }
    }
    first = first.isEmpty() ? files : first;
    assertThat(files).isEqualTo(first);
    files
        .get("records/day=2031-03-13/part-0.jsonl")
        .lines()
        .forEach(line -> assertThat(line).contains("\"published\":\"2031-03-13\""));
  }

  @Test
  void whatCannotBeReadIsToldAsideAndCostsNothingElse() throws Exception {
    Path broken = folder.resolve("broken.jsonl");
    Files.writeString(
        broken,
        """
        {"id": "a", "published": "2031-05-02", "text": "Utanriksministeren avviste kravet."}
        {"id": "b", "text": 7}
        {"id": "c", "published": "2031-05", "text": "The minister rejected the claim."}
        """);

    ClusterReport report = read(folder.resolve("to"), 2, broken, folder.resolve("gone.txt"));

    Map<String, String> files = files(folder.resolve("to"));
    assertThat(report).isEqualTo(new ClusterReport(2, 2, false));
    assertThat(files.keySet())
        .containsExactly(
            "messages/part-0.jsonl",
            "records/day=2031-05-02/part-0.jsonl",
            "records/day=undated/part-0.jsonl",
            "stories/part-0.jsonl");
    List<String> messages = files.get("messages/part-0.jsonl").lines().toList();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0)).contains("DET-0108").contains("line 2").contains("true");
    assertThat(messages.get(1)).contains("DET-0101").contains("gone.txt");
    // What it wrote it can read: the records again, and no more.
    List<String> again = new ArrayList<>();
    source(List.of(folder.resolve("to").toString()))
        .forEach(incoming -> again.add(RecordWriter.line(incoming.record())));
    assertThat(again).containsExactlyElementsOf(records(files));
  }

  @Test
  void analysesAreNotMadeAgain() throws Exception {
    Path analysed = folder.resolve("two.conllu");
    Files.writeString(
        analysed,
        """
        # newdoc id = one
        # sent_id = one-1
        # text = Ministeren avviste kravet.
        1\tMinisteren\tminister\tNOUN\t_\tDefinite=Def|Gender=Masc|Number=Sing\t2\tnsubj\t_\t_
        2\tavviste\tavvise\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
        3\tkravet\tkrav\tNOUN\t_\tDefinite=Def|Gender=Neut|Number=Sing\t2\tobj\t_\tSpaceAfter=No
        4\t.\t$.\tPUNCT\t_\t_\t2\tpunct\t_\t_

        """);
    List<String> expected = new ArrayList<>();
    try (Pipeline pipeline = Pipeline.load(Codebook.bundled(), true)) {
      source(List.of(analysed.toString()))
          .forEach(incoming -> expected.add(RecordWriter.line(pipeline.read(incoming).record())));
    }

    read(folder.resolve("to"), 1, analysed);

    assertThat(records(files(folder.resolve("to")))).isEqualTo(expected).hasSize(1);
  }

  /** The examples, two printings of one report among them and one that was corrected. */
  private Path news() throws IOException {
    String wire =
        "Skipsførerne i Vestøy møtte havnesjefen tirsdag for å snakke om den nye avgiften. "
            + "Havnesjef Marit Lunde sa at avgiften står fast til sommeren. "
            + "– Vi betaler ikke to ganger for samme kai, sa skipsfører Tor Vik til NTB. "
            + "Kommunen venter %s båter i uka framover.";
    Path folder = Files.createDirectory(this.folder.resolve("news"));
    Files.writeString(folder.resolve("many.jsonl"), many());
    Files.writeString(
        folder.resolve("a.txt"), "date 2031-03-12\n\nAvgift i havna\n\n" + wire.formatted("40"));
    Files.writeString(
        folder.resolve("b.txt"),
        "date 2031-03-13\n\nHavneavgiften blir stående\n\n" + wire.formatted("40"));
    Files.writeString(
        folder.resolve("c.txt"), "date 2031-03-13\n\nAvgift i havna\n\n" + wire.formatted("60"));
    return folder;
  }

  /** More articles of one week about the same states than any of them is compared with. */
  private static String many() {
    List<String> demands =
        List.of(
            "kvoter", "havner", "soldater", "tollsatser", "fanger", "flyforbindelser", "kabler");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2 * CandidateIndex.MOST; i++) {
      lines.append(
          String.format(
              "{\"id\":\"m%d\",\"published\":\"2031-05-%02d\",\"text\":\"Danmark krever at Sverige"
                  + " gir fra seg %d %s.\\n\\nSveriges statsminister avviser kravet om %s.\"}%n",
              i,
              1 + i % 5,
              20 + i / 3,
              demands.get(i % demands.size()),
              demands.get((i + i / 7) % demands.size())));
    }
    return lines.toString();
  }

  @Test
  void theLinksAndStoriesOfTheLedger() throws Exception {
    Path to = folder.resolve("to");
    Path news = news();
    List<String> links;
    List<String> stories;
    try (Ledger ledger = Ledger.write(folder.resolve("ledger.duckdb"));
        Pipeline pipeline = Pipeline.load(Codebook.bundled(), false)) {
      Adding adding = ledger.adding(Codebook.bundled());
      source(List.of(EXAMPLES.toString(), news.toString()))
          .forEach(
              incoming ->
                  adding.add(
                      CodedArticle.of(pipeline.read(incoming).record(), null, null, null),
                      false,
                      NOW));
      adding.commit(NOW);
      links = ledger.links().stream().map(ClusterReadTest::shown).sorted().toList();
      stories =
          new AcrossArticles(ledger)
              .stories().stream().map(ClusterReadTest::shown).sorted().toList();
    }

    read(to, 3, EXAMPLES, news);

    Map<String, String> files = files(to);
    assertThat(shown(files.get("links/part-0.jsonl"), ClusterReadTest::link))
        .isEqualTo(links)
        .hasSizeGreaterThan(10);
    assertThat(shown(files.get("stories/part-0.jsonl"), ClusterReadTest::story))
        .isEqualTo(stories)
        .anyMatch(story -> story.contains("[a, b]"))
        .noneMatch(story -> story.contains("b, c"));
  }

  /**
   * So many articles as are asked for by {@code -Ddetente.articles=2000}, of some parties over days
   * and weeks, in three languages, a tenth of them printed again by another outlet.
   */
  private Path archive(int articles) throws IOException {
    Random random = new Random(11);
    List<List<String>> texts =
        List.of(
            List.of(
                "%1$s krever at %2$s gir fra seg %4$d %3$s.",
                "Statsministeren i %2$s avviste kravet om %3$s.",
                "– Vi gir oss ikke, sa utenriksministeren i %1$s til Kystposten."),
            List.of(
                "%1$s skuldar %2$s for å ha teke %4$d %3$s.",
                "Utanriksministeren i %2$s nektar for at landet har teke %3$s.",
                "– Me vil ha alt tilbake, sa statsministeren i %1$s."),
            List.of(
                "%1$s demanded that %2$s return %4$d %3$s.",
                "The prime minister of %2$s rejected the demand.",
                "“We have nothing to return,” the foreign minister of %2$s told reporters."));
    List<String> states =
        List.of(
            "Finland",
            "Portugal",
            "Chile",
            "Peru",
            "Ghana",
            "Kenya",
            "Nepal",
            "Malta",
            "Kuwait",
            "Japan",
            "Ecuador",
            "Uruguay",
            "Bolivia",
            "Panama",
            "Senegal",
            "Sudan",
            "Jordan",
            "Oman",
            "Vietnam",
            "Thailand");
    List<List<String>> things =
        List.of(
            List.of("kvoter", "båter", "fanger", "kabler"),
            List.of("kvotar", "båtar", "fangar", "kablar"),
            List.of("quotas", "boats", "prisoners", "cables"));
    Path folder = Files.createDirectory(this.folder.resolve("archive"));
    List<StringBuilder> files = Stream.generate(StringBuilder::new).limit(8).toList();
    String before = "";
    for (int i = 0; i < articles; i++) {
      int language = random.nextInt(3);
      int one = random.nextInt(states.size());
      int other = (one + 1 + random.nextInt(states.size() - 1)) % states.size();
      if (before.isEmpty() || random.nextInt(10) > 0) {
        before =
            String.join("\\n\\n", texts.get(language))
                .formatted(
                    states.get(one),
                    states.get(other),
                    things.get(language).get(random.nextInt(4)),
                    2 + random.nextInt(200));
      }
      files
          .get(8 * i / articles)
          .append(
              "{\"id\":\"g%d\",\"outlet\":\"Avis %d\",\"published\":\"%s\",\"text\":\"%s\"}%n"
                  .formatted(i, i % 7, LocalDate.of(2031, 1, 1).plusDays(i / 50), before));
    }
    for (int i = 0; i < files.size(); i++) {
      Files.writeString(folder.resolve(i + ".jsonl"), files.get(i));
    }
    return folder;
  }

  @Test
  @EnabledIfSystemProperty(named = "detente.articles", matches = "[1-9]\\d*")
  void theHashesOfAnArchiveHoweverManyReadAtOnce(TestReporter reporter) throws Exception {
    Path archive = archive(Integer.getInteger("detente.articles"));
    Map<String, String> expected = new TreeMap<>();
    List<String> records = new ArrayList<>();
    long start = System.nanoTime();
    try (Ledger ledger = Ledger.write(folder.resolve("ledger.duckdb"));
        Pipeline pipeline = Pipeline.load(Codebook.bundled(), false)) {
      Adding adding = ledger.adding(Codebook.bundled());
      OrderedRun.<ArticleRecord>run(
          source(List.of(archive.toString())),
          incoming -> pipeline.read(incoming).record(),
          2,
          outcome -> {
            records.add(RecordWriter.line(outcome.value()));
            adding.add(CodedArticle.of(outcome.value(), null, null, null), false, NOW);
          });
      adding.commit(NOW);
      List<String> links = ledger.links().stream().map(ClusterReadTest::shown).toList();
      List<String> stories =
          new AcrossArticles(ledger).stories().stream().map(ClusterReadTest::shown).toList();
      assertThat(links).hasSizeGreaterThan(records.size() / 10);
      assertThat(stories).isNotEmpty();
      expected.put("records", records.size() + " " + hash(records));
      expected.put("links", links.size() + " " + hash(links));
      expected.put("stories", stories.size() + " " + hash(stories));
    }
    reporter.publishEntry("one machine", told(expected, start));

    for (int parallelism : List.of(1, 2, 4)) {
      start = System.nanoTime();
      Path to = folder.resolve("to" + parallelism);
      read(to, parallelism, archive);
      Map<String, String> files = files(to);
      List<String> links = shown(files.get("links/part-0.jsonl"), ClusterReadTest::link);
      List<String> stories = shown(files.get("stories/part-0.jsonl"), ClusterReadTest::story);
      Map<String, String> hashes = new TreeMap<>();
      hashes.put("records", records(files).size() + " " + hash(records(files)));
      hashes.put("links", links.size() + " " + hash(links));
      hashes.put("stories", stories.size() + " " + hash(stories));
      reporter.publishEntry("parallelism " + parallelism, told(hashes, start));
      assertThat(hashes).as("parallelism " + parallelism).isEqualTo(expected);
    }
  }

  private static String told(Map<String, String> hashes, long start) {
    return hashes + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s";
  }

  private static List<String> shown(String lines, Function<JsonNode, String> shown) {
    return lines.lines().map(ClusterReadTest::json).map(shown).sorted().toList();
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(CrossLink link) {
    return link.from()
        + " "
        + link.relation().label()
        + " "
        + link.to()
        + " "
        + link.confidence()
        + " "
        + link.why();
  }

  private static String link(JsonNode link) {
    return end(link.path("from"))
        + " "
        + link.path("relation").asText()
        + " "
        + end(link.path("to"))
        + " "
        + link.path("confidence").asDouble()
        + " "
        + link.path("why").asText();
  }

  private static String end(JsonNode end) {
    return end.path("article").asText() + "#" + end.path("id").asText();
  }

  private static String shown(Story story) {
    return story.id() + " " + story.reports().stream().map(Report::printings).toList();
  }

  private static String story(JsonNode story) {
    List<List<String>> reports = new ArrayList<>();
    for (JsonNode report : story.path("reports")) {
      List<String> printings = new ArrayList<>();
      report.path("printings").forEach(printing -> printings.add(printing.asText()));
      reports.add(printings);
    }
    return story.path("story").asText() + " " + reports;
  }

  @Test
  void nothingIsWrittenOver() throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "kept");

    assertThatThrownBy(() -> read(folder, 1, EXAMPLES))
        .isInstanceOf(DetenteException.class)
        .hasMessageContaining("DET-0903");
  }
}
