package dev.detente.source.item;

import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an item as it grows: passages, apart by one blank line, with their white space made
 * single. Not thread-safe.
 */
public final class ItemText {
  private final StringBuilder text = new StringBuilder();
  private final List<PassageKind> kinds = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();

  /** Adds a passage; nothing when it has no words. */
  public void add(PassageKind kind, @Nullable String words) {
    String plain = words == null ? "" : words.replaceAll("[\\s\\u00A0]+", " ").strip();
    if (plain.isEmpty()) {
      return;
    }
    if (text.length() > 0) {
      text.append("\n\n");
    }
    places.add(new int[] {text.length(), text.length() + plain.length()});
    kinds.add(kind);
    text.append(plain);
  }

  /** Adds paragraphs of plain text, which blank lines or line ends divide. */
  public void addPlain(PassageKind kind, @Nullable String paragraphs) {
    if (paragraphs != null) {
      boolean blank = paragraphs.strip().matches("(?s).*\\n[ \\t\\r]*\\n.*");
      for (String paragraph : paragraphs.split(blank ? "\\n[ \\t\\r]*\\n" : "\\n", -1)) {
        add(kind, paragraph);
      }
    }
  }

  /** Whether nothing but headings and the like has been added. */
  public boolean hasBody() {
    return kinds.contains(PassageKind.BODY) || kinds.contains(PassageKind.LEAD);
  }

  /** The words so far. */
  public ArticleText text() {
    return ArticleText.of(text.toString());
  }

  /** The passages so far. */
  public List<Passage> passages() {
    ArticleText whole = text();
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      passages.add(new Passage(kinds.get(i), whole.span(places.get(i)[0], places.get(i)[1])));
    }
    return passages;
  }
}
