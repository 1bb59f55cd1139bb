package dev.detente.web.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Fills templates. Whatever is put in is shown as text: markup is escaped, and the characters that
 * turn the direction of what follows (Trojan Source) are shown by their number. Thread-safe.
 */
final class Sheets {
  private static final Pattern TURNING =
      Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .withEscaper(Sheets::escaped)
          .defaultValue("")
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .withLoader(Sheets::source);

  /** A template with values in it. */
  String fill(String name, Map<String, ?> values) {
    return templates.computeIfAbsent(name, file -> compiler.compile(source(file))).execute(values);
  }

  /** A text as it is written in markup. */
  static String escaped(String text) {
    return Escapers.HTML.escape(text(text));
  }

  /** The same text with characters that turn the direction named instead. */
  static String text(String text) {
    return TURNING
        .matcher(text)
        .replaceAll(
            match -> "\u27e8U+" + String.format("%04X", (int) match.group().charAt(0)) + "\u27e9");
  }

  private static Reader source(String name) {
    try (InputStream in = Sheets.class.getResourceAsStream(name + ".mustache")) {
      if (in == null) {
        throw new IllegalStateException("no template " + name);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      StringBuilder read = new StringBuilder();
      char[] buffer = new char[8192];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        read.append(buffer, 0, n);
      }
      return new StringReader(read.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
