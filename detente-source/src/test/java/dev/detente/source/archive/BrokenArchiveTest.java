package dev.detente.source.archive;

import static dev.detente.source.archive.ArchiveBytes.arcStart;
import static dev.detente.source.archive.ArchiveBytes.gzip;
import static dev.detente.source.archive.ArchiveBytes.html;
import static dev.detente.source.archive.ArchiveBytes.join;
import static dev.detente.source.archive.ArchiveBytes.read;
import static dev.detente.source.archive.ArchiveBytes.record;
import static dev.detente.source.archive.ArchiveBytes.response;
import static dev.detente.source.archive.ArchiveBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.source.archive.ArchiveBytes.Reading;
import dev.detente.source.archive.ArchiveReaderTest.Storage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A broken record costs itself, says where it stands, and leaves those before and after it: in
 * every variation, and in archives too large to be kept. {@link HostileArchivesTest} reads those
 * that are kept.
 */
@Timeout(60)
class BrokenArchiveTest {
  private static void costsOne(byte[] archive, String code, String... words) {
    costs(archive, 1, code, words);
  }

  private static void costs(byte[] archive, int failures, String code, String... words) {
    Reading reading = read(archive);
    assertThat(reading.titles()).containsExactly("en", "to", "tre", "fire");
    assertThat(reading.failures()).hasSize(failures);
    assertThat(reading.failures().get(0)).startsWith(code).contains(": test.warc, byte ");
    assertThat(List.of(words)).allMatch(word -> reading.failures().get(0).contains(word));
    assertThat(reading.failures()).allMatch(failure -> failure.indexOf('\n') < 0);
  }

  private static byte[] withLength(String field) {
    return record("WARC/1.1", "response", "https://x.example/", field, html("feil"));
  }

  @ParameterizedTest
  @EnumSource
  void contentLengths(Storage storage) {
    int right = html("feil").length;
    String field = "Content-Length: ";
    for (String wrong :
        List.of(
            "",
            field + "x\r\n",
            field + "-1\r\n",
            field + "99999999999999999999\r\n",
            field + right + "\r\n" + field + (right + 1) + "\r\n",
            field + (right - 20) + "\r\n",
            field + (right + 20) + "\r\n",
            field + (right + 300) + "\r\n",
            field + "3\r\n",
            field + "0\r\n",
            field + "999999999999\r\n")) {
      Reading reading =
          read(
              storage.archive(
                  response("en"),
                  response("to"),
                  withLength(wrong),
                  response("tre"),
                  response("fire")));
      assertThat(reading.titles()).as(wrong).containsExactly("en", "to", "tre", "fire");
      assertThat(reading.failures()).as(wrong).hasSize(1);
      assertThat(reading.failures().get(0))
          .as(wrong)
          .matches("DET-012[34]: test.warc, byte \\d+: .*");
    }
  }

  @Test
  void wrongLengthsInsideOneMember() {
    for (String wrong : List.of("", "Content-Length: 10\r\n", "Content-Length: 900\r\n")) {
      costsOne(
          gzip(
              join(
                  response("en"),
                  response("to"),
                  withLength(wrong),
                  response("tre"),
                  response("fire"))),
          "DET-0123");
    }
  }

  @Test
  void aBrokenMember() {
    for (int at : new int[] {2, 3, 12, 40, 150}) {
      byte[] broken = gzip(response("feil"));
      broken[at] ^= 0x55;
      costsOne(
          join(
              gzip(response("en")),
              gzip(response("to")),
              broken,
              gzip(response("tre")),
              gzip(response("fire"))),
          "DET-012");
    }
    byte[] checksum = gzip(response("feil"));
    checksum[checksum.length - 6] ^= 1;
    costsOne(
        join(
            gzip(response("en")),
            gzip(response("to")),
            checksum,
            gzip(response("tre")),
            gzip(response("fire"))),
        "DET-0121",
        "checksum");
  }

  @Test
  void aMemberWithoutItsEnd() {
    byte[] whole = gzip(response("feil"));
    for (int length : new int[] {5, 30, whole.length / 2, whole.length - 3}) {
      costsOne(
          join(
              gzip(response("en")),
              gzip(response("to")),
              Arrays.copyOf(whole, length),
              gzip(response("tre")),
              gzip(response("fire"))),
          "DET-0121");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileWithoutItsEnd(Storage storage) {
    byte[] good =
        storage.archive(response("en"), response("to"), response("tre"), response("fire"));
    byte[] last = storage.archive(response("feil"));
    for (int length = 1; length < last.length - 8; length += 7) {
      Reading reading = read(join(good, Arrays.copyOf(last, length)));
      assertThat(reading.titles()).as("%d", length).containsExactly("en", "to", "tre", "fire");
      assertThat(reading.failures()).as("%d", length).hasSize(1);
    }
  }

  @Test
  void anyByteMayBeWrong() {
    byte[] good = join(gzip(response("en")), gzip(response("to")));
    byte[] last = gzip(response("tre"));
    byte[] middle = gzip(response("feil"));
    for (int at = 0; at < middle.length; at++) {
      byte[] broken = middle.clone();
      broken[at] ^= (byte) (1 << at % 8);
      Reading reading = read(join(good, broken, last));
      assertThat(reading.titles()).as("byte %d", at).startsWith("en", "to").endsWith("tre");
      assertThat(reading.titles().size() + reading.failures().size())
          .as("byte %d", at)
          .isBetween(3, 5);
    }
  }

  @Test
  void aHeaderOfFourHundredMegabytes() throws IOException {
    byte[] chunk = new byte[1 << 20];
    Arrays.fill(chunk, (byte) 'a');
    byte[] start = utf8("WARC/1.1\r\nWARC-Type: response\r\nX: ");
    byte[] end =
        utf8("\r\nWARC-Target-URI: https://x.example/\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(join(response("en"), start)),
                    new Repeated(chunk, 400),
                    new ByteArrayInputStream(join(end, response("to"))))));
    assertThat(titles(in)).containsExactly("en", "DET-0122", "to");
  }

  @Test
  void aHeaderThatExpandsToFourHundredMegabytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(gzip(response("en")));
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(utf8("WARC/1.1\r\nWARC-Type: response\r\nX: "));
      byte[] chunk = new byte[1 << 20];
      Arrays.fill(chunk, (byte) 'a');
      for (int i = 0; i < 400; i++) {
        gzip.write(chunk);
      }
    }
    out.writeBytes(gzip(response("to")));
    assertThat(titles(new ByteArrayInputStream(out.toByteArray())))
        .containsExactly("en", "DET-0122", "to");
  }

  @Test
  void aLengthOfGigabytesIsPassedByItsMember() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(gzip(response("en")));
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(
          utf8(
              "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\n"
                  + "Content-Length: 99999999999\r\n\r\n"
                  + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
      byte[] chunk = new byte[1 << 20];
      for (int i = 0; i < 150; i++) {
        gzip.write(chunk);
      }
    }
    out.writeBytes(gzip(response("to")));
    assertThat(titles(new ByteArrayInputStream(out.toByteArray())))
        .containsExactly("en", "DET-0125", "to");
  }

  private static List<String> titles(InputStream in) throws IOException {
    List<String> titles = new ArrayList<>();
    try (ArchiveReader reader = new ArchiveReader(in, "test.warc", 1 << 20, ArchiveMark.START)) {
      for (ArchiveEntry entry = reader.next(); entry != null; entry = reader.next()) {
        titles.add(
            entry.capture() == null
                ? entry.failure().code()
                : ArchiveBytes.title(entry.capture().content()));
      }
    }
    return titles;
  }

  /** Noise is refused and never throws. */
  @Test
  void noise() {
    Random random = new Random(7);
    byte[] seed =
        join(
            gzip(response("en")),
            gzip(record("request", "https://x.example/", utf8("GET /"))),
            gzip(response("to")));
    byte[] plain = join(response("en"), arcStart(1), response("to"));
    for (int i = 0; i < 3_000; i++) {
      byte[] noisy = (i % 2 == 0 ? seed : plain).clone();
      for (int j = 0; j <= i % 9; j++) {
        noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
      }
      Reading reading = read(noisy);
      assertThat(reading.titles().size() + reading.failures().size()).isLessThan(10);
    }
  }

  /** A chunk of bytes over and over. */
  private static final class Repeated extends InputStream {
    private final byte[] chunk;
    private final long length;
    private long at;

    Repeated(byte[] chunk, int times) {
      this.chunk = chunk;
      this.length = (long) chunk.length * times;
    }

    @Override
    public int read() {
      return at == length ? -1 : chunk[(int) (at++ % chunk.length)] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int count) {
      if (at == length) {
        return -1;
      }
      int start = (int) (at % chunk.length);
      int given = Math.min(count, chunk.length - start);
      System.arraycopy(chunk, start, to, from, given);
      at += given;
      return given;
    }
  }
}
