package dev.detente;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * What must hold of whatever points into a text: in range, in order, equal to the words it claims,
 * the same twice. Every reader's test calls this on its examples and on {@link #randomTexts}.
 */
public final class SpanAssertions {
  private static final int[][] RANGES = {
    {'a', 'z'},
    {'A', 'Z'},
    {'0', '9'},
    {0x20, 0x7E},
    {0xA0, 0x17F},
    {0x0000, 0x001F},
    {0x2010, 0x205F},
    {0x0590, 0x06FF},
    {0x0300, 0x036F},
    {0x4E00, 0x4FFF},
    {0xD800, 0xDFFF},
    {0xFE00, 0xFFFF},
    {0x1F300, 0x1FAFF},
    {0x1F1E6, 0x1F1FF},
    {0xE0100, 0xE01EF}
  };

  private static final String[] PIECES = {
    " ",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n\r\n",
    ". ",
    ", ",
    ": ",
    "! ",
    "? ",
    "...",
    "… ",
    "– ",
    "-",
    "—",
    "«",
    "»",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "(",
    ")",
    " | ",
    "•",
    "Foto: ",
    "Av ",
    "FAKTA",
    "kl. ",
    "7. ",
    "10.000 ",
    "2,5 ",
    "f.eks. ",
    "sa ",
    "Oslo ",
    "Nato-",
    "it's ",
    "don't ",
    "U.S. ",
    "https://",
    "www.",
    "@",
    ".no ",
    "👩‍👩‍👧",
    "🇳🇴",
    "\uFEFF",
    "\u200B",
    "\u2028",
    "mandag ",
    "president ",
    "Støre ",
    "e\u0301"
  };

  private SpanAssertions() {}

  /** Seeded texts of all kinds of characters, lone surrogates included; the same on every run. */
  public static List<String> randomTexts(int count, int pieces) {
    Random random = new Random(20260127);
    List<String> texts = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      StringBuilder text = new StringBuilder();
      for (int p = random.nextInt(pieces + 1); p > 0; p--) {
        if (random.nextInt(3) > 0) {
          text.append(PIECES[random.nextInt(PIECES.length)]);
        } else {
          int[] range = RANGES[random.nextInt(t % 2 == 0 ? 5 : RANGES.length)];
          for (int i = random.nextInt(9); i >= 0; i--) {
            text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
          }
        }
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** An article of this text about which nothing else is known. */
  public static Article article(String text, String language) {
    return new Article("test", language, null, null, null, null, ArticleText.of(text), List.of());
  }

  /** The span lies within the text. */
  public static void assertInRange(Span span, ArticleText text) {
    assertThat(span.end()).as("end of %s", span).isLessThanOrEqualTo(text.length());
  }

  /** The span holds exactly these words. */
  public static void assertHolds(Span span, ArticleText text, String words) {
    assertInRange(span, text);
    assertThat(text.slice(span)).isEqualTo(words);
  }

  /** Spans in range, each beginning at or after the end of the one before. */
  public static void assertMonotone(List<Span> spans, ArticleText text) {
    int at = 0;
    for (Span span : spans) {
      assertInRange(span, text);
      assertThat(span.start()).as("start of %s after %d", span, at).isGreaterThanOrEqualTo(at);
      at = span.end();
    }
  }

  /** The function gives an equal value when called again. */
  public static <A, B> B assertRepeatable(A input, Function<A, B> function) {
    B first = function.apply(input);
    assertThat(function.apply(input)).hasToString(first.toString());
    return first;
  }

  /** Passages in order, not empty, without white space around them. */
  public static void assertPassages(List<Passage> passages, ArticleText text) {
    assertMonotone(passages.stream().map(Passage::span).toList(), text);
    for (Passage passage : passages) {
      assertThat(passage.span().length()).isPositive();
      String words = text.slice(passage.span());
      assertThat(words).isEqualTo(words.strip());
    }
  }

  /**
   * All that holds of an analysis: words in order and equal to their spans but for Unicode's
   * composition, sentences within their passages, every head a word of the sentence, no character
   * of a passage left out.
   */
  public static void assertAnalysis(AnalysedArticle analysed) {
    Article article = analysed.article();
    ArticleText text = article.text();
    assertPassages(article.passages(), text);
    List<Span> words = new ArrayList<>();
    for (Sentence sentence : analysed.sentences()) {
      for (Word word : sentence.words()) {
        words.add(word.span());
        assertInRange(word.span(), text);
        assertThat(word.form())
            .isEqualTo(Normalizer.normalize(text.slice(word.span()), Normalizer.Form.NFC));
        assertThat(word.span().length()).isPositive();
        assertThat(word.head()).isBetween(-1, sentence.size() - 1);
      }
      assertThat(sentence.passage()).isBetween(0, article.passages().size() - 1);
      assertThat(article.passages().get(sentence.passage()).span().contains(sentence.span()))
          .as("sentence %s in its passage", sentence.span())
          .isTrue();
    }
    assertMonotone(words, text);
    boolean[] covered = new boolean[text.length()];
    for (Span span : words) {
      for (int i = span.start(); i < span.end(); i++) {
        covered[i] = true;
      }
    }
    for (Passage passage : article.passages()) {
      for (int i = passage.span().start(); i < passage.span().end(); i++) {
        int c = text.string().codePointAt(text.utf16(i));
        if (!covered[i]) {
          assertThat(
                  Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0xFEFF)
              .as("U+%04X at %d is in no word", c, i)
              .isTrue();
        }
      }
    }
  }
}
