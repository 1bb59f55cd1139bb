package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
  private static final Path EXAMPLES = Run.ROOT.resolve("examples");

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<ArticleRecord> records(Run run) {
    return run.out().lines().map(RecordReader::read).toList();
  }

  @Test
  void theExamplesAreRead() {
    Run run = Run.piped("", "read", EXAMPLES);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(records(run)).hasSize(12);
    assertThat(records(run))
        .extracting(record -> record.article().language())
        .containsOnly("nb", "nn", "en");
  }

  @Test
  void textComesBackUnchangedAndTheDateIsRead() throws IOException {
    Path file = EXAMPLES.resolve("kystposten-1.txt");
    ArticleRecord record = records(Run.piped("", "read", file)).get(0);

    assertThat(record.article().text().string()).isEqualTo(Files.readString(file));
    assertThat(record.article().id()).isEqualTo("kystposten-1");
    assertThat(record.article().published()).isEqualTo("2031-03-11");
    assertThat(record.article().passages().get(0).span().start()).isEqualTo(17);
  }

  @Test
  void theOrderAndTheBytesDoNotDependOnTheThreads() {
    Run one = Run.piped("", "read", "--threads", 1, EXAMPLES);
    Run eight = Run.piped("", "read", "--threads", 8, EXAMPLES);
    Run again = Run.piped("", "read", "--threads", 8, EXAMPLES);

    assertThat(eight.out()).isEqualTo(one.out());
    assertThat(again.out()).isEqualTo(one.out());
  }

  @Test
  void metadataIsGivenOnTheCommandLine() {
    Run run =
        Run.piped(
            "The minister rejected the claim.",
            "read",
            "--published",
            "2031-03",
            "--outlet",
            "x.example",
            "--url",
            "https://x.example/1",
            "--language",
            "en",
            "-");

    ArticleRecord record = records(run).get(0);
    assertThat(record.article().published()).isEqualTo("2031-03");
    assertThat(record.article().outlet()).isEqualTo("x.example");
    assertThat(record.article().url()).isEqualTo("https://x.example/1");
    assertThat(record.article().language()).isEqualTo("en");
  }

  @Test
  void standardInputIsReadWithoutBeingNamedWhenItIsNoTerminal() {
    assertThat(records(Run.piped("Statsråden avviste kravet.", "read"))).hasSize(1);
    Run typed = Run.typed(false, "read");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("DET-0205");
  }

  @Test
  void onATerminalTheOutputIsTextWithColourAndNarrowEnough() {
    Run colour = Run.typed(true, "read", EXAMPLES.resolve("kystposten-1.txt"));
    Run plain = Run.typed(false, "read", EXAMPLES.resolve("kystposten-1.txt"));

    assertThat(colour.out()).contains("\u001b[1m").contains("Islandsk tråler");
    assertThat(plain.out()).doesNotContain("\u001b").contains("kystposten-1 · 2031-03-11 · Bokmål");
    assertThat(plain.out().lines()).allMatch(line -> line.length() <= 90);
    assertThat(colour.out().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.out());
    assertThat(plain.err()).isEmpty();
  }

  @Test
  void textInAPipeHasNoColour() {
    Run run = Run.piped("", "read", "--format", "text", EXAMPLES.resolve("kystposten-1.txt"));

    assertThat(run.out()).doesNotContain("\u001b").contains("Islandsk tråler");
  }

  @Test
  void jsonIsOneArray() throws IOException {
    Run run = Run.piped("", "read", "--format", "json", EXAMPLES.resolve("wire.jsonl"));

    JsonNode array = new ObjectMapper().readTree(run.out());
    assertThat(array).hasSize(5);
    assertThat(array.path(0).path("article").path("id").asText()).isEqualTo("nordbyra-0311");
    Run none = Run.piped("", "read", "--format", "json", folder.resolve("gone"));
    assertThat(new ObjectMapper().readTree(none.out())).isEmpty();
  }

  @Test
  void conlluHasTenColumns() {
    Run run = Run.piped("", "read", "--format", "conllu", EXAMPLES.resolve("kystposten-1.txt"));

    assertThat(run.out()).startsWith("# newdoc id = kystposten-1\n");
    assertThat(run.out().lines().filter(line -> !line.isEmpty() && !line.startsWith("#")))
        .isNotEmpty()
        .allMatch(line -> line.split("\t", -1).length == 10);
  }

  @Test
  void whatCannotBeReadCostsItselfOnlyAndTheExitCodeSaysSo() throws IOException {
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "P\u00e5 b\u00e5ten".getBytes(StandardCharsets.ISO_8859_1));
    Path bare = Files.createDirectories(folder.resolve("bare"));

    Run run =
        Run.piped(
            "",
            "read",
            latin,
            file("empty.txt", ""),
            folder.resolve("gone.txt"),
            bare,
            file("broken.jsonl", "{\"text\": \"Statsråden avviste kravet.\"}\n{\"text\": \n"),
            EXAMPLES.resolve("kystposten-1.txt"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(records(run))
        .extracting(record -> record.article().id())
        .containsExactly("latin", "broken", "kystposten-1");
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("DET-0145").contains("latin.txt"),
            line -> assertThat(line).contains("DET-0104").contains("empty.txt"),
            line -> assertThat(line).contains("DET-0101").contains("gone.txt"),
            line -> assertThat(line).contains("DET-0105").contains("bare"),
            line -> assertThat(line).contains("DET-0107").contains("broken.jsonl, line 2"),
            line -> assertThat(line).contains("4 of 7 articles could not be read"));
  }

  @Test
  void lettersApartFromTheirMarksAreReadAndCountedAsTheyStand() throws IOException {
    String text =
        "Strid om ferja\n\nStatsråd Kåre Ås krever at båten går igjen.\n\n"
            + "– Vi kan ikke gå på vannet, sa ordfører Åse Lie.\n";
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(apart).isNotEqualTo(text);

    List<ArticleRecord> read =
        records(Run.piped("", "read", file("a.txt", text), file("b.txt", apart)));

    assertThat(read.get(1).article().text().string()).isEqualTo(apart);
    assertThat(read.get(1).statements())
        .extracting(statement -> statement.act())
        .isEqualTo(read.get(0).statements().stream().map(statement -> statement.act()).toList());
    assertThat(read.get(1).statements().get(0).content())
        .extracting(span -> read.get(1).article().slice(span))
        .containsExactly(Normalizer.normalize("båten går igjen", Normalizer.Form.NFD));
  }

  @Test
  void aLineOfFiftyMegabytesIsPassedOver() throws IOException {
    Path file = folder.resolve("long.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("{\"text\": \"Statsråden avviste kravet.\"}\n{\"text\": \"".getBytes("UTF-8"));
      byte[] megabyte = "statsråd kom ".repeat(100_000).substring(0, 1 << 20).getBytes("UTF-8");
      for (int i = 0; i < 50; i++) {
        out.write(megabyte);
      }
      out.write("\"}\n{\"text\": \"Ministeren kom.\"}\n".getBytes("UTF-8"));
    }

    Run run = Run.piped("", "read", file);

    assertThat(run.code()).isEqualTo(3);
    assertThat(records(run))
        .extracting(record -> record.article().id())
        .containsExactly("long", "long#3");
    assertThat(run.err()).contains("DET-0106").contains("long.jsonl, line 2").contains("16 MiB");
  }

  @Test
  void wrongUsageIsSaidWithTheRemedy() {
    assertThat(Run.piped("", "read", "--format", "xml", EXAMPLES))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.out()).isEmpty();
              assertThat(run.err())
                  .contains("DET-0201")
                  .contains("\"xml\"")
                  .contains("text, jsonl, json, conllu, webannotation or brat")
                  .contains("detente read --help");
            });
    assertThat(Run.piped("", "read", "--language", "tlh", EXAMPLES))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.err()).contains("DET-0110").contains("\"tlh\"").contains("nb, nn, en");
            });
    assertThat(Run.piped("", "read", "--published", "yesterday", EXAMPLES))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.err()).contains("DET-0202").contains("2022-02");
            });
    assertThat(Run.piped("", "read", "--threads", "0", EXAMPLES))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.err()).contains("DET-0203");
            });
    assertThat(Run.piped("", "read", "--codebook", folder.resolve("gone"), EXAMPLES))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.err()).contains("DET-0204");
            });
    assertThat(Run.piped("", "read", "--colour", EXAMPLES).code()).isEqualTo(2);
    assertThat(Run.piped("", "scoer").err()).contains("detente --help");
    assertThat(Run.piped("").code()).isEqualTo(2);
  }

  @Test
  void aReaderThatGoesAwayEndsTheRunWithoutAWord() {
    int[] written = new int[1];
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (written[0] > 0) {
              throw new IOException("Broken pipe");
            }
            written[0] += length;
          }
        };
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();

    int code =
        Main.run(
            new Terminal(
                new ByteArrayInputStream(new byte[0]),
                gone,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                80,
                false),
            "read",
            EXAMPLES.toString());

    assertThat(code).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aFullDiskIsSaid() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();

    int code =
        Main.run(
            new Terminal(
                new ByteArrayInputStream(new byte[0]),
                full,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                80,
                false),
            "read",
            EXAMPLES.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("DET-0502").contains("No space left");
  }

  @Test
  void anAnalysisReadAgainGivesTheSameBytes() throws IOException {
    Path examples = Run.ROOT.resolve("examples");
    Run conllu = Run.piped("", "read", "--format", "conllu", examples);
    Path stored = folder.resolve("stored.conllu");
    Files.writeString(stored, conllu.out());

    Run again = Run.piped("", "read", stored);

    assertThat(again.err()).isEmpty();
    assertThat(again.out()).isEqualTo(Run.piped("", "read", "--format", "jsonl", examples).out());
    assertThat(Run.piped(conllu.out(), "read", "-").out()).isEqualTo(again.out());
    assertThat(Run.piped("", "read", "--format", "conllu", stored).out()).isEqualTo(conllu.out());
  }

  @Test
  void anAnalysisIsCodedWithAnotherCodebook() throws IOException {
    Path stored = folder.resolve("stored.conllu");
    Files.writeString(
        stored,
        Run.piped("Statsråd Per Holm sier at toget er sent.", "read", "-f", "conllu", "-").out());
    Files.createDirectories(folder.resolve("mine/nb"));
    Files.writeString(
        folder.resolve("mine/nb/cues.yaml"),
        "verbs:\n  - {act: warn, frames: [clause], cues: [si]}\nwords: {markers: [at]}\n");

    assertThat(Run.piped("", "read", stored).out()).doesNotContain("\"act\":\"warn\"");
    assertThat(Run.piped("", "read", "--codebook", folder.resolve("mine"), stored).out())
        .contains("\"act\":\"warn\"");
  }
}
