package dev.detente.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.source.fetch.FetchRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleSourceTest {
  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static List<Incoming> read(Metadata metadata, Limits limits, String in, Path... paths) {
    List<String> arguments = new ArrayList<>();
    for (Path path : paths) {
      arguments.add(path.toString());
    }
    if (!in.isEmpty()) {
      arguments.add("-");
    }
    List<Incoming> out = new ArrayList<>();
    new ArticleSource(
            arguments,
            new SourceOptions(metadata, limits, Codebook.bundled(), null, FetchRules.DEFAULT),
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)))
        .forEach(out::add);
    return out;
  }

  private static List<Incoming> read(Path... paths) {
    return read(Metadata.NONE, Limits.DEFAULT, "", paths);
  }

  private static Article article(Incoming incoming) {
    assertThat(incoming.failure()).isNull();
    return incoming.article();
  }

  private static String failure(Incoming incoming) {
    DetenteException failure = incoming.failure();
    assertThat(failure).isNotNull();
    return failure.getMessage();
  }

  @Test
  void aTextFileIsOneArticleUnchanged() throws IOException {
    String text = "  Første linje\r\n\r\nAndre – linje \uD83D\uDEF3\n";
    Article article = article(read(file("sak.om.fisk.txt", text)).get(0));

    assertThat(article.text().string()).isEqualTo(text);
    assertThat(article.id()).isEqualTo("sak.om.fisk");
    assertThat(article.published()).isNull();
  }

  @Test
  void aDateBeforeTheTextIsThePublicationDate() throws IOException {
    assertThat(article(read(file("a.txt", " date 2031-05 Statsråden kom.")).get(0)).published())
        .isEqualTo("2031-05");
    assertThat(
            article(read(file("b.txt", "date 2031-05-07\n\nStatsråden kom.")).get(0)).published())
        .isEqualTo("2031-05-07");
    assertThat(article(read(file("c.txt", "date: 2031\nStatsråden kom.")).get(0)).published())
        .isEqualTo("2031");
    assertThat(article(read(file("d.txt", "date 2031-13 is no month")).get(0)).published())
        .isNull();
    assertThat(article(read(file("e.txt", "date palms grow here")).get(0)).published()).isNull();
  }

  @Test
  void aFilesOwnDateGoesBeforeTheGivenOne() throws IOException {
    Metadata given = new Metadata("2030-01-01", "northpost.example", "http://x.example/", "nb");
    List<Incoming> read =
        read(
            given,
            Limits.DEFAULT,
            "",
            file("a.txt", "date 2031-05 Statsråden kom."),
            file("b.txt", "Statsråden kom."),
            file(
                "c.jsonl",
                "{\"text\": \"x\", \"outlet\": \"y.example\", \"language\": \"en-GB\"}"));

    assertThat(article(read.get(0)).published()).isEqualTo("2031-05");
    assertThat(article(read.get(1)).published()).isEqualTo("2030-01-01");
    assertThat(article(read.get(1)).outlet()).isEqualTo("northpost.example");
    assertThat(article(read.get(2)).outlet()).isEqualTo("y.example");
    assertThat(article(read.get(2)).language()).isEqualTo("en");
  }

  @Test
  void jsonLinesCarryIdsAndMetadataAndForeignKeys() throws IOException {
    List<Incoming> read =
        read(
            file(
                "desk.jsonl",
                """
                {"id": "k1", "text": "One.", "published": "2031-05-07", "url": "http://x.example/1", "title": "T"}

                {"text": "Two.", "tags": ["a", {"text": "no"}], "language": "no", "outlet": null}
                {"text": "Three \\ud800."}
                """));

    assertThat(read).hasSize(3);
    Article first = article(read.get(0));
    assertThat(first.id()).isEqualTo("k1");
    assertThat(first.published()).isEqualTo("2031-05-07");
    assertThat(first.url()).isEqualTo("http://x.example/1");
    assertThat(first.title()).isEqualTo("T");
    Article second = article(read.get(1));
    assertThat(second.id()).isEqualTo("desk#2");
    assertThat(second.text().string()).isEqualTo("Two.");
    assertThat(second.language()).isNull();
    assertThat(article(read.get(2)).text().string()).isEqualTo("Three \uD800.");
  }

  @Test
  void aBrokenLineCostsItselfOnly() throws IOException {
    List<Incoming> read =
        read(
            file(
                "desk.jsonl",
                "{\"text\": \"One.\"}\n{\"text\": \"Two\n[1]\n{\"txt\": \"x\"}\n{\"text\": 4}\n"
                    + "{\"text\": \" \"}\n{\"text\": \"x\", \"published\": \"yesterday\"}\n"
                    + "{\"text\": \"x\", \"language\": \"tlh\"}\n{\"text\": \"x\"} {}\n"
                    + "{\"text\": \"Ten.\"}"));

    assertThat(article(read.get(0)).id()).isEqualTo("desk");
    assertThat(failure(read.get(1))).startsWith("DET-0107").contains("desk.jsonl, line 2, column ");
    assertThat(failure(read.get(2))).startsWith("DET-0107").contains("desk.jsonl, line 3");
    assertThat(failure(read.get(3))).startsWith("DET-0108").contains("line 4").contains("\"text\"");
    assertThat(failure(read.get(4))).startsWith("DET-0108").contains("line 5");
    assertThat(failure(read.get(5))).startsWith("DET-0104").contains("line 6");
    assertThat(failure(read.get(6))).startsWith("DET-0109").contains("yesterday");
    assertThat(failure(read.get(7))).startsWith("DET-0110").contains("tlh").contains("nb, nn");
    assertThat(failure(read.get(8))).startsWith("DET-0107").contains("line 9");
    assertThat(article(read.get(9)).id()).isEqualTo("desk#10");
  }

  @Test
  void aTextInAnotherEncodingIsReadAndSaidToBe() throws IOException {
    String text = "En linje\nPå båten – den gamle «Ø»";
    Path windows = folder.resolve("windows.txt");
    Files.write(windows, text.getBytes("windows-1252"));
    Path wide = folder.resolve("wide.txt");
    Files.write(wide, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));

    List<Incoming> read = read(windows, wide);

    assertThat(article(read.get(0)).text().string()).isEqualTo(text);
    assertThat(read.get(0).notices())
        .singleElement()
        .asString()
        .startsWith("DET-0145")
        .contains("windows.txt")
        .contains("windows-1252");
    assertThat(article(read.get(1)).text().string()).isEqualTo(text);
    assertThat(read.get(1).notices()).isEmpty();
  }

  @Test
  void mojibakeIsPutRightOnlyWhenCertainAndIsAlwaysSaid() throws IOException {
    String certain = new String("Båten på Østsjøen – «nå»".getBytes(UTF_8), "windows-1252");

    List<Incoming> read = read(file("a.txt", certain), file("b.txt", certain + " Åpent."));

    assertThat(article(read.get(0)).text().string()).isEqualTo("Båten på Østsjøen – «nå»");
    assertThat(read.get(0).notices()).singleElement().asString().startsWith("DET-0146");
    assertThat(article(read.get(1)).text().string()).isEqualTo(certain + " Åpent.");
    assertThat(read.get(1).notices()).singleElement().asString().startsWith("DET-0147");
  }

  @Test
  void bytesThatAreNoTextAreFoundByLineAndByte() throws IOException {
    Path picture = folder.resolve("picture.txt");
    Files.write(picture, new byte[] {'G', 'I', 'F', '\n', 0, 1, 2, (byte) 0xF7, 3, 4});
    Path lines = folder.resolve("latin.jsonl");
    Files.write(
        lines,
        "{\"text\": \"a\"}\n{\"text\": \"b\u00e5t\"}\n{\"text\": \"c\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1));

    List<Incoming> read = read(picture, lines);

    assertThat(failure(read.get(0)))
        .startsWith("DET-0103")
        .contains("picture.txt, line 2, byte 4 of the line")
        .contains("0xF7");
    assertThat(article(read.get(1)).text().string()).isEqualTo("a");
    assertThat(failure(read.get(2))).contains("latin.jsonl, line 2, byte 12 of the line");
    assertThat(article(read.get(3)).text().string()).isEqualTo("c");
  }

  private static final String PAGE =
      "<!doctype html><html lang=nb><head><title>Strid om ferja</title></head><body><nav>Meny</nav>"
          + "<article><h1>Strid om ferja</h1><p>Ferja mellom Nordvik og Sørvik blir borte til høsten,"
          + " sier rederiet, som viser til at det ikke har penger til å seile.</p><p>Ordføreren vil"
          + " klage avgjørelsen inn for departementet, og hun sier at kommunen har penger nok til"
          + " begge deler, både ferje og skole.</p></article></body></html>";

  @Test
  void pagesAreReadAmongOtherFilesAlsoPacked() throws IOException {
    file("a.html", PAGE);
    file("b.txt", "b");
    file("c.htm", "<html><body></body></html>");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("d.html.gz")))) {
      out.write(PAGE.getBytes(UTF_8));
    }

    List<Incoming> read = read(folder);

    assertThat(read).hasSize(4);
    assertThat(article(read.get(0)).text().string()).startsWith("Strid om ferja\n\nFerja mellom");
    assertThat(article(read.get(0)).id()).isEqualTo("a");
    assertThat(read.get(0).page()).isNotNull();
    assertThat(article(read.get(1)).id()).isEqualTo("b");
    assertThat(failure(read.get(2))).startsWith("DET-0141").contains("c.htm");
    assertThat(article(read.get(3)).id()).isEqualTo("d");
  }

  @Test
  void standardInputIsAPageWhenItBeginsAsOne() {
    assertThat(article(read(Metadata.NONE, Limits.DEFAULT, PAGE).get(0)).text().string())
        .startsWith("Strid om ferja\n\n");
    assertThat(article(read(Metadata.NONE, Limits.DEFAULT, "< 3 minister quits").get(0)).text())
        .hasToString("< 3 minister quits");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    assertThat(article(read(file("a.txt", "\uFEFFtekst")).get(0)).text().string())
        .isEqualTo("tekst");
  }

  @Test
  void aLineBeyondTheBoundCostsItselfOnly() throws IOException {
    Path lines =
        file(
            "long.jsonl",
            "{\"text\": \"a\"}\n{\"text\": \"" + "b".repeat(5000) + "\"}\n{\"text\": \"c\"}\n");
    Path text = file("long.txt", "d".repeat(5000));

    List<Incoming> read = read(Metadata.NONE, new Limits(1000), "", lines, text);

    assertThat(article(read.get(0)).text().string()).isEqualTo("a");
    assertThat(failure(read.get(1)))
        .startsWith("DET-0106")
        .contains("long.jsonl, line 2")
        .contains("1000 bytes");
    assertThat(article(read.get(2)).id()).isEqualTo("long#3");
    assertThat(failure(read.get(3))).startsWith("DET-0106").contains("long.txt");
  }

  @Test
  void aLineOfExactlyTheBoundIsRead() throws IOException {
    String line = "{\"text\": \"" + "b".repeat(88) + "\"}";
    assertThat(line).hasSize(100);

    assertThat(
            article(
                    read(Metadata.NONE, new Limits(100), "", file("x.jsonl", line + "\n" + line))
                        .get(1))
                .text()
                .length())
        .isEqualTo(88);
  }

  @Test
  void aFolderIsReadInOrderWithItsSubfolders() throws IOException {
    file("b.txt", "b");
    file("a/z.txt", "z");
    file("a/.hidden.txt", "no");
    file(".git/x.txt", "no");
    file("c.md", "no");
    file("d.json", "[{\"text\": \"d1\"}, {\"text\": \"d2\"}]");
    file("e.ndjson", "{\"text\": \"e\"}");

    assertThat(read(folder))
        .extracting(incoming -> article(incoming).id())
        .containsExactly("z", "b", "d", "d#2", "e");
  }

  @Test
  void whatIsNotThereIsSaidAndTheRestRead() throws IOException {
    Files.createDirectories(folder.resolve("bare/deep"));
    List<Incoming> read =
        read(
            folder.resolve("gone.txt"),
            folder.resolve("bare"),
            file("empty.txt", " \n"),
            file("empty.jsonl", "\n\n"),
            file("empty.json", ""),
            file("x.txt", "x"));

    assertThat(failure(read.get(0))).startsWith("DET-0101").contains("gone.txt");
    assertThat(failure(read.get(1))).startsWith("DET-0105").contains("bare").contains(".jsonl");
    assertThat(failure(read.get(2))).startsWith("DET-0104").contains("empty.txt");
    assertThat(failure(read.get(3))).startsWith("DET-0104").contains("empty.jsonl");
    assertThat(failure(read.get(4))).startsWith("DET-0104").contains("empty.json");
    assertThat(article(read.get(5)).id()).isEqualTo("x");
  }

  @Test
  void brokenJsonInAFileKeepsWhatStandsBeforeIt() throws IOException {
    List<Incoming> read = read(file("d.json", "[{\"text\": \"d1\"},\n {\"text\": \"d2\"\n"));

    assertThat(article(read.get(0)).text().string()).isEqualTo("d1");
    assertThat(failure(read.get(1))).startsWith("DET-0107").contains("d.json, line 3");
  }

  @Test
  void standardInputIsTextOrJsonLinesByItsFirstCharacter() {
    Article text = article(read(Metadata.NONE, Limits.DEFAULT, "Minister Quill spoke.").get(0));
    assertThat(text.id()).matches("[0-9a-f]{16}");
    assertThat(text.text().string()).isEqualTo("Minister Quill spoke.");

    List<Incoming> lines =
        read(Metadata.NONE, Limits.DEFAULT, "\n {\"text\": \"a\"}\n{\"text\": \"b\"}\n");
    assertThat(lines).hasSize(2);
    assertThat(article(lines.get(0)).id()).isNotEqualTo(article(lines.get(1)).id());
  }

  private static OptionalLong count(Path... paths) {
    List<String> arguments = new ArrayList<>();
    for (Path path : paths) {
      arguments.add(path.toString());
    }
    return new ArticleSource(arguments, SourceOptions.DEFAULT, InputStream.nullInputStream())
        .count();
  }

  @Test
  void articlesAreCountedBeforeTheyAreRead() throws IOException {
    Path text = file("a.txt", "a");
    Path lines = file("b.jsonl", "{}\n\n{}");
    Path one = file("c.json", " {\"text\": \"c\"}");
    Path array = file("d.json", "[{}, {}]");

    assertThat(count(text, folder.resolve("gone"), lines, one)).hasValue(5);
    assertThat(count(text, array)).isEmpty();
    assertThat(count(Path.of("-"))).isEmpty();
  }
}
