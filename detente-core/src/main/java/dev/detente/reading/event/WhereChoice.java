package dev.detente.reading.event;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides where an event took place, among the places that its article names: a report tells the
 * scene once and what happened there in the sentences after. Without weights the place that the
 * rules find in the event's own sentence stays. Stateless apart from the article.
 */
final class WhereChoice {
  /**
   * As how many times as likely as it is a place counts against none: so that, on annotated
   * articles that the weights have not seen, seven places told in ten are right.
   */
  private static final double SOMEWHERE = 1.5;

  private final WhereFeatures features;
  private final ChoiceModel model;
  private final @Nullable Observer observer;

  WhereChoice(WhereFeatures features, ChoiceModel model, @Nullable Observer observer) {
    this.features = features;
    this.model = model;
    this.observer = observer;
  }

  /** The draft with the likeliest place, or without one where none is likely. */
  Draft choose(Draft draft) {
    List<String> candidates = features.candidates(draft);
    if (candidates.isEmpty()) {
      return draft;
    }
    List<List<String>> all = features.of(draft, candidates);
    if (observer != null) {
      observer.asked("place", draft, candidates, all);
    }
    ChoiceModel.Choice choice = model.choose("place", draft.type(), all, SOMEWHERE);
    if (choice == null) {
      return draft;
    }
    String place = choice.index() < 0 ? null : candidates.get(choice.index());
    return Objects.equals(place, draft.place())
        ? draft
        : draft.withPlace(place).because("place:model");
  }
}
