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
    Change change = new Change(this);
    change.type = newType;
    change.mode = newMode;
    change.cameo = newType == type ? cameo : null;
    change.status = newStatus;
    return change.because(reason);
  }

  /** The same as somebody's claim only. */
  Draft alleged(String newStatement) {
    Change change = new Change(this);
    change.status = EventStatus.ALLEGED;
    change.statement = newStatement;
    return change.because("contested");
  }

  /** A further event of the same words; the first has the mode where its own words tell none. */
  Draft part(Span newAnchor, @Nullable String newMode, String reason) {
    Change change = new Change(this);
    change.mode = newMode != null ? newMode : mode;
    change.anchor = newAnchor;
    return change.because(reason);
  }

  Draft withMode(@Nullable String newMode) {
    Change change = new Change(this);
    change.mode = newMode;
    return change.draft();
  }

  Draft withParties(List<String> newActors, List<String> newRecipients) {
    Change change = new Change(this);
    change.actors = newActors;
    change.recipients = newRecipients;
    return change.draft();
  }

  /** The same somewhere else. */
  Draft withPlace(@Nullable String newPlace) {
    Change change = new Change(this);
    change.place = newPlace;
    return change.draft();
  }

  /** The same at another time. */
  Draft withDate(@Nullable String newDate, EventStatus newStatus) {
    Change change = new Change(this);
    change.date = newDate;
    change.status = newStatus;
    return change.draft();
  }

  /** The same with a further reason. */
  Draft because(String reason) {
    return new Change(this).because(reason);
  }

  /** What becomes of a draft: all parts of it that may change, as they were to begin with. */
  private static final class Change {
    private final Draft before;
    private EventType type;
    private @Nullable String mode;
    private @Nullable String cameo;
    private List<String> actors;
    private List<String> recipients;
    private @Nullable String place;
    private @Nullable String date;
    private EventStatus status;
    private @Nullable String statement;
    private Span anchor;

    private Change(Draft before) {
      this.before = before;
      this.type = before.type;
      this.mode = before.mode;
      this.cameo = before.cameo;
      this.actors = before.actors;
      this.recipients = before.recipients;
      this.place = before.place;
      this.date = before.date;
      this.status = before.status;
      this.statement = before.statement;
      this.anchor = before.anchor;
    }

    private Draft draft() {
      return told(before.why);
    }

    private Draft because(String reason) {
      return told(before.why + " " + reason);
    }

    private Draft told(String why) {
      return new Draft(
          before.source,
          type,
          mode,
          before.contexts,
          cameo,
          actors,
          recipients,
          place,
          date,
          status,
          statement,
          before.quantities,
          anchor,
          before.evidence,
          before.clarity,
          why);
    }
  }
}
