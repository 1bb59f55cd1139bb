package dev.detente.reading.event;

import dev.detente.record.EventStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an event took place, among the times that its article tells and the day of its
 * publication. Without weights the date that the rules find stays. Stateless apart from the
 * article.
 */
final class WhenChoice {
  /**
   * As how many times as likely as it is a date counts against none: on annotated articles that the
   * weights have not seen, more dates are right than by the rules alone and fewer are wrong.
   */
  private static final double SOMETIME = 3;

  private final WhenFeatures features;
  private final Occasion occasion;
  private final ChoiceModel model;
  private final @Nullable Observer observer;

  WhenChoice(
      WhenFeatures features, Occasion occasion, ChoiceModel model, @Nullable Observer observer) {
    this.features = features;
    this.occasion = occasion;
    this.model = model;
    this.observer = observer;
  }

  /** The draft with the likeliest date, or without one where none is likely. */
  Draft choose(Draft draft) {
    List<String> candidates = features.candidates(draft);
    if (candidates.isEmpty()) {
      return draft;
    }
    List<List<String>> all = features.of(draft, candidates);
    if (observer != null) {
      observer.asked("date", draft, candidates, all);
    }
    ChoiceModel.Choice choice = model.choose("date", draft.type(), all, SOMETIME);
    if (choice == null) {
      return draft;
    }
    String date = choice.index() < 0 ? null : features.told(draft, candidates.get(choice.index()));
    return Objects.equals(date, draft.date())
        ? draft
        : draft.withDate(date, status(draft, date)).because("date:model");
  }

  /** What happened long before publication is background. */
  private EventStatus status(Draft draft, @Nullable String date) {
    boolean settled =
        draft.status() == EventStatus.ACTUAL || draft.status() == EventStatus.HISTORICAL;
    if (!settled || draft.source().mention() == null) {
      return draft.status();
    }
    return occasion.longBefore(date) ? EventStatus.HISTORICAL : EventStatus.ACTUAL;
  }
}
