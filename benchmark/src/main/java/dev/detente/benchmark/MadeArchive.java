package dev.detente.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A web archive made for the purpose: each page with its request, gzip record by record. */
final class MadeArchive {
  private MadeArchive() {}

  /** An archive of so many pages, each of its own words, of 43 kB as pages are. */
  static byte[] ofPages(int pages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < pages; i++) {
      String address = "https://kystposten.example/sak/" + i;
      out.writeBytes(
          gzip(record("request", address, "GET /sak/" + i + " HTTP/1.1\r\nHost: x\r\n\r\n")));
      out.writeBytes(gzip(record("response", address, page(i))));
    }
    return out.toByteArray();
  }

  private static String page(int number) {
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      story
          .append("<p class=\"article-body-text\" data-index=\"")
          .append(i)
          .append("\">Rederiet sier nei til å seile ")
          .append(number + i)
          .append(" turer til uten mer penger fra staten.</p><p>– Vi har ventet i ")
          .append(i + 2)
          .append(" uker, sier ordfører Lone Trøan til Kystposten.</p>");
    }
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + "<!doctype html><html lang=nb><head><meta property=og:type content=article><title>Ferja "
        + number
        + "</title>"
        + "<script>var data = {\"a\": [1, 2, 3], \"b\": \"c\"};</script>".repeat(250)
        + "</head><body><nav>"
        + "<a href=/sak>En annen sak</a> ".repeat(100)
        + "</nav><article><h1>Ferja blir liggende i "
        + number
        + " dager</h1>"
        + story
        + "</article><div class=related>"
        + "<div class=\"teaser teaser-small\"><a href=/sak><h3>En annen sak</h3><p>Om noe.</p></a></div>"
            .repeat(230)
        + "</div></body></html>";
  }

  /** A record of WARC 1.1, its end included. */
  static byte[] record(String type, String address, String block) {
    byte[] body = block.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("WARC/1.1\r\nWARC-Type: "
                + type
                + "\r\nWARC-Target-URI: "
                + address
                + "\r\nContent-Type: application/http; msgtype="
                + type
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** One member of gzip. */
  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
