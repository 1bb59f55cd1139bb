package dev.detente.source.encoding;

import dev.detente.source.encoding.DecodedText.Evidence;
import dev.detente.source.encoding.DecodedText.Mark;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the encoding of bytes: by their byte order mark; by being UTF-8, which no other text is by
 * chance; by what the server or the page declares; and else by Windows-1252, of which Latin-1 is a
 * part. Declarations are never believed against the bytes. Thread-safe; linear time.
 */
public final class TextDecoder {
  private static final int PRESCAN = 4096;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<(?:meta|\\?xml)[^>]{0,400}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");

  private TextDecoder() {}

  /**
   * The text of a page or feed.
   *
   * @param declared encoding from the server's {@code Content-Type}; null when none
   */
  public static DecodedText decodeMarkup(byte[] bytes, @Nullable String declared) {
    return decode(bytes, bytes.length, declared, declaration(bytes));
  }

  /** The text of a plain text. */
  public static DecodedText decodeText(byte[] bytes) {
    return decode(bytes, bytes.length, null, null);
  }

  private static DecodedText decode(
      byte[] bytes, int length, @Nullable String http, @Nullable String declared) {
    Charset marked = byteOrderMark(bytes, length);
    if (marked != null) {
      int skip = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return finish(bytes, skip, length, marked, Evidence.BYTE_ORDER_MARK, false);
    }
    Charset server = charset(http);
    Charset page = charset(declared);
    Utf8Validity validity = Utf8Validity.of(bytes, length);
    Charset first = server != null ? server : page;
    if (validity.isValid()) {
      boolean wrong =
          validity.sequences() > 0 && first != null && !first.equals(StandardCharsets.UTF_8);
      if (!wrong && validity.sequences() == 0 && first != null && !isAsciiSuperset(first)) {
        return finish(bytes, 0, length, first, evidence(server), false);
      }
      return finish(bytes, 0, length, StandardCharsets.UTF_8, Evidence.VALID_UTF_8, wrong);
    }
    for (Charset candidate : new Charset[] {server, page}) {
      if (candidate != null && !candidate.equals(StandardCharsets.UTF_8)) {
        return finish(
            bytes,
            0,
            length,
            candidate,
            candidate == server ? Evidence.HTTP : Evidence.DECLARATION,
            candidate != first);
      }
    }
    if (validity.isNearly()) {
      return finish(bytes, 0, length, StandardCharsets.UTF_8, Evidence.BYTES, false);
    }
    return finish(bytes, 0, length, Mojibake.windows(), Evidence.BYTES, first != null);
  }

  private static Evidence evidence(@Nullable Charset server) {
    return server != null ? Evidence.HTTP : Evidence.DECLARATION;
  }

  private static boolean isAsciiSuperset(Charset charset) {
    return charset.canEncode()
        && "aZ<".equals(new String(new byte[] {'a', 'Z', '<'}, charset))
        && !charset.name().startsWith("ISO-2022");
  }

  private static DecodedText finish(
      byte[] bytes, int from, int to, Charset charset, Evidence evidence, boolean wrong) {
    List<Mark> marks = new ArrayList<>();
    if (wrong) {
      marks.add(Mark.DECLARED_WRONGLY);
    }
    String text = strict(bytes, from, to, charset);
    if (text == null) {
      marks.add(Mark.BROKEN_BYTES);
      text = new String(bytes, from, to - from, charset);
    }
    Mojibake.Finding finding = Mojibake.look(text);
    if (finding.isCertain()) {
      String repaired = Mojibake.repair(text);
      if (repaired != null) {
        marks.add(Mark.MOJIBAKE_REPAIRED);
        return new DecodedText(repaired, charset, evidence, marks);
      }
    }
    if (finding.isSuspected()) {
      marks.add(Mark.MOJIBAKE_SUSPECTED);
    }
    return new DecodedText(text, charset, evidence, marks);
  }

  private static @Nullable String strict(byte[] bytes, int from, int to, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil((to - from) * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, from, to - from), out, true);
    return result.isError() ? null : out.flip().toString();
  }

  private static @Nullable Charset byteOrderMark(byte[] bytes, int length) {
    if (length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static @Nullable String declaration(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(start);
    return matcher.find() ? matcher.group(1) : null;
  }

  /**
   * An encoding by name, as the web means it: Latin-1 and ASCII are read as Windows-1252, and
   * UTF-16 without a byte order mark cannot be true of a page whose declaration could be read.
   */
  private static @Nullable Charset charset(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String plain = name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    if (plain.startsWith("utf-16") || plain.startsWith("utf-32") || plain.equals("utf8")) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset charset = Charset.forName(plain);
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? Mojibake.windows()
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
