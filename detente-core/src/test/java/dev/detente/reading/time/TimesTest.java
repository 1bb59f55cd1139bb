package dev.detente.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The date of a word. */
class TimesTest {
  private static final TimeReader READER = new TimeReader(Codebook.bundled());

  @Test
  void aWordIsDatedByTheNearestTimeOfItsSentence() {
    AnalysedArticle article =
        article("2019-05-15", "Ministrene møttes i mars , men avtalen falt tirsdag .");
    Times times = READER.times(article);
    assertThat(times.dateAt(0, 1)).isEqualTo("2019-03");
    assertThat(times.dateAt(0, 6)).isEqualTo("2019-05-14");
  }

  @Test
  void aPointGoesBeforeAnOpenInterval() {
    Times times =
        READER.times(
            article(
                "2019-05-15",
                "Onsdag erklærte laget , som har eksistert siden 1987 , seg konkurs ."));
    assertThat(times.dateAt(0, 10)).isEqualTo("2019-05-15");
  }

  @Test
  void aSentenceWithoutATimeTakesTheDayToldBeforeIt() {
    Times times =
        READER.times(article("2019-05-15", "Mandag stengte havna .", "Fiskerne protesterte ."));
    assertThat(times.dateAt(1, 1)).isNull();
    assertThat(times.defaultDate(1)).isEqualTo("2019-05-13");
    assertThat(times.dateOf(1, 1)).isEqualTo("2019-05-13");
  }

  @Test
  void elseThePublicationDateAsPreciselyAsItIsKnown() {
    String text = "Fiskerne protesterte .";
    assertThat(READER.times(article("2019-05-15", text)).defaultDate(0)).isEqualTo("2019-05-15");
    assertThat(READER.times(article("2019-05", text)).defaultDate(0)).isEqualTo("2019-05-XX");
    assertThat(READER.times(article("2019", text)).defaultDate(0)).isEqualTo("2019-XX-XX");
  }

  @Test
  void theTimeOfDayIsNoPartOfADate() {
    Times times = READER.times(article("2019-05-15", "Klokken 14 gikk alarmen ."));
    assertThat(times.expressions().get(0).value()).isEqualTo("2019-05-15T14:00");
    assertThat(times.dateAt(0, 3)).isEqualTo("2019-05-15");
  }

  @Test
  void aStatementTakesTheTimeBesideItsCueAndNotOneThatIsSaid() {
    AnalysedArticle article =
        article(
            "2019-05-15",
            "Hun sa mandag at broen stenger i juli .",
            "Han sa at broen åpnet i mars .");
    Times times = READER.times(article);
    List<Statement> dated =
        StatementDates.fill(
            article,
            List.of(statement(article, "s1", 0, 1, 4, 7), statement(article, "s2", 1, 1, 3, 6)),
            times);
    assertThat(dated.get(0).date()).isEqualTo("2019-05-13");
    assertThat(dated.get(1).date()).isNull();
  }

  private static Statement statement(
      AnalysedArticle article, String id, int sentence, int cue, int first, int last) {
    Sentence words = article.sentence(sentence);
    return new Statement(
        id,
        "a1",
        null,
        words.word(cue).span(),
        List.of(words.word(first).span().union(words.word(last).span())),
        StatementKind.INDIRECT,
        Act.SAY,
        null,
        List.of(),
        null,
        null,
        "test");
  }

  private static AnalysedArticle article(String published, String... sentences) {
    StringBuilder text = new StringBuilder();
    List<Sentence> analysed = new ArrayList<>();
    for (String sentence : sentences) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      List<Word> words = new ArrayList<>();
      ArticleText soFar;
      for (String form : sentence.split(" ")) {
        if (!words.isEmpty()) {
          text.append(' ');
        }
        int start = text.length();
        text.append(form);
        soFar = ArticleText.of(text.toString());
        words.add(
            new Word(
                form,
                form,
                "X",
                "",
                words.isEmpty() ? -1 : 0,
                words.isEmpty() ? "root" : "dep",
                "O",
                soFar.span(start, text.length())));
      }
      analysed.add(new Sentence(words, 0));
    }
    return new AnalysedArticle(
        new Article(
            "a", "nb", published, null, null, null, ArticleText.of(text.toString()), List.of()),
        new Analysis("nb", analysed, false));
  }
}
