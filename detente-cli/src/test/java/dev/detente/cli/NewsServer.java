package dev.detente.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A server of this machine with one article, {@code /sak}, and a feed of it, {@code /feed}; nothing
 * else is there.
 */
final class NewsServer implements AutoCloseable {
  private static final String PAGE =
      "<html lang=nb><head><meta property=og:type content=article></head><body><article><h1>Avviste"
          + " kravet</h1><p>Fiskeriminister Einar Brekkan avviste onsdag kravet fra Norge.</p><p>–"
          + " Vi gir oss ikke, sa Brekkan til Kystposten.</p></article></body></html>";

  private final HttpServer server;

  /**
   * @param more further items of the feed, in RSS
   */
  NewsServer(String more) throws IOException {
    String feed =
        """
        <rss version="2.0"><channel><title>Kystposten</title><language>nb</language>
        <item><title>Avviste kravet</title><link>/sak</link><guid isPermaLink="false">s1</guid>
        <pubDate>Tue, 11 Mar 2031 10:30:00 GMT</pubDate><description>Kort.</description></item>
        """
            + more
            + "</channel></rss>";
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/feed", "application/rss+xml", feed);
    serve("/sak", "text/html; charset=utf-8", PAGE);
    server.createContext(
        "/",
        asked -> {
          asked.sendResponseHeaders(404, -1);
          asked.close();
        });
    server.start();
  }

  private void serve(String path, String type, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        asked -> {
          asked.getResponseHeaders().set("Content-Type", type);
          asked.sendResponseHeaders(200, body.length);
          asked.getResponseBody().write(body);
          asked.close();
        });
  }

  /** The address of a path: {@code /feed}, {@code /sak}. */
  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
