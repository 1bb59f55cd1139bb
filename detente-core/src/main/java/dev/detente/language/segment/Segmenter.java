package dev.detente.language.segment;

import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.TokenizedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts the passages of an article into sentences and words, as the Universal Dependencies treebanks
 * of the language do. By rule; the rules' word lists are the codebook's {@code abbreviations.yaml}.
 *
 * <p>The end of a passage or paragraph always ends a sentence. Linear time; a sentence of more than
 * {@link #MAX_WORDS} words is cut, and so is a word of more than {@link #MAX_CHARACTERS}. Immutable
 * and thread-safe.
 */
public final class Segmenter {
  /** Words in a sentence at most; a longer one is cut and marked. */
  public static final int MAX_WORDS = 400;

  /** UTF-16 units in a word at most; a longer one is cut into pieces and marked. */
  public static final int MAX_CHARACTERS = 256;

  private record Rules(Tokenizer tokenizer, SentenceSplitter splitter) {}

  private final Map<String, Rules> rules = new TreeMap<>();

  private Segmenter(Codebook codebook) {
    for (String language : List.of("nb", "nn", "en")) {
      Orthography orthography = Orthography.load(codebook, language);
      rules.put(language, new Rules(new Tokenizer(orthography), new SentenceSplitter(orthography)));
    }
  }

  /** Reads the word lists of all languages. */
  public static Segmenter load(Codebook codebook) {
    return new Segmenter(codebook);
  }

  /**
   * The sentences of an article's passages.
   *
   * @param language {@code nb}, {@code nn}, {@code en}; others by the rules of the nearest one
   */
  public Segmentation segment(ArticleText text, List<Passage> passages, String language) {
    Rules rule = rules.get(Codebook.folderOf(language));
    if (rule == null) {
      throw new IllegalStateException("no rules for " + language);
    }
    List<TokenizedSentence> sentences = new ArrayList<>();
    boolean truncated = false;
    Tokens tokens = new Tokens();
    String string = text.string();
    for (int p = 0; p < passages.size(); p++) {
      int end = text.utf16(passages.get(p).span().end());
      int at = text.utf16(passages.get(p).span().start());
      boolean lines = passages.get(p).kind() == PassageKind.FACTBOX;
      while (at < end) {
        int paragraphEnd = paragraphEnd(string, at, end, lines);
        tokens.clear();
        rule.tokenizer().tokenize(string, at, paragraphEnd, tokens);
        int from = 0;
        for (int to : rule.splitter().split(string, tokens)) {
          truncated |= to - from > MAX_WORDS;
          for (; from < to; from = Math.min(to, from + MAX_WORDS)) {
            sentences.add(sentence(text, tokens, from, Math.min(to, from + MAX_WORDS), p));
          }
        }
        at = paragraphEnd;
      }
    }
    return new Segmentation(sentences, truncated || tokens.cut());
  }

  /**
   * End of the paragraph: where a blank line begins, or a line break after a colon or before a
   * bullet; past leading line breaks.
   *
   * @param lines whether every line is a paragraph
   */
  private static int paragraphEnd(String text, int start, int end, boolean lines) {
    int at = start;
    while (at < end && Tokenizer.isSpace(text.charAt(at))) {
      at++;
    }
    int line = -1;
    char last = ' ';
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < end && text.charAt(i + 1) == '\n';
      if (c == '\u2029') {
        return i;
      } else if ((c == '\n' || c == '\r') && !pair) {
        if (line >= 0 || lines || last == ':') {
          return i;
        }
        line = i;
      } else if (!Tokenizer.isSpace(c)) {
        if (line >= 0 && isBullet(c) && i + 1 < end && Tokenizer.isSpace(text.charAt(i + 1))) {
          return line;
        }
        line = -1;
        last = c;
      }
    }
    return end;
  }

  private static boolean isBullet(char c) {
    return c == '•' || c == '·' || c == '▪' || c == '■' || c == '●' || c == '*';
  }

  private static TokenizedSentence sentence(
      ArticleText text, Tokens tokens, int from, int to, int passage) {
    List<String> forms = new ArrayList<>(to - from);
    List<Span> spans = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      forms.add(text.string().substring(tokens.start(i), tokens.end(i)));
      spans.add(text.span(tokens.start(i), tokens.end(i)));
    }
    return new TokenizedSentence(forms, spans, passage);
  }
}
