package dev.detente.source.fetch;

import dev.detente.article.DetenteException;
import dev.detente.source.http.ContentCodings;
import dev.detente.source.http.HeaderFields;
import dev.detente.source.http.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one address by HTTP/1.1.
 *
 * <p>A host's name is resolved once and the connection made to the very address that was checked,
 * at each redirect anew: the JDK's own clients resolve a second time, and a name may then mean
 * another machine. No cookie is kept, no credential sent. Thread-safe.
 */
public final class Fetcher {
  /** Resolves names; tests give their own. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private static final int HEAD = 1 << 16;

  private final FetchRules rules;
  private final Resolver resolver;

  /** A fetcher that keeps to these rules. */
  public Fetcher(FetchRules rules) {
    this(rules, InetAddress::getAllByName);
  }

  Fetcher(FetchRules rules, Resolver resolver) {
    this.rules = rules;
    this.resolver = resolver;
  }

  /** The rules it keeps to. */
  public FetchRules rules() {
    return rules;
  }

  /**
   * Fetches.
   *
   * @param etag of the answer that is known; null for none
   * @param lastModified of the answer that is known; null for none
   * @throws DetenteException DET-0170 to DET-0174, with the address and the reason
   */
  public Fetched fetch(URI address, @Nullable String etag, @Nullable String lastModified) {
    long deadline = System.nanoTime() + rules.timeout().toNanos();
    URI at = address;
    for (int hop = 0; hop <= rules.redirects(); hop++) {
      Answer answer = ask(at, etag, lastModified, deadline);
      String location = answer.head.first("location");
      boolean redirected =
          answer.status == 301
              || answer.status == 302
              || answer.status == 303
              || answer.status == 307
              || answer.status == 308;
      if (!redirected || location == null) {
        return new Fetched(
            at,
            answer.status,
            answer.head.first("content-type"),
            answer.head.first("etag"),
            answer.head.first("last-modified"),
            answer.head.first("retry-after"),
            answer.body);
      }
      try {
        at = at.resolve(location.strip());
      } catch (IllegalArgumentException e) {
        throw refused("DET-0170", at, "leads to \"" + location + "\", which is no address");
      }
    }
    throw refused("DET-0172", address, "leads on more than " + rules.redirects() + " times");
  }

  private record Answer(int status, HeaderFields head, byte[] body) {}

  private Answer ask(
      URI address, @Nullable String etag, @Nullable String lastModified, long deadline) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    String host = address.getHost();
    if (!secure && !scheme.equals("http")) {
      throw refused("DET-0170", address, "is no address of http or https");
    }
    if (host == null || host.isEmpty() || address.getUserInfo() != null) {
      throw refused("DET-0170", address, "has no host that may be asked, or holds a password");
    }
    int port = address.getPort() < 0 ? (secure ? 443 : 80) : address.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(resolve(address, host), port), left(deadline));
      Socket socket = secure ? secured(plain, host, port, deadline) : plain;
      String path = address.getRawPath();
      String request =
          "GET "
              + (path == null || path.isEmpty() ? "/" : path)
              + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
              + " HTTP/1.1\r\nHost: "
              + host
              + (address.getPort() < 0 ? "" : ":" + port)
              + "\r\nUser-Agent: "
              + rules.userAgent()
              + "\r\nAccept: text/html, application/xhtml+xml, application/rss+xml,"
              + " application/atom+xml, application/feed+json, */*;q=0.5"
              + "\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n"
              + (etag == null ? "" : "If-None-Match: " + oneLine(etag) + "\r\n")
              + (lastModified == null ? "" : "If-Modified-Since: " + oneLine(lastModified) + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return answer(address, socket, deadline);
    } catch (SocketTimeoutException e) {
      throw refused(
          "DET-0174", address, "has not answered in " + rules.timeout().toSeconds() + " seconds");
    } catch (UnknownHostException e) {
      throw refused("DET-0174", address, "has a host that nobody knows");
    } catch (IOException | IllegalArgumentException e) {
      throw refused("DET-0174", address, "cannot be fetched (" + e.getMessage() + ")");
    }
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\r\\n]", "");
  }

  private InetAddress resolve(URI address, String host) throws UnknownHostException {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress[] all = resolver.resolve(name);
    for (InetAddress one : all) {
      if (!rules.privateAddresses() && !PublicAddress.isPublic(one)) {
        throw refused(
            "DET-0171",
            address,
            "is on "
                + one.getHostAddress()
                + ", an address of this machine or of a private network; --allow-private allows it");
      }
    }
    return all[0];
  }

  private static SSLSocket secured(Socket plain, String host, int port, long deadline)
      throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(left(deadline));
    socket.startHandshake();
    return socket;
  }

  /** Milliseconds left. */
  private static int left(long deadline) throws SocketTimeoutException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private Answer answer(URI address, Socket socket, long deadline) throws IOException {
    Body in = new Body(socket, deadline);
    while (true) {
      byte[] head = in.head();
      if (head.length == 0) {
        throw refused("DET-0174", address, "gives no answer that is HTTP");
      }
      HeaderFields fields = HeaderFields.of(head, 0, head.length);
      String[] line = fields.firstLine().split(" ", 3);
      if (!line[0].startsWith("HTTP/") || line.length < 2 || !line[1].matches("\\d{3}")) {
        throw refused("DET-0174", address, "gives no answer that is HTTP");
      }
      int status = Integer.parseInt(line[1]);
      if (status < 200) {
        continue;
      }
      boolean empty = status == 204 || status == 304;
      byte[] raw = empty ? new byte[0] : body(address, fields, in);
      try {
        return new Answer(
            status,
            fields,
            ContentCodings.decode(raw, fields.all("content-encoding"), false, rules.bytes()));
      } catch (Refusal e) {
        throw refused("DET-0173", address, e.reason());
      }
    }
  }

  private byte[] body(URI address, HeaderFields fields, Body in) throws IOException {
    byte[] body;
    List<String> codings = fields.all("transfer-encoding");
    if (!codings.isEmpty()
        && codings.get(codings.size() - 1).toLowerCase(Locale.ROOT).contains("chunked")) {
      body = in.chunks(rules.bytes());
    } else {
      String length = fields.first("content-length");
      long most =
          length != null && length.matches("\\d{1,15}") ? Long.parseLong(length) : Long.MAX_VALUE;
      body = in.bytes(Math.min(most, rules.bytes() + 1L));
    }
    if (body.length > rules.bytes()) {
      throw refused(
          "DET-0173",
          address,
          "is longer than " + (rules.bytes() >> 20) + " MiB, the most we take");
    }
    return body;
  }

  private static DetenteException refused(String code, URI address, String reason) {
    return new DetenteException(code, address + ": " + reason);
  }

  /** The bytes of an answer as they come, each read bounded by the deadline. */
  private static final class Body {
    private final Socket socket;
    private final InputStream in;
    private final long deadline;
    private final byte[] buffer = new byte[1 << 14];
    private int at;
    private int end;

    Body(Socket socket, long deadline) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      this.deadline = deadline;
    }

    private int read() throws IOException {
      if (at == end) {
        socket.setSoTimeout(left(deadline));
        end = Math.max(0, in.read(buffer));
        at = 0;
        if (end == 0) {
          return -1;
        }
      }
      return buffer[at++] & 0xFF;
    }

    byte[] head() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      int lineLength = 0;
      while (head.size() < HEAD) {
        int next = read();
        if (next < 0) {
          break;
        }
        head.write(next);
        if (next == '\n') {
          if (lineLength == 0) {
            return head.toByteArray();
          }
          lineLength = 0;
        } else if (next != '\r') {
          lineLength++;
        }
      }
      return new byte[0];
    }

    byte[] bytes(long most) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      copy(out, most);
      return out.toByteArray();
    }

    private void copy(ByteArrayOutputStream out, long count) throws IOException {
      long left = count;
      while (left > 0) {
        int first = read();
        if (first < 0) {
          return;
        }
        out.write(first);
        left--;
        int more = (int) Math.min(left, end - at);
        out.write(buffer, at, more);
        at += more;
        left -= more;
      }
    }

    byte[] chunks(int limit) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      while (out.size() <= limit) {
        StringBuilder line = new StringBuilder();
        int next = read();
        while (next >= 0 && next != '\n' && line.length() < 1000) {
          line.append((char) next);
          next = read();
        }
        String size = line.toString().split(";", 2)[0].strip();
        if (size.isEmpty() && next == '\n') {
          continue;
        }
        if (!size.matches("[0-9A-Fa-f]{1,8}")) {
          throw new IOException("a chunk is broken");
        }
        long count = Long.parseLong(size, 16);
        if (count == 0) {
          break;
        }
        copy(out, Math.min(count, limit + 1L - out.size()));
      }
      return out.toByteArray();
    }
  }
}
