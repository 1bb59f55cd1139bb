package dev.detente.source.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text that was UTF-8 and has been read as Windows-1252: {@code bÃ¥t} for {@code båt}.
 *
 * <p>Certain is it when every character beyond ASCII in the whole text is part of such a sequence
 * and there are several of them: no text is written so by chance. When some are and others are
 * plain letters, parts of different origin stand side by side, and it is only suspected. Thread
 * safe; linear time.
 */
final class Mojibake {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int SEVERAL = 2;

  /** Windows-1252 for U+0080 to U+009F, where Unicode has controls. */
  private static final String C1 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
          + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
          + "\u009D\u017E\u0178";

  private Mojibake() {}

  /** Sequences found, and characters beyond ASCII that are part of none. */
  record Finding(int sequences, int others) {
    boolean isCertain() {
      return sequences >= SEVERAL && others == 0;
    }

    boolean isSuspected() {
      return sequences >= SEVERAL;
    }
  }

  static Finding look(String text) {
    int sequences = 0;
    int others = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c < 0x80) {
        i++;
        continue;
      }
      int length = sequence(text, i);
      if (length == 0) {
        others++;
        i++;
      } else {
        sequences++;
        i += length;
      }
    }
    return new Finding(sequences, others);
  }

  /** The text put right; null when it cannot be. */
  static @Nullable String repair(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = byteOf(text.charAt(i));
      if (b < 0) {
        return null;
      }
      bytes[i] = (byte) b;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Length of the sequence that begins here and would be one character of UTF-8; else 0. */
  private static int sequence(String text, int at) {
    int lead = byteOf(text.charAt(at));
    int length =
        lead >= 0xC3 && lead <= 0xDF || lead == 0xC2
            ? 2
            : lead >= 0xE1 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (length == 0 || at + length > text.length()) {
      return 0;
    }
    for (int i = at + 1; i < at + length; i++) {
      int b = byteOf(text.charAt(i));
      if (b < 0x80 || b > 0xBF) {
        return 0;
      }
    }
    return length;
  }

  private static int byteOf(char c) {
    if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) {
      return c;
    }
    int at = C1.indexOf(c);
    return at >= 0 ? 0x80 + at : c < 0xA0 ? c : -1;
  }

  static Charset windows() {
    return WINDOWS;
  }
}
