package dev.detente.ledger;

import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page's address with the words on it that a browser scrolls to and marks.
 *
 * @see <a href="https://wicg.github.io/scroll-to-text-fragment/">URL Fragment Text Directives</a>
 */
final class TextFragment {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s\"'<>\\p{Cntrl}]+");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  /** Words that are named whole; of more of them the first and the last ones. */
  private static final int WHOLE = 10;

  private static final int END = 5;

  private TextFragment() {}

  /**
   * The address with the words of these spans, one directive each; null when it is none of the web.
   */
  static @Nullable String address(@Nullable String url, ArticleText text, List<Span> spans) {
    if (url == null || !ADDRESS.matcher(url).matches()) {
      return null;
    }
    StringBuilder address = new StringBuilder(url.replaceFirst("#.*", ""));
    String before = "#:~:";
    for (Span span : spans) {
      String directive = directive(text.slice(span));
      if (!directive.isEmpty()) {
        address.append(before).append("text=").append(directive);
        before = "&";
      }
    }
    return address.toString();
  }

  private static String directive(String words) {
    List<String> lines = words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return "";
    }
    List<String> first = List.of(BLANK.split(lines.get(0)));
    List<String> last = List.of(BLANK.split(lines.get(lines.size() - 1)));
    if (lines.size() == 1 && first.size() <= WHOLE) {
      return encoded(first);
    }
    // A piece of text is sought within one block; what lies between two of them is not.
    return encoded(first.subList(0, Math.min(END, first.size())))
        + ","
        + encoded(last.subList(Math.max(0, last.size() - END), last.size()));
  }

  private static String encoded(List<String> words) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : String.join(" ", words).getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
      if (plain) {
        encoded.append((char) one);
      } else {
        encoded.append(String.format("%%%02X", one & 0xFF));
      }
    }
    return encoded.toString();
  }
}
