package dev.detente.reading.statement;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands between quotation marks: guillemets, curly and straight quotes, single and
 * double. A quote never crosses a passage; one that is not closed runs to the end of the passage
 * when the next one opens with the same mark, else it is taken to end with its sentence's passage
 * only if it began the passage.
 */
final class QuoteFinder {
  private static final String OPENING = "«“„‘‚";
  private static final String CLOSING = "»”“’‘";

  private QuoteFinder() {}

  /** Quotes in order of the text. */
  static List<Quote> find(Article article) {
    List<Quote> quotes = new ArrayList<>();
    boolean running = false;
    char runningMark = 0;
    List<Passage> passages = article.passages();
    for (int index = 0; index < passages.size(); index++) {
      Passage passage = passages.get(index);
      if (passage.kind() == PassageKind.CREDIT || passage.kind() == PassageKind.BYLINE) {
        continue;
      }
      int from = article.text().utf16(passage.span().start());
      int to = article.text().utf16(passage.span().end());
      String text = article.text().string();
      boolean ranOn = running;
      running = false;
      Closing closing = new Closing(text, from, to);
      for (int i = from; i < to; i++) {
        char mark = text.charAt(i);
        if (text.startsWith("''", i)) {
          // Two apostrophes for one mark, as wire copy has them.
          int end = text.indexOf("''", i + 2);
          boolean begins = i + 2 < to && !Character.isWhitespace(text.charAt(i + 2));
          if (begins && end > 0 && end + 2 <= to) {
            quotes.add(new Quote(article.text().span(i, end + 2), index, false, false));
            i = end + 1;
          } else {
            i++;
          }
          continue;
        }
        if (!opens(text, i, from, to)) {
          continue;
        }
        int close = closing.of(i);
        boolean continued = ranOn && i == from && mark == runningMark;
        if (close < 0) {
          boolean whole = mark != '\'' && mark != '‘' && (i == from || text.charAt(i - 1) == ' ');
          if (whole && nextOpens(article, index, mark)) {
            quotes.add(new Quote(article.text().span(i, to), index, true, continued));
            running = true;
            runningMark = mark;
            i = to;
          } else if (continued) {
            quotes.add(new Quote(article.text().span(i, to), index, false, true));
            i = to;
          }
          continue;
        }
        quotes.add(new Quote(article.text().span(i, close + 1), index, false, continued));
        i = close;
      }
    }
    return quotes;
  }

  private static boolean nextOpens(Article article, int passage, char mark) {
    for (int next = passage + 1; next < article.passages().size(); next++) {
      PassageKind kind = article.passages().get(next).kind();
      if (kind == PassageKind.CAPTION || kind == PassageKind.CREDIT) {
        continue;
      }
      String text = article.text().string();
      int at = article.text().utf16(article.passages().get(next).span().start());
      return at < text.length() && text.charAt(at) == mark;
    }
    return false;
  }

  private static boolean opens(String text, int i, int from, int to) {
    char mark = text.charAt(i);
    if (mark == '"' || mark == '\'' || mark == '”') {
      boolean before = i == from || " (–—-:[«“".indexOf(text.charAt(i - 1)) >= 0;
      boolean after = i + 1 < to && !Character.isWhitespace(text.charAt(i + 1));
      return before && after;
    }
    if (mark == '‘') {
      return (i == from || !Character.isLetterOrDigit(text.charAt(i - 1))) && i + 1 < to;
    }
    return OPENING.indexOf(mark) >= 0;
  }

  /**
   * Where the quotes of one passage close. Guillemets are paired once for the passage; of the other
   * marks, one that finds none to close it shows that those after it find none either: linear time
   * however many are left open.
   */
  private static final class Closing {
    private final String text;
    private final int from;
    private final int to;
    private int @Nullable [] guillemets;
    private String never = "";

    Closing(String text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
    }

    /** UTF-16 index of the mark that closes the one here; -1 if none. */
    int of(int open) {
      char mark = text.charAt(open);
      if (mark == '«') {
        int[] known = guillemets;
        if (known == null) {
          known = pairs();
          guillemets = known;
        }
        return known[open - from];
      }
      if (never.indexOf(mark) >= 0) {
        return -1;
      }
      for (int i = open + 1; i < to; i++) {
        if (closes(mark, i)) {
          return i;
        }
      }
      never += mark;
      return -1;
    }

    private boolean closes(char mark, int i) {
      char c = text.charAt(i);
      return switch (mark) {
        case '“' -> c == '”' || c == '"';
        case '„' -> c == '“' || c == '”';
        case '‘', '‚' -> (c == '’' || c == '‘') && ends(text, i, to);
        case '\'' -> c == '\'' && ends(text, i, to);
        default -> c == mark || (mark == '"' && c == '”');
      };
    }

    /** For each guillemet that opens, by its place in the passage, where its partner stands. */
    private int[] pairs() {
      int[] partner = new int[to - from];
      Arrays.fill(partner, -1);
      int[] open = new int[8];
      int depth = 0;
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        if (c == '«') {
          if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
          }
          open[depth++] = i;
        } else if (c == '»' && depth > 0) {
          partner[open[--depth] - from] = i;
        }
      }
      return partner;
    }
  }

  private static boolean ends(String text, int i, int to) {
    return !Character.isWhitespace(text.charAt(i - 1))
        && (i + 1 >= to || !Character.isLetterOrDigit(text.charAt(i + 1)));
  }

  /** Whether a word is an opening or closing quotation mark; the mark of a genitive is none. */
  static boolean isMark(Word word) {
    return isMark(word.form())
        && !(word.form().equals("'")
            && (word.relation().equals("case") || word.upos().equals("PART")));
  }

  /** Whether a form is an opening or closing quotation mark. */
  static boolean isMark(String form) {
    return form.length() == 1
            && (OPENING.indexOf(form.charAt(0)) >= 0
                || CLOSING.indexOf(form.charAt(0)) >= 0
                || form.charAt(0) == '"'
                || form.charAt(0) == '\'')
        || form.equals("''")
        || form.equals("``");
  }

  /** Whether a word is a dash. */
  static boolean isDash(String form) {
    return form.equals("–") || form.equals("-") || form.equals("—") || form.equals("―");
  }
}
