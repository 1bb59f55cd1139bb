package dev.detente.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.record.TimeExpression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the examples of the calendars cannot say. */
class TimeReaderTest {
  private static final TimeReader READER = new TimeReader(Codebook.bundled());

  @Test
  void withoutAPublicationDateOnlyAbsoluteDatesAreRead() {
    assertThat(read("Det skjedde mandag, i fjor og 3. mars 1999.", "nb", null))
        .containsExactly("3. mars 1999 = 1999-03-03");
    assertThat(read("Det hende i går, og i 1987.", "nn", null)).containsExactly("i 1987 = 1987");
    assertThat(read("It happened on Monday and in 1987.", "en", null))
        .containsExactly("1987 = 1987");
  }

  @Test
  void aMonthAsPublicationDateInventsNoDay() {
    for (String value :
        values(
            "Mandag, i går, i helgen, for tre dager siden, forrige uke, natt til fredag, samme dag"
                + " og om to uker.",
            "nb",
            "2021-03")) {
      assertThat(value).matches("2021-03(-XX|~)");
    }
  }

  @Test
  void theSameDayIsTheDayLastSpokenOf() {
    assertThat(
            read(
                "Onsdag ble han valgt. Samme kveld gikk han av. Dagen etter var han borte.",
                "nb",
                "2019-05-17"))
        .containsExactly(
            "Onsdag = 2019-05-15", "Samme kveld = 2019-05-15", "Dagen etter = 2019-05-16");
  }

  @Test
  void everyPatternTakesWhatItsValueIsMadeOf() {
    Map<String, String> makings =
        Map.of(
            "ago", "unit|units|theunit|longunit",
            "ahead", "unit|units|theunit|longunit|nearunit",
            "within", "unit|units|theunit",
            "stretch", "unit|units|theunit",
            "month", "month|plainmonth",
            "date", "month|monthnumber",
            "season", "season|plainseason",
            "third", "third|outerthird",
            "nth", "nth",
            "dayofmonth", "day");
    for (String language : List.of("nb", "nn", "en")) {
      for (JsonNode rule : Codebook.bundled().file(language + "/calendar.yaml").path("rules")) {
        String makes = makings.get(rule.path("value").asText().split(" ")[0]);
        for (JsonNode pattern : rule.path("patterns")) {
          assertThat(makes == null || pattern.asText().matches(".*<(" + makes + ")>.*"))
              .as(language + " " + rule.path("name").asText() + ": " + pattern.asText())
              .isTrue();
        }
      }
    }
  }

  @Test
  void expressionsDoNotCrossParagraphs() {
    assertThat(read("Det var 17.\n\nmai var en fin måned.", "nb", "2019-05-17")).isEmpty();
  }

  @Test
  void spansCountCodePoints() {
    ArticleText text = ArticleText.of("😀 Han kom mandag.");
    TimeExpression found = READER.times(article(text, "nb", "2019-05-15")).expressions().get(0);
    assertThat(text.slice(found.span())).isEqualTo("mandag");
    assertThat(found.span().start()).isEqualTo(10);
  }

  @Test
  void impossibleDatesAreNoExpressions() {
    assertThat(read("Den 31.02.2020 finnes ikke, og 31. februar heller ikke.", "nb", "2020-03-01"))
        .noneMatch(found -> found.contains("02-31"));
  }

  private static List<String> values(String text, String language, String published) {
    return READER.times(article(ArticleText.of(text), language, published)).expressions().stream()
        .map(TimeExpression::value)
        .toList();
  }

  private static List<String> read(String text, String language, @Nullable String published) {
    ArticleText source = ArticleText.of(text);
    return READER.times(article(source, language, published)).expressions().stream()
        .map(found -> source.slice(found.span()) + " = " + found.value())
        .toList();
  }

  private static AnalysedArticle article(
      ArticleText text, String language, @Nullable String published) {
    return new AnalysedArticle(
        new Article("a", language, published, null, null, null, text, List.of()),
        new Analysis(language, List.of(), false));
  }
}
