package dev.detente.article.passages;

import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.PublicationDate;
import dev.detente.article.passages.Blocks.Block;
import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the structure of a press article from its plain text: headline, lead, subheadings, body,
 * bylines, captions with their credits, fact boxes, notices.
 *
 * <p>A paragraph is told by its form (length, final mark, label in capitals), by the words of the
 * codebook's {@code layout.yaml} and by its neighbours. Every character that is not white space
 * lies in exactly one passage, save the {@code |} that some archives put after a heading and the
 * date that a text may begin with. Immutable and thread-safe; linear time.
 */
public final class ArticleStructure {
  private static final int HEADLINE_LENGTH = 160;
  private static final int SUBHEADING_LENGTH = 80;
  private static final int QUESTION_LENGTH = 45;
  private static final int CAPTION_LENGTH = 500;
  private static final int CREDIT_LENGTH = 80;
  private static final int NOTICE_LENGTH = 240;
  private static final int FACTS_LENGTH = 400;

  private final Map<String, Layout> layouts = new TreeMap<>();
  private final Layout all;

  private ArticleStructure(Codebook codebook) {
    List<String> languages = List.of("nb", "nn", "en");
    for (String language : languages) {
      layouts.put(language, Layout.load(codebook, List.of(language)));
    }
    all = Layout.load(codebook, languages);
  }

  /** Reads the layout words of all languages. */
  public static ArticleStructure load(Codebook codebook) {
    return new ArticleStructure(codebook);
  }

  /**
   * The passages of a text, in order.
   *
   * @param language whose words to use; null for those of all languages
   */
  public List<Passage> passages(ArticleText text, @Nullable String language) {
    Layout layout = language == null ? all : layouts.get(Codebook.folderOf(language));
    return new Reading(text, layout == null ? all : layout).passages();
  }

  /** One reading of one text. */
  private static final class Reading {
    private final ArticleText text;
    private final String string;
    private final Layout layout;
    private final List<Passage> passages = new ArrayList<>();
    private final Set<Block> piped = new HashSet<>();
    private final List<Block> blocks;

    Reading(ArticleText text, Layout layout) {
      this.text = text;
      this.string = text.string();
      this.layout = layout;
      PublicationDate.Prefix date = PublicationDate.prefixOf(string);
      this.blocks = pipes(Blocks.of(string, date == null ? 0 : date.end()));
    }

    List<Passage> passages() {
      boolean headline = false;
      boolean lead = false;
      boolean facts = false;
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        boolean top = i == 0 && blocks.size() > 1 && isHeadingLike(block);
        if (!top && isNotice(block)) {
          add(PassageKind.NOTICE, block);
          continue;
        }
        if (!top && isFactsHeading(block)) {
          add(PassageKind.FACTBOX, block);
          facts = isHeadingLike(block) || string.charAt(block.end() - 1) == ':';
          continue;
        }
        if (isBullets(block)) {
          add(PassageKind.FACTBOX, block);
          continue;
        }
        if (!headline && !lead && isHeadline(block, i)) {
          add(PassageKind.HEADLINE, block);
          headline = true;
          continue;
        }
        if (isByline(block, i)) {
          add(PassageKind.BYLINE, block);
          continue;
        }
        int credit = creditStart(block);
        if (credit == block.start()) {
          add(PassageKind.CREDIT, block);
          continue;
        }
        if (credit > 0 || isCaption(block, lead)) {
          caption(block, credit);
          facts = false;
          continue;
        }
        if (facts && isFacts(block)) {
          add(PassageKind.FACTBOX, block);
          continue;
        }
        facts = false;
        boolean heading = piped.contains(block) || isSubheading(block, i);
        if (heading && (lead || headline)) {
          add(PassageKind.SUBHEADING, block);
        } else {
          add(lead ? PassageKind.BODY : PassageKind.LEAD, block);
          lead = true;
        }
      }
      return passages;
    }

    private void add(PassageKind kind, Block block) {
      passages.add(new Passage(kind, text.span(block.start(), block.end())));
    }

    private void caption(Block block, int credit) {
      if (credit < 0) {
        add(PassageKind.CAPTION, block);
        return;
      }
      add(PassageKind.CAPTION, Blocks.trimmed(string, block.start(), credit));
      add(PassageKind.CREDIT, Blocks.trimmed(string, credit, block.end()));
    }

    private int length(Block block) {
      return block.end() - block.start();
    }

    private String lower(Block block) {
      return string.substring(block.start(), block.end()).toLowerCase(Locale.ROOT);
    }

    private boolean isNotice(Block block) {
      return length(block) <= NOTICE_LENGTH && layout.isNotice(lower(block));
    }

    /** The words before a colon in the first 40 characters, in small letters; or null. */
    private @Nullable String label(Block block) {
      int limit = Math.min(block.end(), block.start() + 40);
      for (int i = block.start(); i < limit; i++) {
        char c = string.charAt(i);
        if (c == ':') {
          boolean apart = i + 1 == block.end() || Character.isWhitespace(string.charAt(i + 1));
          return apart ? string.substring(block.start(), i).strip().toLowerCase(Locale.ROOT) : null;
        }
        if (c == '\n' || c == '.' || c == '–' || c == '«' || c == '"' || c == '“') {
          return null;
        }
      }
      return null;
    }

    private boolean isFactsHeading(Block block) {
      String label = label(block);
      if (label != null && layout.isFacts(label)) {
        return true;
      }
      int lineEnd = block.start();
      int limit = Math.min(block.end(), block.start() + 80);
      while (lineEnd < limit && string.charAt(lineEnd) != '\n' && string.charAt(lineEnd) != '\r') {
        lineEnd++;
      }
      if (lineEnd == limit && limit < block.end()) {
        return false;
      }
      String line = string.substring(block.start(), lineEnd).strip().toLowerCase(Locale.ROOT);
      if (layout.isFacts(line)) {
        return true;
      }
      int space = line.indexOf(' ');
      int second = space < 0 ? -1 : line.indexOf(' ', space + 1);
      return second > 0
          && layout.isFacts(line.substring(0, second))
          && isHeadingLike(new Block(block.start(), lineEnd));
    }

    /** A heading line followed by list items. */
    private boolean isBullets(Block block) {
      int bullets = 0;
      int lines = 0;
      int at = block.start();
      while (at < block.end()) {
        int end = at;
        while (end < block.end() && string.charAt(end) != '\n' && string.charAt(end) != '\r') {
          end++;
        }
        if (end > at) {
          lines++;
          bullets += Blocks.isBullet(string, new Block(at, end)) ? 1 : 0;
        }
        at = end + 1;
      }
      if (lines == 1) {
        char c = string.charAt(block.start());
        return (c == '•' || c == '▪' || c == '■' || c == '●')
            && Blocks.isBullet(string, block)
            && length(block) <= FACTS_LENGTH;
      }
      return bullets >= 2 && bullets >= lines - 2;
    }

    private boolean isFacts(Block block) {
      return length(block) <= FACTS_LENGTH
          && !isDash(string.charAt(block.start()))
          && !isHeadingLike(block);
    }

    private boolean isHeadline(Block block, int index) {
      if (length(block) > HEADLINE_LENGTH || index > 3) {
        return false;
      }
      if (blocks.size() == 1 && !string.substring(0, block.start()).isEmpty()) {
        return false;
      }
      if (creditStart(block) >= 0 || isByline(block, index)) {
        return false;
      }
      char last = string.charAt(block.end() - 1);
      if (last == '.' || last == '…') {
        return length(block) <= 60 && sentences(block) >= 2 && blocks.size() > index + 1;
      }
      return last != ',' && last != ';' && blocks.size() > index + 1;
    }

    private int sentences(Block block) {
      int count = 0;
      for (int i = block.start(); i < block.end(); i++) {
        char c = string.charAt(i);
        if ((c == '.' || c == '!' || c == '?')
            && (i + 1 == block.end() || string.charAt(i + 1) == ' ')) {
          count++;
        }
      }
      return count;
    }

    /** Short, begins as a heading does and ends without the mark of a sentence. */
    private boolean isHeadingLike(Block block) {
      if (length(block) > SUBHEADING_LENGTH) {
        return false;
      }
      int first = string.codePointAt(block.start());
      char last = string.charAt(block.end() - 1);
      if (Character.isLowerCase(first)) {
        return false;
      }
      if (last == '?' || last == '!') {
        return length(block) <= QUESTION_LENGTH
            && !isDash(string.charAt(block.start()))
            && !isQuote(first)
            && sentences(block) == 1
            && string.substring(block.start(), block.end()).indexOf(',') < 0;
      }
      if (isQuote(last) || last == '»') {
        char before = string.charAt(Math.max(block.start(), block.end() - 2));
        if (before == '.' || before == '!' || before == '?') {
          return false;
        }
      }
      return Character.isLetterOrDigit(last)
          || last == '»'
          || last == '”'
          || last == '"'
          || last == '\''
          || last == '’'
          || last == ')'
          || last == '%';
    }

    private boolean isSubheading(Block block, int index) {
      if (!isHeadingLike(block) || index + 1 >= blocks.size()) {
        return false;
      }
      boolean before = index > 0 && isPlainHeading(blocks.get(index - 1));
      boolean after = isPlainHeading(blocks.get(index + 1));
      boolean third =
          (index > 1 && isPlainHeading(blocks.get(index - 2)))
              || (index + 2 < blocks.size() && isPlainHeading(blocks.get(index + 2)));
      boolean list = (before && after) || ((before || after) && third);
      return !list || index <= 2;
    }

    private boolean isPlainHeading(Block block) {
      return isHeadingLike(block)
          && creditStart(block) < 0
          && !isByline(block, 1)
          && !isFactsHeading(block);
    }

    private boolean isByline(Block block, int index) {
      if (length(block) > 120) {
        return false;
      }
      String[] words = string.substring(block.start(), block.end()).split("\\s+");
      String first = words[0].toLowerCase(Locale.ROOT);
      char last = string.charAt(block.end() - 1);
      boolean marked = layout.isByline(first) || layout.isByline(first.replace(":", ""));
      if (marked && words.length > 1 && words.length <= 14 && last != '.' && last != ':') {
        int names = 0;
        for (int i = 1; i < words.length; i++) {
          names += Character.isUpperCase(words[i].codePointAt(0)) ? 1 : 0;
        }
        boolean start = index <= 3 || index >= blocks.size() - 2;
        if (start && names * 2 >= words.length - 1 && names > 0) {
          return true;
        }
        if (start && !first.endsWith(":") && words.length <= 6 && index <= 2 && words.length > 2) {
          return layout.isByline(first)
              && !Character.isLowerCase(string.codePointAt(block.start()))
              && names > 0;
        }
      }
      return index > 0 && isDate(words);
    }

    private boolean isDate(String[] words) {
      if (words.length > 7) {
        return false;
      }
      boolean digit = false;
      for (String word : words) {
        String bare = word.replaceAll("[.,:]+$", "").toLowerCase(Locale.ROOT);
        boolean number = !bare.isEmpty() && Character.isDigit(bare.charAt(0));
        digit |= number;
        if (!number && !layout.isDateWord(bare)) {
          return false;
        }
      }
      return digit && words.length > 1;
    }

    /**
     * Where the picture's credit begins: the block's start when it is nothing else, a later index
     * when it closes a caption, -1 when there is none.
     */
    private int creditStart(Block block) {
      if (length(block) > CAPTION_LENGTH) {
        return -1;
      }
      int earliest = Math.max(block.start(), block.end() - CREDIT_LENGTH);
      for (int i = block.end() - 1; i > earliest; i--) {
        if (string.charAt(i) != ':') {
          continue;
        }
        int start = i;
        while (start > block.start()
            && (Character.isLetter(string.charAt(start - 1)) || string.charAt(start - 1) == '/')) {
          start--;
        }
        String word = string.substring(start, i).toLowerCase(Locale.ROOT);
        if (layout.isCredit(word) && isNames(i + 1, block.end())) {
          return start > block.start() && string.charAt(start - 1) == '(' ? start - 1 : start;
        }
      }
      String label = label(block);
      if (label != null && layout.isPicture(label) && string.charAt(block.end() - 1) == ')') {
        int open = string.lastIndexOf('(', block.end());
        if (open > earliest && isNames(open + 1, block.end() - 1)) {
          return open;
        }
      }
      return -1;
    }

    /** Whether the words are mostly names: at most two in small letters, no full sentence. */
    private boolean isNames(int start, int end) {
      String names = string.substring(start, end).strip();
      if (names.isEmpty()) {
        return false;
      }
      String[] words = names.split("[\\s/]+");
      int small = 0;
      for (String word : words) {
        small += !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
      }
      return words.length <= 9 && small * 2 <= words.length && small < 4;
    }

    private boolean isCaption(Block block, boolean lead) {
      String label = label(block);
      if (label == null || length(block) > CAPTION_LENGTH) {
        return false;
      }
      if (layout.isPicture(label) || layout.isCredit(label)) {
        return true;
      }
      if (!lead || label.length() < 2) {
        return false;
      }
      int capitals = 0;
      for (int i = block.start(); string.charAt(i) != ':'; i++) {
        int c = string.charAt(i);
        if (Character.isLowerCase(c) || c == '/' || c == '(') {
          return false;
        }
        capitals += Character.isUpperCase(c) ? 1 : 0;
      }
      return capitals >= 2 && length(block) > label.length() + 10;
    }

    private static boolean isDash(char c) {
      return c == '-' || c == '–' || c == '—' || c == '―';
    }

    private static boolean isQuote(int c) {
      return c == '«' || c == '"' || c == '“' || c == '”' || c == '„' || c == '\'' || c == '‘';
    }

    /** Cuts blocks in which {@code |} closes a heading ({@code Ny avtale | Partene ble enige}). */
    private List<Block> pipes(List<Block> whole) {
      List<Block> cut = new ArrayList<>(whole.size());
      for (Block block : whole) {
        int from = block.start();
        int sentence = block.start();
        for (int i = block.start() + 1; i < block.end() - 1; i++) {
          char c = string.charAt(i);
          if ((c == '.' || c == '?' || c == '!') && string.charAt(i + 1) == ' ') {
            sentence = i + 2;
          } else if (c == '|' && string.charAt(i - 1) == ' ' && string.charAt(i + 1) == ' ') {
            if (i - sentence <= 100 && i - sentence > 2) {
              addTrimmed(cut, from, sentence);
              addTrimmed(cut, sentence, i);
              piped.add(cut.get(cut.size() - 1));
              from = i + 1;
            }
            sentence = i + 2;
          }
        }
        addTrimmed(cut, from, block.end());
      }
      return cut;
    }

    private void addTrimmed(List<Block> cut, int start, int end) {
      if (end > start) {
        Block block = Blocks.trimmed(string, start, end);
        if (block.end() > block.start()) {
          cut.add(block);
        }
      }
    }
  }
}
