package dev.detente.source.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Builds archives, right and wrong ones, for tests. */
public final class ArchiveBytes {
  private ArchiveBytes() {}

  /** A page of about as many bytes as it has words. */
  public static String page(String words) {
    return "<!DOCTYPE html><html><head><title>"
        + words
        + "</title></head><body><p>"
        + words
        + "</p></body></html>";
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  /** A Zstandard frame with a checksum left out and blocks as they are (RFC 8878, raw blocks). */
  public static byte[] zstd(byte[] bytes) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    // Single segment, four bytes of content size.
    frame.writeBytes(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xA0});
    for (int i = 0; i < 4; i++) {
      frame.write(bytes.length >>> (8 * i));
    }
    int at = 0;
    do {
      int size = Math.min(1 << 16, bytes.length - at);
      int header = size << 3 | (at + size == bytes.length ? 1 : 0);
      frame.write(header);
      frame.write(header >> 8);
      frame.write(header >> 16);
      frame.write(bytes, at, size);
      at += size;
    } while (at < bytes.length);
    return frame.toByteArray();
  }

  public static byte[] http(String headers, byte[] body) {
    return join(utf8("HTTP/1.1 200 OK\r\n" + headers + "\r\n"), body);
  }

  public static byte[] html(String words) {
    return http("Content-Type: text/html; charset=utf-8\r\n", utf8(page(words)));
  }

  /** A record with its right length. */
  public static byte[] record(String type, String url, byte[] block) {
    return record("WARC/1.1", type, url, "Content-Length: " + block.length + "\r\n", block);
  }

  public static byte[] record(
      String version, String type, String url, String lengthField, byte[] block) {
    return join(
        utf8(
            version
                + "\r\nWARC-Type: "
                + type
                + "\r\nWARC-Record-ID: <urn:uuid:11111111-2222-3333-4444-555555555555>"
                + "\r\nWARC-Date: 2031-05-07T10:00:00Z\r\nWARC-Target-URI: "
                + url
                + "\r\nContent-Type: application/http; msgtype="
                + type
                + "\r\n"
                + lengthField
                + "\r\n"),
        block,
        utf8("\r\n\r\n"));
  }

  /** A response that holds the page of these words. */
  public static byte[] response(String words) {
    return record("response", "https://kystposten.example/" + words, html(words));
  }

  public static byte[] arc(String url, String type, byte[] block) {
    return join(
        utf8(url + " 192.0.2.1 20310507100000 " + type + " " + block.length + "\n"),
        block,
        utf8("\n"));
  }

  public static byte[] arcStart(int version) {
    byte[] block =
        utf8(version + " 0 Crawl\nURL IP-address Archive-date Content-type Archive-length\n");
    return arc("filedesc://crawl.arc", "text/plain", block);
  }

  /** What a reader makes of an archive. */
  record Reading(List<String> titles, List<String> failures, ArchiveReader reader) {}

  static Reading read(byte[] archive) {
    return read(archive, 1 << 20);
  }

  static Reading read(byte[] archive, int pageLimit) {
    return read(archive, pageLimit, ArchiveMark.START, null);
  }

  static Reading read(byte[] archive, int pageLimit, ArchiveMark from, List<ArchiveMark> marks) {
    List<String> titles = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    try (ArchiveReader reader =
        new ArchiveReader(
            new ByteArrayInputStream(
                Arrays.copyOfRange(archive, (int) from.offset(), archive.length)),
            "test.warc",
            pageLimit,
            from)) {
      for (ArchiveEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry.capture() != null) {
          titles.add(title(entry.capture().content()));
        } else {
          failures.add(entry.failure().getMessage());
        }
        if (marks != null) {
          marks.add(entry.after());
        }
      }
      return new Reading(titles, failures, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String title(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    int start = text.indexOf("<title>");
    int end = text.indexOf("</title>");
    return start < 0 || end < start ? text : text.substring(start + 7, end);
  }
}
