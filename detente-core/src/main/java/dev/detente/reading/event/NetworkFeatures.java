package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.ActScores;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Marks;
import dev.detente.language.Word;
import dev.detente.record.Act;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What the network's marks say of a statement, in steps of chance. All names begin with {@code
 * lm:}, since the network has learned its marks from the same articles as the weights: what they
 * count for is learned from those articles alone that it has not seen. Stateless.
 */
final class NetworkFeatures {
  /** Percent at which each step of chance begins. */
  private static final int[] STEPS = {2, 5, 10, 20, 35, 50, 70, 85, 95};

  private NetworkFeatures() {}

  /** How likely a statement's words do each act, and report events of each type. */
  static void of(Statement statement, AnalysedArticle article, Collection<String> features) {
    List<Word> content =
        statement.content().stream().flatMap(s -> article.wordsWithin(s).stream()).toList();
    Span span = statement.cue();
    List<Word> cue = span == null ? List.of() : article.wordsWithin(span);
    double[] ofContent = acts(content, Marks::content);
    double[] ofCue = acts(cue, Marks::cue);
    for (Act act : Act.values()) {
      int i = act.ordinal();
      add("lm:content=" + act.label() + "/", Math.round(100 * ofContent[i]), features);
      add("lm:cue=" + act.label() + "/", Math.round(100 * ofCue[i]), features);
    }
    types("lm:tells=", content, features);
    types("lm:cue-tells=", cue, features);
  }

  /** Adds the largest chance of each type of event at one of the words. */
  private static void types(String name, List<Word> words, Collection<String> features) {
    for (EventType type : EventType.values()) {
      int most = 0;
      for (Word word : words) {
        most = Math.max(most, word.marks().trigger().percent(type.name()));
      }
      if (most >= STEPS[1]) {
        add(name + type + "/", most, features);
      }
    }
  }

  /** Adds a feature for each step that a chance reaches, so that a larger one counts for more. */
  private static void add(String name, long percent, Collection<String> features) {
    for (int step = 0; step < STEPS.length && percent >= STEPS[step]; step++) {
      features.add(name + STEPS[step]);
    }
  }

  /** The chance of each act by its ordinal, from the mean log-odds; all 0 without marks. */
  private static double[] acts(List<Word> words, Function<Marks, ActScores> scores) {
    double[] chances = new double[Act.values().length];
    int told = 0;
    for (Word word : words) {
      ActScores of = scores.apply(word.marks());
      if (!of.isEmpty()) {
        told++;
        for (Act act : Act.values()) {
          chances[act.ordinal()] += of.of(act);
        }
      }
    }
    if (told == 0) {
      return chances;
    }
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = StrictMath.exp(chances[i] / told);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }
}
