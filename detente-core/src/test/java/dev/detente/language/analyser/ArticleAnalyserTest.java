package dev.detente.language.analyser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.SpanAssertions;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArticleAnalyserTest {
  private static ArticleAnalyser analyser;

  @BeforeAll
  static void load() {
    analyser = ArticleAnalyser.load(Codebook.bundled());
  }

  @AfterAll
  static void close() {
    analyser.close();
  }

  @Test
  void holdsEverySpanOnRandomText() {
    List<String> texts = SpanAssertions.randomTexts(200, 60);
    for (int i = 0; i < texts.size(); i++) {
      String language = List.of("nb", "nn", "en", "da", "sv").get(i % 5);
      AnalysedArticle analysed = analyser.analyse(SpanAssertions.article(texts.get(i), language));
      SpanAssertions.assertAnalysis(analysed);
      assertThat(analysed.language()).isEqualTo(language);
    }
  }

  @Test
  void cutsAWordThatIsTooLongAndSaysSo() {
    AnalysedArticle analysed =
        analyser.analyse(SpanAssertions.article("Han sa " + "x".repeat(3000) + " i går.", "nb"));
    assertThat(analysed.analysis().truncated()).isTrue();
    SpanAssertions.assertAnalysis(analysed);
    assertThat(analysed.sentence(0).words())
        .extracting(word -> word.form().length())
        .startsWith(3, 2, Segmenter.MAX_CHARACTERS)
        .hasSize(2 + 12 + 3);
  }

  @Test
  void stopsAtTheBoundOfAnArticleAndSaysSo() {
    String space = " ".repeat(ArticleAnalyser.MAX_ARTICLE - 4);
    AnalysedArticle analysed =
        analyser.analyse(SpanAssertions.article("Ja" + space + "nei nei\n\nSlutt.", "nb"));
    assertThat(analysed.analysis().truncated()).isTrue();
    assertThat(analysed.sentences()).hasSize(1);
    assertThat(analysed.sentence(0).words()).hasSize(1);
    assertThat(analysed.article().passages()).hasSize(2);
  }

  @Test
  void analysesNothingOfAnEmptyText() {
    assertThat(analyser.analyse(SpanAssertions.article(" \n\n ", "nb")).sentences()).isEmpty();
  }
}
