package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Quantity;
import dev.detente.record.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as one mention tells it, before mentions of the same event are joined.
 *
 * @param clarity how clear a mention this is, {@link #HEADING} for one in a heading; of several the
 *     clearest gives anchor and evidence
 */
record Draft(
    Source source,
    EventType type,
    @Nullable String mode,
    List<String> contexts,
    @Nullable String cameo,
    List<String> actors,
    List<String> recipients,
    @Nullable String place,
    @Nullable String date,
    EventStatus status,
    @Nullable String statement,
    List<Quantity> quantities,
    Span anchor,
    Span evidence,
    int clarity,
    String why) {
  /** Clarity of a mention in a heading, which the body tells again. */
  static final int HEADING = 0;

  /**
   * Where a draft comes from: a statement that is an event, or a trigger's mention.
   *
   * @param sentence index of the sentence
   * @param head word index of the cue or trigger
   */
  record Source(int sentence, int head, @Nullable Mention mention, @Nullable Statement statement) {}

  Draft {
    contexts = List.copyOf(contexts);
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
    quantities = List.copyOf(quantities);
  }

  Draft typed(EventType newType, @Nullable String newMode, EventStatus newStatus, String reason) {
    return new Draft(
        source,
        newType,
        newMode,
        contexts,
        newType == type ? cameo : null,
        actors,
        recipients,
        place,
        date,
        newStatus,
        statement,
        quantities,
        anchor,
        evidence,
        clarity,
        why + " " + reason);
  }

  /** The same as somebody's claim only. */
  Draft alleged(String newStatement) {
    return new Draft(
        source,
        type,
        mode,
        contexts,
        cameo,
        actors,
        recipients,
        place,
        date,
        EventStatus.ALLEGED,
        newStatement,
        quantities,
        anchor,
        evidence,
        clarity,
        why + " contested");
  }

  /** A further event of the same words; the first has the mode where its own words tell none. */
  Draft part(Span newAnchor, @Nullable String newMode, String reason) {
    return new Draft(
        source,
        type,
        newMode != null ? newMode : mode,
        contexts,
        cameo,
        actors,
        recipients,
        place,
        date,
        status,
        statement,
        quantities,
        newAnchor,
        evidence,
        clarity,
        why + " " + reason);
  }

  Draft withMode(@Nullable String newMode) {
    return new Draft(
        source,
        type,
        newMode,
        contexts,
        cameo,
        actors,
        recipients,
        place,
        date,
        status,
        statement,
        quantities,
        anchor,
        evidence,
        clarity,
        why);
  }

  Draft withParties(List<String> newActors, List<String> newRecipients) {
    return new Draft(
        source,
        type,
        mode,
        contexts,
        cameo,
        newActors,
        newRecipients,
        place,
        date,
        status,
        statement,
        quantities,
        anchor,
        evidence,
        clarity,
        why);
  }

  /** The same somewhere else. */
  Draft withPlace(@Nullable String newPlace) {
    return new Draft(
        source,
        type,
        mode,
        contexts,
        cameo,
        actors,
        recipients,
        newPlace,
        date,
        status,
        statement,
        quantities,
        anchor,
        evidence,
        clarity,
        why);
  }

  /** The same at another time. */
  Draft withDate(@Nullable String newDate, EventStatus newStatus) {
    return new Draft(
        source,
        type,
        mode,
        contexts,
        cameo,
        actors,
        recipients,
        place,
        newDate,
        newStatus,
        statement,
        quantities,
        anchor,
        evidence,
        clarity,
        why);
  }

  /** The same with a further reason. */
  Draft because(String reason) {
    return new Draft(
        source,
        type,
        mode,
        contexts,
        cameo,
        actors,
        recipients,
        place,
        date,
        status,
        statement,
        quantities,
        anchor,
        evidence,
        clarity,
        why + " " + reason);
  }
}
