package dev.detente.source.archive;

import static dev.detente.source.archive.ArchiveBytes.arc;
import static dev.detente.source.archive.ArchiveBytes.arcStart;
import static dev.detente.source.archive.ArchiveBytes.gzip;
import static dev.detente.source.archive.ArchiveBytes.html;
import static dev.detente.source.archive.ArchiveBytes.http;
import static dev.detente.source.archive.ArchiveBytes.join;
import static dev.detente.source.archive.ArchiveBytes.page;
import static dev.detente.source.archive.ArchiveBytes.read;
import static dev.detente.source.archive.ArchiveBytes.record;
import static dev.detente.source.archive.ArchiveBytes.response;
import static dev.detente.source.archive.ArchiveBytes.utf8;
import static dev.detente.source.archive.ArchiveBytes.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.source.archive.ArchiveBytes.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveReaderTest {
  /** How the records of an archive may be stored. */
  enum Storage {
    PLAIN(bytes -> bytes),
    GZIP(ArchiveBytes::gzip),
    ZSTD(ArchiveBytes::zstd);

    private final UnaryOperator<byte[]> of;

    Storage(UnaryOperator<byte[]> of) {
      this.of = of;
    }

    byte[] archive(byte[]... records) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (byte[] record : records) {
        out.writeBytes(of.apply(record));
      }
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesComeInOrderAndTheRestIsCounted(Storage storage) {
    Reading reading =
        read(
            storage.archive(
                record("warcinfo", "", utf8("software: test\r\n")),
                record(
                    "request", "https://kystposten.example/en", utf8("GET /en HTTP/1.1\r\n\r\n")),
                response("en"),
                record("response", "dns:kystposten.example", utf8("20310507\n")),
                record("revisit", "https://kystposten.example/en", html("en")),
                record(
                    "response",
                    "https://kystposten.example/b.png",
                    http("Content-Type: image/png\r\n", new byte[3000])),
                record(
                    "response",
                    "https://kystposten.example/borte",
                    utf8("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>borte")),
                record(
                    "response",
                    "https://kystposten.example/tom",
                    http("Content-Type: text/html\r\n", new byte[0])),
                record(
                    "WARC/1.0",
                    "response",
                    "<http://kystposten.example/to>",
                    "content-length:   " + html("to").length + " \r\n",
                    html("to"))));

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.titles()).containsExactly("en", "to");
    assertThat(reading.reader().passedOver())
        .isEqualTo(
            Map.of(
                PassedOver.HOUSEKEEPING, 3L,
                PassedOver.REVISIT, 1L,
                PassedOver.NOT_A_PAGE, 1L,
                PassedOver.STATUS, 1L,
                PassedOver.EMPTY, 1L));
  }

  @Test
  void aCaptureKnowsItsAddressDateAndPlace() throws IOException {
    byte[] info = record("warcinfo", "", utf8("x"));
    byte[] page =
        record(
            "WARC/1.0",
            "response",
            "<https://kystposten.example/sak?id=1>",
            "Content-Length: " + html("sak").length + "\r\n",
            html("sak"));
    try (ArchiveReader reader =
        new ArchiveReader(
            new ByteArrayInputStream(join(gzip(info), gzip(page))),
            "a.warc.gz",
            1 << 20,
            ArchiveMark.START)) {
      Capture capture = reader.next().capture();
      assertThat(capture.url()).isEqualTo("https://kystposten.example/sak?id=1");
      assertThat(capture.date()).isEqualTo("2031-05-07T10:00:00Z");
      assertThat(capture.contentType()).isEqualTo("text/html; charset=utf-8");
      assertThat(capture.offset()).isEqualTo(gzip(info).length);
      assertThat(capture.content()).isEqualTo(utf8(page("sak")));
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aWholeFileInOneMemberIsReadToo() {
    Reading reading = read(gzip(join(response("en"), response("to"), response("tre"))));
    assertThat(reading.titles()).containsExactly("en", "to", "tre");
    assertThat(reading.failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void arcFilesOfBothVersions(Storage storage) {
    byte[] v2 =
        join(
            utf8(
                "http://x.example/with space 192.0.2.1 20310507100000 text/html 200 - - 17 x.arc "
                    + html("to").length
                    + "\n"),
            html("to"),
            utf8("\n"));
    Reading reading =
        read(
            storage.archive(
                arcStart(1),
                arc("http://x.example/", "text/html", html("en")),
                arc("dns:x.example", "text/dns", utf8("20310507 192.0.2.1\n")),
                v2,
                arc(
                    "http://x.example/b",
                    "image/png",
                    http("Content-Type: image/png\r\n", new byte[9]))));
    assertThat(reading.failures()).isEmpty();
    assertThat(reading.titles()).containsExactly("en", "to");
  }

  @Test
  void plainTextOfWetFiles() {
    byte[] text = utf8("Statsråden kom.\nHan gikk.\n");
    byte[] wet =
        join(
            utf8(
                "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://x.example/\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: "
                    + text.length
                    + "\r\n\r\n"),
            text,
            utf8("\r\n\r\n"));
    assertThat(read(gzip(wet)).titles()).containsExactly("Statsråden kom.\nHan gikk.\n");
  }

  private static Reading coded(String headers, byte[] body) {
    return read(
        gzip(
            record(
                "response",
                "https://kystposten.example/",
                http("Content-Type: text/html\r\n" + headers, body))));
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void codingsAreUndone() throws IOException {
    byte[] page = utf8(page("kodet"));
    // "<title>br</title>" by the reference encoder.
    byte[] brotli = Base64.getDecoder().decode("CwiAPHRpdGxlPmJyPC90aXRsZT4D");
    byte[] chunked =
        utf8(
            "5;x=y\r\n"
                + page("delt").substring(0, 5)
                + "\r\n"
                + Integer.toHexString(page("delt").length() - 5)
                + "\r\n"
                + page("delt").substring(5)
                + "\r\n0\r\n\r\n");
    assertThat(coded("Content-Encoding: gzip\r\n", gzip(page)).titles()).containsExactly("kodet");
    assertThat(coded("Content-Encoding: deflate\r\n", deflate(page)).titles())
        .containsExactly("kodet");
    assertThat(coded("Content-Encoding: zstd\r\n", zstd(page)).titles()).containsExactly("kodet");
    assertThat(coded("Content-Encoding: br\r\n", brotli).titles()).containsExactly("br");
    assertThat(coded("Content-Encoding: deflate, gzip\r\n", gzip(deflate(page))).titles())
        .containsExactly("kodet");
    assertThat(coded("Transfer-Encoding: chunked\r\n", chunked).titles()).containsExactly("delt");
    byte[] zipped = gzip(page);
    assertThat(
            coded(
                    "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                    join(
                        utf8(Integer.toHexString(zipped.length) + "\r\n"),
                        zipped,
                        utf8("\r\n0\r\n\r\n")))
                .titles())
        .containsExactly("kodet");
  }

  @Test
  void whatIsNotInTheCodingItIsSaidToBeInIsTakenAsItIs() {
    byte[] page = utf8(page("naken"));
    for (String coding : List.of("gzip", "deflate", "br", "zstd", "identity")) {
      assertThat(coded("Content-Encoding: " + coding + "\r\n", page).titles())
          .as(coding)
          .containsExactly("naken");
    }
    assertThat(coded("Transfer-Encoding: chunked\r\n", page).titles()).containsExactly("naken");
    assertThat(coded("Content-Length: 7\r\nContent-Length: 9\r\n", page).titles())
        .containsExactly("naken");
  }

  @ParameterizedTest
  @EnumSource
  void readingOnAfterAnyRecordGivesTheRest(Storage storage) {
    byte[] archive =
        storage.archive(
            response("en"),
            record("request", "https://x.example/", utf8("GET / HTTP/1.1\r\n\r\n")),
            response("to"),
            record("WARC/1.1", "response", "https://x.example/", "", html("uten")),
            response("tre"),
            response("fire"));
    resumesEverywhere(archive, List.of("en", "to", "tre", "fire"), 1);
  }

  @Test
  void readingOnInsideAMember() {
    resumesEverywhere(
        join(
            gzip(join(response("en"), response("to"))),
            gzip(join(response("tre"), response("fire")))),
        List.of("en", "to", "tre", "fire"),
        0);
  }

  private static void resumesEverywhere(byte[] archive, List<String> titles, int failures) {
    List<ArchiveMark> marks = new ArrayList<>();
    Reading whole = read(archive, 1 << 20, ArchiveMark.START, marks);
    assertThat(whole.titles()).isEqualTo(titles);
    assertThat(whole.failures()).hasSize(failures);
    for (int i = 0; i < marks.size(); i++) {
      Reading rest = read(archive, 1 << 20, marks.get(i), null);
      int before = i + 1;
      assertThat(rest.titles().size() + rest.failures().size())
          .as("after %s", marks.get(i))
          .isEqualTo(titles.size() + failures - before);
      assertThat(titles).endsWith(rest.titles().toArray(new String[0]));
    }
  }

  @Test
  void anEmptyFileHasNoPages() {
    assertThat(read(new byte[0]).titles()).isEmpty();
    assertThat(read(new byte[5000]).failures()).isEmpty();
  }
}
