package dev.detente.reading.time;

import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads the time expressions of an article, anchored on its publication date.
 *
 * <p>A calendar of the language's codebook folder gives the words, the patterns and what they mean;
 * this class only matches and counts. A publication date that is no more than a month gives no day
 * that the text does not give itself ("mandag" is {@code 2022-02-XX}); without a publication date
 * only absolute dates are read. Immutable and thread-safe.
 */
public final class TimeReader {
  private final Map<String, Calendar> calendars = new TreeMap<>();

  public TimeReader(Codebook codebook) {
    for (String language : List.of("nb", "nn", "en")) {
      calendars.put(language, Calendar.load(codebook, language));
    }
  }

  /** Time expressions in order of the text. */
  public List<TimeExpression> read(AnalysedArticle article) {
    return times(article).expressions();
  }

  /** Time expressions together with the means to ask for the date of a word. */
  public Times times(AnalysedArticle article) {
    Calendar calendar = calendar(article.language());
    Article source = article.article();
    List<Token> tokens = Token.scan(source.text());
    ClauseTense tense = new ClauseTense(calendar, tokens, article);
    Meaning meaning = new Meaning(calendar, tokens, Anchor.of(source.published()), tense);
    Chart chart = new Chart(calendar, tokens);
    List<TimeExpression> expressions = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int next = at + 1;
      for (Match match : chart.candidatesAt(at)) {
        Moment moment = meaning.read(match);
        if (moment != null) {
          meaning.spoken(moment);
          expressions.add(
              new TimeExpression(
                  source
                      .text()
                      .span(
                          tokens.get(match.spanStart()).start(), tokens.get(match.end() - 1).end()),
                  moment.value(),
                  "time:" + match.rule().name()));
          next = match.end();
          break;
        }
      }
      at = next;
    }
    return new Times(article, expressions, Anchor.of(source.published()));
  }

  private Calendar calendar(String language) {
    return Objects.requireNonNull(calendars.get(Codebook.folderOf(language)));
  }
}
