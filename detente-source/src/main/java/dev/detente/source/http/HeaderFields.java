package dev.detente.source.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Named fields as WARC and HTTP write them, read leniently: lines without a colon are passed over,
 * a line that begins with white space goes on the one before. Immutable.
 */
public final class HeaderFields {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

  private final String firstLine;
  private final Map<String, List<String>> fields;

  private HeaderFields(String firstLine, Map<String, List<String>> fields) {
    this.firstLine = firstLine;
    this.fields = fields;
  }

  /** Reads the first line and the fields after it. */
  public static HeaderFields of(byte[] bytes, int from, int to) {
    String[] lines = decode(bytes, from, to).split("\r?\n", -1);
    Map<String, List<String>> fields = new HashMap<>();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
        value.append(' ').append(line.strip());
        continue;
      }
      put(fields, name, value);
      int colon = line.indexOf(':');
      name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      value.append(colon < 0 ? "" : line.substring(colon + 1).strip());
    }
    put(fields, name, value);
    return new HeaderFields(lines[0].strip(), fields);
  }

  private static void put(Map<String, List<String>> fields, String name, StringBuilder value) {
    if (!name.isEmpty()) {
      fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value.toString());
    }
    value.setLength(0);
  }

  private static String decode(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  /** The line before the fields: {@code WARC/1.1}, {@code HTTP/1.1 200 OK}. */
  public String firstLine() {
    return firstLine;
  }

  /** All values of a field, in order. */
  public List<String> all(String lowerCaseName) {
    return fields.getOrDefault(lowerCaseName, List.of());
  }

  /** The first value of a field; null when it has none. */
  public @Nullable String first(String lowerCaseName) {
    List<String> values = all(lowerCaseName);
    return values.isEmpty() ? null : values.get(0);
  }

  /**
   * Where a head ends: the index after its empty line, or {@code -1} when there is none between
   * these two.
   */
  public static int endOfHead(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        if (i + 1 < to && bytes[i + 1] == '\n') {
          return i + 2;
        }
        if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }

  /** The encoding in a {@code Content-Type}; null when it names none. */
  public static @Nullable String charset(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    Matcher charset = CHARSET.matcher(contentType);
    return charset.find() ? charset.group(1) : null;
  }
}
