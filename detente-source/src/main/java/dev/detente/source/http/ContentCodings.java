package dev.detente.source.http;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes the codings of HTTP (RFC 9110, 9112): chunks, gzip, deflate, Brotli and Zstandard.
 *
 * <p>Crawlers store bodies now as they came and now decoded, and do not change the header that
 * tells: what is not in the coding it is said to be in is taken as it is.
 */
public final class ContentCodings {
  private static final int LAYERS = 3;

  private ContentCodings() {}

  /**
   * The content of a body.
   *
   * @param encodings values of {@code Content-Encoding}
   * @param chunked whether {@code Transfer-Encoding} says so
   * @param limit the most bytes it may have
   */
  public static byte[] decode(byte[] body, List<String> encodings, boolean chunked, int limit)
      throws Refusal {
    byte[] content = chunked ? unchunk(body) : body;
    List<String> names = new ArrayList<>();
    for (String value : encodings) {
      for (String name : value.split(",", -1)) {
        String known = name.strip().toLowerCase(Locale.ROOT);
        if (!known.isEmpty() && !known.equals("identity")) {
          names.add(known);
        }
      }
    }
    if (names.size() > LAYERS) {
      throw new Refusal("DET-0126", "is compressed " + names.size() + " times over");
    }
    for (int i = names.size() - 1; i >= 0; i--) {
      content = undo(names.get(i), content, limit);
    }
    // Some servers compress what their cache has compressed before, and say it once.
    for (int i = names.size(); isGzip(content); i++) {
      if (i == LAYERS) {
        throw new Refusal("DET-0126", "is compressed more than " + LAYERS + " times over");
      }
      content = undo("gzip", content, limit);
    }
    if (content.length > limit) {
      throw tooLong(limit);
    }
    return content;
  }

  private static byte[] undo(String coding, byte[] content, int limit) throws Refusal {
    try {
      switch (coding) {
        case "gzip", "x-gzip" -> {
          return isGzip(content) ? expand(new GZIPInputStream(in(content)), limit) : content;
        }
        case "deflate" -> {
          return looksLikeMarkup(content) ? content : inflate(content, limit);
        }
        case "br" -> {
          return looksLikeMarkup(content)
              ? content
              : expand(new BrotliInputStream(in(content)), limit);
        }
        case "zstd" -> {
          return isZstd(content) ? expand(new ZstdInputStream(in(content)), limit) : content;
        }
        default ->
            throw new Refusal("DET-0126", "is in an unknown coding, \"" + shown(coding) + "\"");
      }
    } catch (IOException | RuntimeException e) {
      // Decoders throw unchecked exceptions of their own for malformed input.
      throw new Refusal(
          "DET-0126", "is not the " + coding + " that it says (" + e.getMessage() + ")");
    }
  }

  private static byte[] inflate(byte[] content, int limit) throws IOException, Refusal {
    if (content.length == 0) {
      return content;
    }
    // By the standard with a header of zlib, by some servers without.
    boolean zlib =
        content.length >= 2
            && (content[0] & 0x0F) == 8
            && ((content[0] & 0xFF) << 8 | (content[1] & 0xFF)) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    try {
      return expand(new InflaterInputStream(in(content), inflater), limit);
    } finally {
      inflater.end();
    }
  }

  private static InputStream in(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  private static byte[] expand(InputStream in, int limit) throws IOException, Refusal {
    try (in) {
      byte[] out = in.readNBytes(limit + 1);
      if (out.length > limit) {
        throw tooLong(limit);
      }
      return out;
    }
  }

  private static Refusal tooLong(int limit) {
    return new Refusal(
        "DET-0125", "is longer than " + (limit >> 20) + " MiB, the most that one page may have");
  }

  private static boolean isGzip(byte[] content) {
    return content.length >= 4
        && content[0] == 0x1F
        && content[1] == (byte) 0x8B
        && content[2] == 8
        && (content[3] & 0xE0) == 0;
  }

  private static boolean isZstd(byte[] content) {
    return content.length >= 4
        && content[0] == 0x28
        && content[1] == (byte) 0xB5
        && content[2] == 0x2F
        && content[3] == (byte) 0xFD;
  }

  private static boolean looksLikeMarkup(byte[] content) {
    int at = content.length >= 3 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB ? 3 : 0;
    while (at < content.length && (content[at] == ' ' || (content[at] >= 9 && content[at] <= 13))) {
      at++;
    }
    return at + 1 < content.length
        && content[at] == '<'
        && (content[at + 1] == '!'
            || content[at + 1] == '?'
            || Character.isLetter(content[at + 1]));
  }

  /** The chunks put together; the body itself when it is not in chunks. */
  private static byte[] unchunk(byte[] body) throws Refusal {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (true) {
      int line = at;
      long size = 0;
      while (at < body.length && at - line < 9 && Character.digit(body[at], 16) >= 0) {
        size = size * 16 + Character.digit(body[at++], 16);
      }
      int digits = at - line;
      while (at < body.length && body[at] != '\n' && at - line < 1 << 10) {
        at++;
      }
      if (digits == 0 || digits > 8 || at >= body.length || body[at] != '\n') {
        if (line == 0) {
          return body;
        }
        throw new Refusal("DET-0126", "has a broken chunk");
      }
      at++;
      if (size == 0) {
        return out.toByteArray();
      }
      if (size > body.length - at) {
        if (line == 0 && looksLikeMarkup(body)) {
          return body;
        }
        throw new Refusal("DET-0126", "ends inside a chunk");
      }
      out.write(body, at, (int) size);
      at += (int) size;
      while (at < body.length && (body[at] == '\r' || body[at] == '\n')) {
        at++;
      }
      if (at >= body.length) {
        // The last chunk, of no bytes, is left out by some.
        return out.toByteArray();
      }
    }
  }

  private static String shown(String value) {
    return value.length() <= 20 ? value : Arrays.toString(value.substring(0, 20).toCharArray());
  }
}
