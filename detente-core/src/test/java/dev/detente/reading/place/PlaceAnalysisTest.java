package dev.detente.reading.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.record.Place;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Places of whole texts, hostile ones among them, through the whole analysis. */
class PlaceAnalysisTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final PlaceReader READER = new PlaceReader(CODEBOOK, World.load(CODEBOOK));
  private static ArticleAnalyser analyser;

  @BeforeAll
  static void load() {
    analyser = ArticleAnalyser.load(CODEBOOK);
  }

  @AfterAll
  static void close() {
    analyser.close();
  }

  private static AnalysedArticle analyse(String language, String text) {
    return analyser.analyse(
        new Article("a", language, "2022-02", null, null, null, ArticleText.of(text), List.of()));
  }

  @Test
  void spansAreWordsOfTheTextAndCountCodePoints() {
    AnalysedArticle article =
        analyse("nb", "😀😀 Møtet ble holdt i Oslo. De møttes i Kairo og Wien.");
    List<Place> places = READER.read(article, List.of());
    assertThat(places).isNotEmpty();
    for (Place place : places) {
      assertThat(article.slice(place.span())).isIn("Oslo", "Kairo", "Wien");
    }
  }

  @Test
  void readsNothingFromTextWithoutPlaces() {
    assertThat(READER.read(analyse("nb", "Det er ikke avgjort ennå, sa han."), List.of()))
        .isEmpty();
    assertThat(READER.read(analyse("en", "\u0000\uFFFF //// ---- \u202E"), List.of())).isEmpty();
  }

  @Test
  void doesNotReadTheSameArticleDifferentlyTwice() {
    AnalysedArticle article =
        analyse("nn", "Styrkane gjekk inn i Goma. Dei kom frå Rwanda, melder FN.");
    assertThat(READER.read(article, List.of())).isEqualTo(READER.read(article, List.of()));
  }
}
