package dev.detente.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The words of the pages in one language. Immutable and thread-safe. */
public final class Wording {
  /** The languages there are, the first for those who ask for none of them. */
  public static final List<String> LANGUAGES = List.of("nb", "nn", "en");

  private static final Map<String, Wording> ALL = load();

  private final String language;
  private final Map<String, String> words;

  private Wording(String language, Map<String, String> words) {
    this.language = language;
    this.words = Map.copyOf(words);
  }

  private static Map<String, Wording> load() {
    Map<String, Wording> all = new HashMap<>();
    for (String language : LANGUAGES) {
      Properties read = new Properties();
      try (InputStream in =
          Wording.class.getResourceAsStream(
              "/dev/detente/web/wording/" + language + ".properties")) {
        if (in == null) {
          throw new IllegalStateException("no wording in " + language);
        }
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        read.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Map<String, String> words = new HashMap<>();
      read.forEach((key, value) -> words.put((String) key, (String) value));
      all.put(language, new Wording(language, words));
    }
    return Map.copyOf(all);
  }

  /**
   * The wording that a reader has chosen, else the one the browser asks for.
   *
   * @param chosen {@code nn}; null when nothing was
   * @param accepted the header Accept-Language; null when there is none
   */
  public static Wording of(@Nullable String chosen, @Nullable String accepted) {
    Wording wanted = chosen == null ? null : ALL.get(chosen);
    if (wanted != null) {
      return wanted;
    }
    if (accepted != null && !accepted.isBlank()) {
      try {
        for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
          String tag = range.getRange().split("-")[0];
          Wording found = ALL.get(tag.equals("no") ? "nb" : tag);
          if (found != null) {
            return found;
          }
        }
      } catch (IllegalArgumentException e) {
        // A header nobody can read asks for nothing.
      }
    }
    return inLanguage(LANGUAGES.get(0));
  }

  /** The wording in one of {@link #LANGUAGES}. */
  public static Wording inLanguage(String language) {
    Wording found = ALL.get(language);
    if (found == null) {
      throw new IllegalArgumentException("no wording in " + language);
    }
    return found;
  }

  /** Its language. */
  public String language() {
    return language;
  }

  /** How its numbers and months are written. */
  public Locale locale() {
    return Dates.locale(language);
  }

  /** The words of a key with something in their gap, which is written {@code {}}. */
  public String with(String key, Object value) {
    return of(key).replace("{}", String.valueOf(value));
  }

  /** Keys with their words, for templates. */
  public Map<String, String> words() {
    return words;
  }

  /** The words of a key; the key itself when there are none. */
  public String of(String key) {
    return words.getOrDefault(key, key);
  }

  /**
   * The words for a code of the record ({@code act}, {@code deny}); the code when there are none.
   */
  public String label(String kind, @Nullable String code) {
    return code == null ? "" : words.getOrDefault(kind + "_" + code.replace(' ', '_'), code);
  }
}
