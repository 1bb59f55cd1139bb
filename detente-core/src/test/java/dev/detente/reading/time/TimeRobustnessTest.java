package dev.detente.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.record.TimeExpression;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, expressions lie in it, in order, and the same each time. */
class TimeRobustnessTest {
  private static final TimeReader READER = new TimeReader(Codebook.bundled());
  private static final String[] PIECES = {
    "mandag",
    "fra",
    "til",
    "17",
    ".",
    "mai",
    "2014",
    "klokken",
    "15.30",
    "-",
    "for",
    "to",
    "uker",
    "siden",
    "i",
    "fjor",
    "99999999999",
    "31. februar",
    "\n\n",
    "\uD83D\uDE00",
    "\uD800",
    "’",
    "natt",
    "week",
    "on",
    "Friday",
    "(",
    ")",
    "1999–2001",
    "høsten",
    "\u0301",
    "før",
    "jul",
    "X",
    "0",
    "1.1.0000"
  };

  @Test
  void randomTextsGiveOrderedSpansInRange() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        if (random.nextInt(4) > 0) {
          text.append(' ');
        }
      }
      for (String language : List.of("nb", "nn", "en", "sv")) {
        AnalysedArticle article = article(text.toString(), language);
        List<TimeExpression> found = READER.read(article);
        assertThat(READER.read(article)).isEqualTo(found);
        int last = 0;
        for (TimeExpression expression : found) {
          assertThat(expression.span().start()).isGreaterThanOrEqualTo(last);
          assertThat(expression.span().end())
              .isGreaterThan(expression.span().start())
              .isLessThanOrEqualTo(article.article().text().length());
          assertThat(expression.value()).isNotBlank();
          last = expression.span().end();
        }
      }
    }
  }

  @Test
  void timeGrowsLinearlyWithHostileText() {
    String line = "fra mandag til 17. mai til mandag klokken 15.30 ";
    long small = nanos(article(line.repeat(200), "nb"));
    long large = nanos(article(line.repeat(2000), "nb"));
    assertThat(large).isLessThan(Math.max(60 * small, 2_000_000_000L));
  }

  private static long nanos(AnalysedArticle article) {
    long start = System.nanoTime();
    assertThat(READER.read(article)).isNotEmpty();
    return System.nanoTime() - start;
  }

  private static AnalysedArticle article(String text, String language) {
    return new AnalysedArticle(
        new Article("a", language, "2019-05-15", null, null, null, ArticleText.of(text), List.of()),
        new Analysis(language, List.of(), false));
  }
}
