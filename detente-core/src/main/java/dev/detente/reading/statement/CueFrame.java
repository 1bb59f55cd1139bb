package dev.detente.reading.statement;

import java.util.Locale;

/** Where a cue has its content. */
enum CueFrame {
  /** A finite clause: "says that ...". */
  CLAUSE,
  /** Quoted or bare speech beside the cue: "..., she says". */
  QUOTE,
  /** An infinitive: "promises to ...". */
  INF,
  /** A nominal: "demands an answer". */
  OBJECT,
  /** Whatever follows the cue's last word: "calls for ...". */
  AFTER,
  /** An object and what it is called: "calls the plan dangerous". */
  AS;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CueFrame of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
