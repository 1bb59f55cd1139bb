package dev.detente.source;

import static dev.detente.source.archive.ArchiveBytes.gzip;
import static dev.detente.source.archive.ArchiveBytes.http;
import static dev.detente.source.archive.ArchiveBytes.join;
import static dev.detente.source.archive.ArchiveBytes.record;
import static dev.detente.source.archive.ArchiveBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, patterns of names and reading on, by way of {@link ArticleSource}. */
class ArchiveArticlesTest {
  @TempDir Path folder;

  static String article(String title) {
    return "<!DOCTYPE html><html lang=\"nb\"><head><title>"
        + title
        + "</title><meta property=\"og:type\" content=\"article\"></head><body><article><h1>"
        + title
        + "</h1><p>Utenriksminister Ragnhild Tveitane møtte onsdag den islandske ambassadøren i Oslo, og"
        + " samtalen varte i førti minutter uten at de ble enige.</p><p>– Vi kom et lite stykke videre,"
        + " sa Tveitane til pressen da møtet var over, og la til at de skal møtes igjen.</p>"
        + "<p>Island krever at tråleren slippes fri før forhandlingene kan fortsette i Tórshavn"
        + " neste uke.</p></article></body></html>";
  }

  private static byte[] page(String title) {
    return record(
        "response",
        "https://kystposten.example/" + title.length(),
        http("Content-Type: text/html; charset=utf-8\r\n", utf8(article(title))));
  }

  private static byte[] front() {
    return record(
        "response",
        "https://kystposten.example/",
        http(
            "Content-Type: text/html\r\n",
            utf8("<html><body><a href=a>Les mer</a></body></html>")));
  }

  private Path archive(String name, byte[]... records) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    byte[][] members = new byte[records.length][];
    for (int i = 0; i < records.length; i++) {
      members[i] = name.endsWith(".gz") ? gzip(records[i]) : records[i];
    }
    return Files.write(file, join(members));
  }

  private static ArticleSource source(InputStream in, String... arguments) {
    return new ArticleSource(List.of(arguments), SourceOptions.DEFAULT, in);
  }

  private static List<Incoming> read(ArticleSource source) {
    List<Incoming> all = new ArrayList<>();
    source.forEach(all::add);
    return all;
  }

  private static List<String> titles(List<Incoming> read) {
    return read.stream()
        .map(
            incoming ->
                incoming.article() == null
                    ? incoming.failure().code()
                    : incoming.article().text().string().lines().findFirst().orElse(""))
        .toList();
  }

  @Test
  void anArchiveGivesItsArticles() throws IOException {
    Path file =
        archive(
            "crawl.warc.gz",
            record("warcinfo", "", utf8("x")),
            page("Møttes onsdag"),
            front(),
            page("Møttes igjen torsdag"));
    ArticleSource source = source(InputStream.nullInputStream(), file.toString());
    List<Incoming> read = read(source);

    assertThat(titles(read)).containsExactly("Møttes onsdag", "Møttes igjen torsdag");
    Article first = read.get(0).article();
    assertThat(first.id()).isEqualTo("crawl");
    assertThat(read.get(1).article().id()).isEqualTo("crawl#2");
    assertThat(first.url()).startsWith("https://kystposten.example/");
    assertThat(first.published()).isNull();
    assertThat(source.summary())
        .containsExactly(
            "web archives: 2 articles; passed over by rule: 1 pages without an article, 1 requests"
                + " and notes of the crawler");
    assertThat(source.bytes()).hasValue(Files.size(file));
    assertThat(source.bytesRead()).isEqualTo(Files.size(file));
  }

  @Test
  void theCharsetOfTheHttpHeaderCounts() throws IOException {
    byte[] latin = article("Sør for Tromsø").getBytes(StandardCharsets.ISO_8859_1);
    Path file =
        archive(
            "a.warc",
            record(
                "response",
                "https://x.example/",
                http("Content-Type: text/html; charset=\"ISO-8859-1\"\r\n", latin)));
    assertThat(titles(read(source(InputStream.nullInputStream(), file.toString()))))
        .containsExactly("Sør for Tromsø");
  }

  @Test
  void foldersPatternsAndStandardInput() throws IOException {
    Path one = archive("crawl/1/a.warc.gz", page("En"));
    archive("crawl/2/b.warc", page("To"));
    archive("crawl/2/c.arc", dev.detente.source.archive.ArchiveBytes.arcStart(1));
    Files.writeString(folder.resolve("crawl/note.md"), "no");

    assertThat(titles(read(source(InputStream.nullInputStream(), folder.toString()))))
        .containsExactly("En", "To");
    assertThat(
            titles(read(source(InputStream.nullInputStream(), folder + "/crawl/*/*.warc{,.gz}"))))
        .containsExactly("En", "To");
    assertThat(titles(read(source(InputStream.nullInputStream(), folder + "/**.gz"))))
        .containsExactly("En");
    assertThat(titles(read(source(InputStream.nullInputStream(), folder + "/*.gz"))))
        .containsExactly("DET-0101");
    assertThat(titles(read(source(Files.newInputStream(one), "-")))).containsExactly("En");
    assertThat(titles(read(source(new ByteArrayInputStream(page("Rå")), "-"))))
        .containsExactly("Rå");
    Path odd = Files.copy(one, folder.resolve("download.gz"));
    assertThat(titles(read(source(InputStream.nullInputStream(), odd.toString()))))
        .containsExactly("En");
  }

  @Test
  void aBrokenRecordIsAFailureInItsPlace() throws IOException {
    byte[] broken = page("Feil");
    broken[broken.length - 40] = 0;
    byte[] zipped = gzip(broken);
    zipped[zipped.length - 7] ^= 1;
    Path file =
        Files.write(folder.resolve("a.warc.gz"), join(gzip(page("En")), zipped, gzip(page("To"))));
    ArticleSource source = source(InputStream.nullInputStream(), file.toString());
    List<Incoming> read = read(source);

    assertThat(titles(read)).containsExactly("En", "DET-0121", "To");
    assertThat(read.get(2).article().id()).isEqualTo("a#3");
    assertThat(source.summary().get(0)).contains("1 records left out as broken");
  }

  @Test
  void readingOnGivesTheRest() throws IOException {
    archive("a.warc.gz", page("En"), front(), page("To"), page("Tre"));
    Files.writeString(
        folder.resolve("b.jsonl"), "{\"text\": \"Fire er her.\"}\n{\"text\": \"Fem er her.\"}\n");
    Files.writeString(folder.resolve("c.txt"), "Seks er her.");
    Path state = Files.createTempDirectory("resume").resolve("state");

    List<String> whole = titles(read(source(InputStream.nullInputStream(), folder.toString())));
    assertThat(whole).hasSize(6);
    for (int stop = 0; stop <= 6; stop++) {
      Files.deleteIfExists(state);
      List<Incoming> all = new ArrayList<>();
      try (ResumeFile file = ResumeFile.open(state)) {
        int[] left = {stop};
        source(InputStream.nullInputStream(), folder.toString())
            .forEach(
                incoming -> {
                  if (left[0]-- > 0) {
                    all.add(incoming);
                    file.note(incoming.reached());
                  }
                });
      }
      // A crash may leave half a line.
      Files.writeString(state, Files.readString(state) + "12 3", StandardCharsets.UTF_8);
      try (ResumeFile file = ResumeFile.open(state)) {
        ArticleSource source = source(InputStream.nullInputStream(), folder.toString());
        source.readOn(file.reached());
        source.forEach(all::add);
      }
      assertThat(titles(all)).as("after %d", stop).isEqualTo(whole);
      assertThat(all.stream().map(incoming -> incoming.article().id()).distinct()).hasSize(6);
    }
  }

  @Test
  void aStateOfAnotherFileIsRefused() throws IOException {
    Path file = archive("a.warc.gz", page("En"));
    ArticleSource source = source(InputStream.nullInputStream(), file.toString());
    source.readOn(Map.of(file.toString(), new Checkpoint(file.toString(), 3, 1 << 30, 0)));
    assertThat(titles(read(source))).containsExactly("DET-0127");

    Path other = Files.writeString(folder.resolve("other"), "my diary");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ResumeFile.open(other)))
        .hasMessageStartingWith("DET-0128");
    assertThat(other).content().isEqualTo("my diary");
  }
}
