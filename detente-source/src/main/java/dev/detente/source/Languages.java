package dev.detente.source;

import dev.detente.article.DetenteException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language codes an article may be given with. */
public final class Languages {
  /** In the order of how well we read them. */
  public static final List<String> KNOWN = List.of("nb", "nn", "en", "da", "sv");

  private Languages() {}

  /**
   * The code we use for a given one: {@code en} for {@code en-GB}; null, so that the language is
   * identified, for null and for {@code no}, which says Norwegian but not which.
   *
   * @param where file and line, or the option, for messages
   * @throws DetenteException DET-0110 for a language we do not read
   */
  public static @Nullable String check(@Nullable String code, String where) {
    if (code == null) {
      return null;
    }
    String found = plain(code);
    if (found == null) {
      return null;
    }
    if (!KNOWN.contains(found)) {
      throw new DetenteException(
          "DET-0110",
          where
              + ": unknown language \""
              + code
              + "\"; use one of "
              + String.join(", ", KNOWN)
              + ", or leave it out to have it identified");
    }
    return found;
  }

  /** The code we use for a given one; null for one that we do not read or that says too little. */
  public static @Nullable String readable(String code) {
    String found = plain(code.strip());
    return found != null && KNOWN.contains(found) ? found : null;
  }

  /** The language without its region; null when it says nothing, or Norwegian but not which. */
  private static @Nullable String plain(String code) {
    String base = code.toLowerCase(Locale.ROOT).replace('_', '-');
    int dash = base.indexOf('-');
    if (dash > 0) {
      base = base.substring(0, dash);
    }
    if (base.equals("no") || base.equals("nor") || base.equals("und")) {
      return null;
    }
    return switch (base) {
      case "nob" -> "nb";
      case "nno" -> "nn";
      case "eng" -> "en";
      case "dan" -> "da";
      case "swe" -> "sv";
      default -> base;
    };
  }
}
