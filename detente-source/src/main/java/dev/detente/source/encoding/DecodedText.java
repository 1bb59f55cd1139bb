package dev.detente.source.encoding;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Bytes as text, with all that was decided on the way. Immutable.
 *
 * @param text the text, without a byte order mark
 * @param charset the encoding used
 * @param evidence what told it
 * @param marks what a reader should know of, in order; empty when all was as declared
 */
public record DecodedText(String text, Charset charset, Evidence evidence, List<Mark> marks) {
  public DecodedText {
    marks = List.copyOf(marks);
  }

  /** What told the encoding, the surest first. */
  public enum Evidence {
    BYTE_ORDER_MARK,
    /** All bytes are UTF-8, and some are of more than one byte or none is above 127. */
    VALID_UTF_8,
    /** The server's {@code Content-Type}. */
    HTTP,
    /** A {@code meta} element or XML declaration in the first bytes. */
    DECLARATION,
    /** The bytes are not UTF-8 and fit Windows-1252. */
    BYTES
  }

  /** Something that was not as it should be. */
  public enum Mark {
    /** The declared encoding is not the one that the bytes are in. */
    DECLARED_WRONGLY,
    /** Some bytes have no meaning in the encoding; each became U+FFFD. */
    BROKEN_BYTES,
    /**
     * The text had been UTF-8 read as Windows-1252 ({@code Ã¥} for {@code å}); it was put right.
     */
    MOJIBAKE_REPAIRED,
    /** Some of the text looks like UTF-8 read as Windows-1252; it was left as it was. */
    MOJIBAKE_SUSPECTED
  }

  /** Whether these are the bytes of something else than text: more control characters than few. */
  public boolean isBinary() {
    if (evidence != Evidence.BYTES) {
      return false;
    }
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
    }
    return controls * 100L > text.length();
  }

  /** Whether this was marked. */
  public boolean has(Mark mark) {
    return marks.contains(mark);
  }
}
