package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code detente read} on a web archive, to the record and the exit code. */
class ReadArchiveTest {
  @TempDir Path folder;

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static String record(String number, boolean whole) {
    String page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            + "<html lang=nb><head><meta property=og:type content=article></head><body><article>"
            + "<h1>Avviste kravet "
            + number
            + "</h1><p>Fiskeriminister Einar Brekkan avviste onsdag kravet fra Norge.</p><p>– Vi gir"
            + " oss ikke, sa Brekkan til Kystposten.</p></article></body></html>";
    int length = page.getBytes(StandardCharsets.UTF_8).length;
    return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://kystposten.example/"
        + number
        + "\r\n"
        + (whole ? "Content-Length: " + length + "\r\n" : "")
        + "\r\n"
        + page
        + "\r\n\r\n";
  }

  private Path archive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(gzip(record("en", true)));
    out.writeBytes(gzip(record("to", false)));
    out.writeBytes(gzip(record("tre", true)));
    return Files.write(folder.resolve("crawl.warc.gz"), out.toByteArray());
  }

  @Test
  void goodRecordsAreReadAndTheBrokenOneIsSaid() throws IOException {
    Run run = Run.piped("", "read", archive());

    assertThat(run.code()).isEqualTo(Main.SOME_FAILED);
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.contains("Vi gir oss ikke"));
    assertThat(run.err().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains("DET-0123", "crawl.warc.gz, byte ", "Content-Length"),
            line -> assertThat(line).contains("2 articles, 1 records left out as broken"),
            line -> assertThat(line).contains("1 of 3 articles could not be read"));
  }

  @Test
  void aRunIsGoneOnWith() throws IOException {
    Path archive = archive();
    Path state = folder.resolve("state");
    Run first = Run.piped("", "read", "--resume", state, archive);
    Run second = Run.piped("", "read", "--resume", state, archive);

    assertThat(first.out().lines()).hasSize(2);
    assertThat(second.out()).isEmpty();
    assertThat(second.code()).isZero();
    assertThat(Run.piped("", "read", "--format", "json", "--resume", state, archive).code())
        .isEqualTo(Main.USAGE);
  }

  @Test
  void aLedgerTakesInWhatIsLeftOfAnArchive() throws IOException {
    Path archive = archive();
    Path state = folder.resolve("state");
    Path ledger = folder.resolve("l.duckdb");
    Run first = Run.piped("", "add", "--ledger", ledger, "--resume", state, archive);
    String whole = Files.readString(state);
    Run second = Run.piped("", "add", "--ledger", ledger, "--resume", state, archive);

    assertThat(first.out()).contains("2 new articles");
    assertThat(whole).contains("3 " + Files.size(archive) + " 0 " + archive);
    assertThat(second.out()).contains("0 new articles").doesNotContain("there already");
    assertThat(second.code()).isZero();

    // As an interruption after the first article leaves it.
    int begins = gzip(record("en", true)).length;
    Files.writeString(state, "detente resume 1\n1 " + begins + " 0 " + archive + "\n");
    Path other = folder.resolve("other.duckdb");
    Run rest = Run.piped("", "add", "--ledger", other, "--resume", state, archive);
    assertThat(rest.out()).contains("1 new articles");
    assertThat(Files.readString(state))
        .endsWith("\n3 " + Files.size(archive) + " 0 " + archive + "\n");
  }

  @Test
  void whatTheLedgerDidNotKeepIsReadAgain() throws IOException {
    Path archive = archive();
    Path state = folder.resolve("state");
    Path noLedger = Files.writeString(folder.resolve("no.duckdb"), "no database at all");

    Run refused = Run.piped("", "add", "--ledger", noLedger, "--resume", state, archive);

    assertThat(refused.code()).isNotZero();
    assertThat(Files.readString(state)).isEqualTo("detente resume 1\n");
  }
}
