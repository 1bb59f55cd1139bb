package dev.detente.reading.statement;

import dev.detente.language.AnalysedArticle;
import dev.detente.record.Act;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the acts of an article's statements, all at once: a log-linear sum of the word model, which
 * knows the lexicon's act and the clause, of the network's marks on the words of cue and content,
 * and of which act follows which (an accusation is denied; a quote does what its paraphrase did).
 * Each statement gets the act that is likeliest whatever the others are. Immutable and thread-safe;
 * linear in the number of statements.
 */
final class ActChoice {
  /** How many features of the word model a reason names. */
  private static final int NAMED = 2;

  /** How likely an act that lost must have been for a reason to name it. */
  private static final double WORTH_NAMING = 0.08;

  /** What an act counts for that a noun leaves no doubt of, in nats. */
  private static final double CERTAIN = 3;

  private final ActModel model;
  private final ActWeights weights;

  ActChoice(ActModel model, ActWeights weights) {
    this.model = model;
    this.weights = weights;
  }

  /**
   * Loads the models beside this class.
   *
   * @throws DetenteException DET-0322 when they are missing or damaged
   */
  static ActChoice load() {
    return new ActChoice(ActModel.load(), ActWeights.load());
  }

  /**
   * Gives each draft its act and notes how sure it is.
   *
   * @param drafts in order of the text
   * @param features of a draft, for the word model
   */
  void choose(List<Draft> drafts, AnalysedArticle article, Function<Draft, Set<String>> features) {
    double[][] scores = new double[drafts.size()][];
    double[][] before = new double[drafts.size()][];
    List<Set<String>> told = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      told.add(features.apply(draft));
      scores[i] = scores(draft, article, told.get(i));
      before[i] = scores[i].clone();
      if (i > 0) {
        double[][] after = after(drafts.get(i - 1), draft);
        double most = most(before[i - 1]);
        double[] first = chances(before[i - 1], most);
        for (int act = 0; act < before[i].length; act++) {
          double sum = 0;
          for (int one = 0; one < first.length; one++) {
            sum += first[one] * after[one][act];
          }
          before[i][act] += most + StrictMath.log(sum);
        }
      }
    }
    double[] behind = new double[Act.values().length];
    for (int i = drafts.size() - 1; i >= 0; i--) {
      double[] whole = before[i].clone();
      for (int act = 0; act < whole.length; act++) {
        whole[act] += behind[act];
      }
      settle(drafts.get(i), whole, told.get(i));
      if (i > 0) {
        double[][] after = after(drafts.get(i - 1), drafts.get(i));
        double[] ways = scores[i].clone();
        for (int act = 0; act < ways.length; act++) {
          ways[act] += behind[act];
        }
        double most = most(ways);
        double[] second = chances(ways, most);
        for (int act = 0; act < behind.length; act++) {
          double sum = 0;
          for (int one = 0; one < second.length; one++) {
            sum += second[one] * after[act][one];
          }
          behind[act] = most + StrictMath.log(sum);
        }
      }
    }
  }

  private double[] scores(Draft draft, AnalysedArticle article, Set<String> features) {
    double[] scores = new double[Act.values().length];
    add(scores, model.scores(features), weights.words());
    ActSigns signs = ActSigns.of(draft, article);
    if (signs != null) {
      add(scores, signs.cue(), weights.cue());
      add(scores, signs.content(), weights.content());
    }
    if (draft.certain) {
      scores[draft.act.ordinal()] += CERTAIN;
    }
    return scores;
  }

  /** Adds a part's log-probabilities. */
  private static void add(double[] scores, double[] part, double weight) {
    double sum = logSum(part);
    for (int i = 0; i < scores.length; i++) {
      scores[i] += weight * (part[i] - sum);
    }
  }

  /** How many times as likely what comes first makes what comes second. */
  private double[][] after(Draft first, Draft second) {
    @Nullable String speaker = second.speaker;
    if (speaker == null || !speaker.equals(first.speaker)) {
      return weights.answers();
    }
    return second.kind == StatementKind.DIRECT ? weights.quotes() : weights.goesOn();
  }

  /** Sets the likeliest act, the first of equals, and says which features spoke most for it. */
  private void settle(Draft draft, double[] scores, Set<String> features) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    Act act = Act.values()[best];
    double sure = StrictMath.exp(scores[best] - logSum(scores));
    String by = act == draft.act ? "act:lexicon+model " : "act:model ";
    draft.act = act;
    List<String> reasons = model.spokeFor(act, features, NAMED);
    draft.note =
        (draft.note
                + " "
                + by
                + String.format(Locale.ROOT, "%.2f", sure)
                + (reasons.isEmpty() ? "" : " (" + String.join(" ", reasons) + ")")
                + others(best, scores))
            .strip();
  }

  /** The acts that lost and were not unlikely, each with its probability: {@code or warn 0.21}. */
  private static String others(int best, double[] scores) {
    double sum = logSum(scores);
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < scores.length; i++) {
      double chance = StrictMath.exp(scores[i] - sum);
      if (i != best && chance >= WORTH_NAMING) {
        others.append(String.format(Locale.ROOT, " or %s %.2f", Act.values()[i].label(), chance));
      }
    }
    return others.toString();
  }

  private static double logSum(double[] values) {
    double most = most(values);
    double sum = 0;
    for (double chance : chances(values, most)) {
      sum += chance;
    }
    return most + StrictMath.log(sum);
  }

  private static double most(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  /** Chances of log-odds, as many times as likely as what has the most. */
  private static double[] chances(double[] values, double most) {
    double[] chances = new double[values.length];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = StrictMath.exp(values[i] - most);
    }
    return chances;
  }
}
