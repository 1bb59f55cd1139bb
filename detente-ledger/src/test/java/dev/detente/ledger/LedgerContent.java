package dev.detente.ledger;

import java.util.List;

/** What a ledger holds, without when and under which numbers it came. */
final class LedgerContent {
  private static final List<String> QUESTIONS =
      List.of(
          "SELECT id, version, language, published, outlet, url, text FROM articles",
          "SELECT id, version, text FROM versions",
          "SELECT article, id, speaker, act, words, day, begins, ends FROM statements",
          "SELECT article, id, type, status, actors, recipients, words FROM events",
          "SELECT article, id, entity, name FROM actors",
          "FROM links",
          "SELECT article, original FROM reports",
          "SELECT id, reason FROM removed");

  private LedgerContent() {}

  /** All rows of all views, in order. */
  static List<String> of(Ledger ledger) {
    return QUESTIONS.stream()
        .flatMap(
            question ->
                ledger
                    .database()
                    .list(
                        "SELECT q::VARCHAR AS line FROM (" + question + ") q ORDER BY line",
                        row -> row.getString(1))
                    .stream())
        .toList();
  }
}
