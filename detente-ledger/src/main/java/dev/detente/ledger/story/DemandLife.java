package dev.detente.ledger.story;

import java.util.List;
import java.util.Locale;

/**
 * What became of a demand.
 *
 * @param id of its first report
 * @param stages by time; the first is {@link Kind#RAISED}
 */
public record DemandLife(String id, List<Stage> stages) {
  public DemandLife {
    stages = List.copyOf(stages);
  }

  /** What happened to a demand. */
  public enum Kind {
    /** Reported for the first time. */
    RAISED,
    /** Made again on another day. */
    REPEATED,
    /**
     * Made again more strongly: what was asked is demanded, what was demanded comes with a threat.
     */
    HARDENED,
    /** Made again less strongly. */
    SOFTENED,
    /** Denied or refused by somebody. */
    REJECTED,
    /** Somebody else concedes or steps back in the matter, as far as the words tell. */
    MET;

    /** The name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One thing that happened, and the statement or event that tells it. */
  public record Stage(Kind kind, Voice voice) {}
}
