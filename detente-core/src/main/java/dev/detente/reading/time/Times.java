package dev.detente.reading.time;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time expressions of one article, and the date of a word: what the statement and event readers
 * ask. Made by {@link TimeReader#times}, or by {@link #of} from the expressions already read.
 * Immutable and thread-safe.
 *
 * <p>Sentences and words are addressed by their 0-based indices in the article's analysis. An event
 * takes {@link #dateAt} when its sentence tells a time, else, when it is an actual event of the
 * report and no background, {@link #defaultDate}; {@link #dateOf} is both in one.
 */
public final class Times {
  private final List<TimeExpression> expressions;
  private final List<List<TimeExpression>> bySentence;
  private final AnalysedArticle article;
  private final Anchor anchor;

  Times(AnalysedArticle article, List<TimeExpression> expressions, Anchor anchor) {
    this.article = article;
    this.expressions = List.copyOf(expressions);
    this.anchor = anchor;
    this.bySentence = new ArrayList<>();
    for (int i = 0; i < article.sentences().size(); i++) {
      bySentence.add(new ArrayList<>(2));
    }
    for (TimeExpression expression : expressions) {
      int sentence = article.sentenceAt(expression.span().start());
      if (sentence >= 0) {
        bySentence.get(sentence).add(expression);
      }
    }
  }

  /**
   * The times of an article from its expressions, as {@link TimeReader#read} gives them.
   *
   * @param expressions in order of the text
   */
  public static Times of(AnalysedArticle article, List<TimeExpression> expressions) {
    return new Times(article, expressions, Anchor.of(article.article().published()));
  }

  /** Time expressions in order of the text. */
  public List<TimeExpression> expressions() {
    return expressions;
  }

  /** Time expressions that begin in a sentence, in order of the text. */
  public List<TimeExpression> in(int sentence) {
    return List.copyOf(bySentence.get(sentence));
  }

  /**
   * The time expression that governs a word: the one of its sentence that stands nearest, a point
   * or closed interval before an open one ("since 2014"). Null when the sentence tells no time.
   */
  public @Nullable TimeExpression at(int sentence, int word) {
    Sentence words = article.sentence(sentence);
    Span span = words.word(word).span();
    TimeExpression best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (TimeExpression expression : bySentence.get(sentence)) {
      int distance =
          expression.span().start() >= span.end()
              ? expression.span().start() - span.end()
              : Math.max(0, span.start() - expression.span().end());
      if (open(expression.value())) {
        distance += words.span().length();
      }
      if (distance < bestDistance) {
        bestDistance = distance;
        best = expression;
      }
    }
    return best;
  }

  /**
   * The date of what a word tells, as the sentence gives it: the value of {@link #at} without the
   * time of day. EDTF; null when the sentence tells no time.
   */
  public @Nullable String dateAt(int sentence, int word) {
    TimeExpression expression = at(sentence, word);
    return expression == null ? null : withoutClock(expression.value());
  }

  /**
   * The date of an actual event whose sentence tells no time: the day last told before it in the
   * same passage and not after publication, else the day of publication ({@code 2022-02-XX} when
   * only its month is known); null when nothing is known. Not for background, plans or hypotheses.
   */
  public @Nullable String defaultDate(int sentence) {
    int passage = article.sentence(sentence).passage();
    for (int i = sentence - 1; i >= 0 && article.sentence(i).passage() == passage; i--) {
      List<TimeExpression> told = bySentence.get(i);
      for (int k = told.size() - 1; k >= 0; k--) {
        String value = withoutClock(told.get(k).value());
        if (value.endsWith("-XX") || isDay(value) && notAfterPublication(value)) {
          return value;
        }
      }
    }
    Moment today = anchor.day(0);
    return today == null ? null : today.value();
  }

  /** {@link #dateAt}, or failing it {@link #defaultDate}. */
  public @Nullable String dateOf(int sentence, int word) {
    String date = dateAt(sentence, word);
    return date != null ? date : defaultDate(sentence);
  }

  private boolean notAfterPublication(String day) {
    return anchor.day() == null || day.compareTo(anchor.day().toString()) <= 0;
  }

  private static boolean isDay(String value) {
    return value.length() == 10 && value.indexOf('/') < 0 && value.indexOf('X') < 0;
  }

  private static boolean open(String value) {
    return value.startsWith("..") || value.endsWith("..");
  }

  /** {@code 2022-02-07T15:00} without its time; anything else as it is. */
  public static String withoutClock(String value) {
    int time = value.indexOf('T');
    return time < 0 || value.indexOf('/') >= 0 ? value : value.substring(0, time);
  }
}
