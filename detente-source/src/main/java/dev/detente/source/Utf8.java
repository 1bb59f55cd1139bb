package dev.detente.source;

import dev.detente.article.DetenteException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict decoding of UTF-8, with a failure that says where and what to do. */
final class Utf8 {
  private Utf8() {}

  /**
   * The text of these bytes. A byte order mark at the start of a file is a mark of the encoding and
   * no part of the text.
   *
   * @param name the file's name for messages
   * @param firstLine number of the line that the bytes begin on, 1-based
   * @throws DetenteException DET-0103
   */
  static String decode(byte[] bytes, int length, String name, long firstLine) {
    int from =
        firstLine == 1
                && length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF
            ? 3
            : 0;
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length - from);
    CharBuffer out = CharBuffer.allocate(length - from);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw malformed(bytes, length, in.position(), name, firstLine);
    }
    return out.flip().toString();
  }

  private static DetenteException malformed(
      byte[] bytes, int length, int at, String name, long firstLine) {
    long line = firstLine;
    int lineStart = 0;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    boolean wide =
        length >= 2
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    String from = wide ? "UTF-16" : "WINDOWS-1252";
    return new DetenteException(
        "DET-0103",
        String.format(
            "%s, line %d, byte %d of the line: not UTF-8 (found byte 0x%02X); save the file as UTF-8, "
                + "for instance with: iconv -f %s -t UTF-8 OLD > NEW",
            name, line, at - lineStart + 1, bytes[at] & 0xFF, from));
  }
}
