package dev.detente.source.archive;

import dev.detente.source.http.HeaderFields;
import dev.detente.source.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the block of a record: the named fields of WARC 1.0 and 1.1, or the one line
 * of ARC. Immutable.
 *
 * @param type {@code response}, {@code request} ... in lower case; {@code arc} for ARC, which has
 *     no types
 * @param url the address captured
 * @param date when it was captured, as it stands: {@code 2031-05-07T10:00:00Z} or {@code
 *     20310507100000}
 * @param contentType of the block
 * @param length bytes of the block
 */
record RecordHeader(
    String type,
    @Nullable String url,
    @Nullable String date,
    @Nullable String contentType,
    long length) {
  /** Of a WARC header or an HTTP head. */
  static final int LIMIT = 1 << 16;

  /** Of an ARC line. */
  static final int LINE = 1 << 12;

  /** The type of all records of ARC files. */
  static final String ARC = "arc";

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  /** URL, IP address, date, type, in version 2 five more, length. A URL may hold spaces. */
  private static final Pattern ARC_LINE =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]{1,15}:\\S.*?) ([0-9A-Fa-f.:]+) (\\d{8,17}) (\\S+)"
              + "(?: \\S+ \\S+ \\S+ \\S+ \\S+)? (\\d{1,18})");

  /** Whether a record begins with these bytes. */
  static boolean begins(byte[] bytes, int from, int to) {
    if (beginsWarc(bytes, from, to)) {
      return true;
    }
    // An ARC record begins with an address.
    int at = from;
    while (at < to && at < from + 12 && isLetter(bytes[at])) {
      at++;
    }
    return at > from + 1 && at < to && bytes[at] == ':';
  }

  static boolean beginsWarc(byte[] bytes, int from, int to) {
    return to - from >= 5
        && bytes[from] == 'W'
        && bytes[from + 1] == 'A'
        && bytes[from + 2] == 'R'
        && bytes[from + 3] == 'C'
        && bytes[from + 4] == '/';
  }

  /** Whether a line begins as a WARC record does. */
  static boolean hasWarcLine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' && beginsWarc(bytes, i + 1, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /** The header on an ARC line, without its end; null when it is none. Linear time. */
  static @Nullable RecordHeader ofArc(byte[] bytes, int from, int to) {
    if (to - from > LINE || !begins(bytes, from, to)) {
      return null;
    }
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    if (end == from || bytes[end - 1] < '0' || bytes[end - 1] > '9') {
      return null;
    }
    Matcher line =
        ARC_LINE.matcher(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1));
    return line.matches()
        ? new RecordHeader(
            ARC, line.group(1), line.group(3), line.group(4), Long.parseLong(line.group(5)))
        : null;
  }

  /**
   * The header of a WARC record.
   *
   * @throws Refusal when it has no length that can be trusted
   */
  static RecordHeader ofWarc(byte[] bytes, int from, int to) throws Refusal {
    HeaderFields fields = HeaderFields.of(bytes, from, to);
    List<String> lengths = fields.all("content-length");
    if (lengths.isEmpty()) {
      throw new Refusal("DET-0123", "has no Content-Length");
    }
    for (String length : lengths) {
      if (!length.equals(lengths.get(0))) {
        throw new Refusal(
            "DET-0123",
            "has two Content-Lengths, " + shown(lengths.get(0)) + " and " + shown(length));
      }
    }
    if (!LENGTH.matcher(lengths.get(0)).matches()) {
      throw new Refusal(
          "DET-0123",
          "has the Content-Length \"" + shown(lengths.get(0)) + "\", which is no length");
    }
    String type = fields.first("warc-type");
    return new RecordHeader(
        type == null ? "" : type.toLowerCase(Locale.ROOT),
        unbracketed(fields.first("warc-target-uri")),
        fields.first("warc-date"),
        fields.first("content-type"),
        Long.parseLong(lengths.get(0)));
  }

  /** Version 1.0 of the standard puts addresses between angle brackets by mistake. */
  private static @Nullable String unbracketed(@Nullable String url) {
    return url != null && url.startsWith("<") && url.endsWith(">")
        ? url.substring(1, url.length() - 1)
        : url;
  }

  private static String shown(String value) {
    return value.length() <= 20 ? value : value.substring(0, 20) + "…";
  }
}
