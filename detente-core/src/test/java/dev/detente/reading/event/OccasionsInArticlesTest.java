package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and when events took place, in whole articles read with the weights. */
class OccasionsInArticlesTest {
  private static final String NB =
      """
      Bråk etter valget

      Tusenvis av mennesker demonstrerte torsdag i Tbilisi mot det nye valgresultatet.

      Politiet svarte med tåregass. Minst tolv demonstranter ble pågrepet.

      Norges utenriksminister Kari Vik fordømmer volden.""";

  private static final String NN =
      """
      Tumultar etter valet

      Fleire tusen menneske demonstrerte torsdag i Tbilisi mot valresultatet.

      Politiet svara med tåregass. Minst tolv demonstrantar vart arresterte.

      Utanriksminister Kari Vik fordømer valden.""";

  private static final String EN =
      """
      Unrest after vote

      Thousands of people demonstrated in Tbilisi on Thursday against the election result.

      Police answered with tear gas. At least twelve protesters were arrested.

      Norwegian foreign minister Kari Vik condemned the violence.""";

  private static ArticleAnalyser analyser;
  private static ArticleStructure structure;
  private static ArticleReader reader;

  @BeforeAll
  static void load() {
    Codebook codebook = Codebook.bundled();
    analyser = ArticleAnalyser.load(codebook);
    structure = ArticleStructure.load(codebook);
    reader = new ArticleReader(codebook);
  }

  @AfterAll
  static void close() {
    analyser.close();
  }

  private static ArticleRecord read(String language, String words, @Nullable String published) {
    ArticleText text = ArticleText.of(words);
    return reader.read(
        analyser.analyse(
            new Article(
                "scene",
                language,
                published,
                null,
                null,
                null,
                text,
                structure.passages(text, language))));
  }

  private static String words(String language) {
    return language.equals("nb") ? NB : language.equals("nn") ? NN : EN;
  }

  private static Event first(ArticleRecord record, EventType type) {
    return record.events().stream().filter(event -> event.type() == type).findFirst().orElseThrow();
  }

  private static @Nullable String place(ArticleRecord record, Event event) {
    List<Place> places =
        record.places().stream().filter(place -> place.id().equals(event.place())).toList();
    return places.isEmpty() ? null : places.get(0).name();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb", "nn", "en"})
  void whatFollowsHappensWhereAndWhenTheSceneWasTold(String language) {
    ArticleRecord record = read(language, words(language), "2024-11-22");
    Event answer = first(record, EventType.ASSAULT);
    assertThat(place(record, answer)).isEqualTo("Tbilisi");
    assertThat(answer.date()).isEqualTo("2024-11-21");
    assertThat(answer.why()).contains("place:model").contains("date:model");
    assertThat(first(record, EventType.COERCE).date()).isEqualTo("2024-11-21");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb", "nn", "en"})
  void whoeverCondemnsItFromElsewhereIsNotThere(String language) {
    ArticleRecord record = read(language, words(language), "2024-11-22");
    assertThat(first(record, EventType.ACCUSE).place()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"nb, 2024-11", "nn, 2024-11", "en, 2024-11"})
  void aDayOfAnUnknownWeekStaysUnknown(String language, String published) {
    ArticleRecord record = read(language, words(language), published);
    assertThat(first(record, EventType.PROTEST).date()).isEqualTo("2024-11-XX");
    assertThat(first(record, EventType.ASSAULT).date()).isEqualTo("2024-11-XX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb", "nn", "en"})
  void withoutAnyDateNothingIsMadeUp(String language) {
    ArticleRecord record = read(language, words(language), null);
    assertThat(record.events()).isNotEmpty();
    assertThat(record.events()).allSatisfy(event -> assertThat(event.date()).isNull());
    assertThat(place(record, first(record, EventType.ASSAULT))).isEqualTo("Tbilisi");
  }
}
