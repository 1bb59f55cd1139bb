package dev.detente.ledger;

import dev.detente.article.DetenteException;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.record.Act;
import dev.detente.record.ArticleRecord;
import dev.detente.record.EventType;
import dev.detente.record.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people think of the records of a ledger. Marks are added and never changed: of several by
 * one person at one address the last holds. Used by one thread at a time.
 */
public final class Marks {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 2000;

  private static final String ALL =
      "SELECT number, address, verdict, speaker, act, type, relation, target, note, machine,"
          + " reviewer, made FROM mark";

  private final Ledger ledger;
  private final LedgerDatabase database;

  Marks(Ledger ledger) {
    this.ledger = ledger;
    this.database = ledger.database();
  }

  /**
   * Adds a mark.
   *
   * @param reviewer who thinks so, by a name of his choice
   * @throws DetenteException DET-0714 when nothing stands at the address, or a value is none that
   *     it may be
   */
  public Mark add(
      Address address,
      Mark.Verdict verdict,
      Mark.Correction correction,
      @Nullable String note,
      String reviewer,
      LocalDateTime now) {
    Entry entry = ledger.entry(address).orElseThrow(() -> wrong("nothing stands at " + address));
    check(address, verdict, correction);
    String name = reviewer.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
      throw wrong("a reviewer has a name of 1 to " + LONGEST_NAME + " characters");
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw wrong("a note has at most " + LONGEST_NOTE + " characters");
    }
    long number = 1 + database.number("SELECT coalesce(max(number), 0) FROM mark");
    Mark mark =
        new Mark(
            number,
            address,
            verdict,
            correction,
            note == null || note.isBlank() ? null : note.strip(),
            MarkedRecord.of(entry),
            name,
            now);
    database.update(
        "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        address.content(),
        address.toString(),
        verdict.label(),
        correction.speaker(),
        correction.act(),
        correction.type(),
        correction.relation(),
        correction.target(),
        mark.note(),
        mark.machine(),
        name,
        now);
    return mark;
  }

  private void check(Address address, Mark.Verdict verdict, Mark.Correction correction) {
    if ((verdict == Mark.Verdict.CORRECTED) == correction.isEmpty()) {
      throw wrong(
          verdict == Mark.Verdict.CORRECTED
              ? "a correction says what is otherwise: speaker, act, type or relation"
              : "only what is corrected has other values");
    }
    boolean ofEvent = correction.type() != null;
    boolean ofStatement =
        correction.speaker() != null || correction.act() != null || correction.relation() != null;
    if (address.event() ? ofStatement : ofEvent) {
      throw wrong("an event has a type, a statement has speaker, act and relation");
    }
    oneOf("act", correction.act(), Arrays.stream(Act.values()).map(Act::label).toList());
    oneOf("type", correction.type(), Arrays.stream(EventType.values()).map(Enum::name).toList());
    List<String> relations =
        Arrays.stream(Relation.values()).map(Relation::label).collect(Collectors.toList());
    relations.add(Mark.Correction.NOBODY);
    oneOf("relation", correction.relation(), relations);
    if (correction.speaker() != null
        && (correction.speaker().isBlank() || correction.speaker().length() > LONGEST_NAME)) {
      throw wrong("a speaker has a name of 1 to " + LONGEST_NAME + " characters");
    }
    boolean related =
        correction.relation() != null && !correction.relation().equals(Mark.Correction.NOBODY);
    if (related != (correction.target() != null)) {
      throw wrong("a relation and the address of the other statement belong together");
    }
    if (related
        && Address.parse(String.valueOf(correction.target())).flatMap(ledger::entry).isEmpty()) {
      throw wrong("nothing stands at " + correction.target());
    }
  }

  private static void oneOf(String what, @Nullable String value, List<String> known) {
    if (value != null && !known.contains(value)) {
      throw wrong(what + " is one of " + String.join(", ", known));
    }
  }

  private static DetenteException wrong(String reason) {
    return new DetenteException("DET-0714", reason);
  }

  /** All marks at an address, the last first. */
  public List<Mark> at(Address address) {
    return database.list(
        ALL + " WHERE content = ? AND address = ? ORDER BY number DESC",
        Marks::mark,
        address.content(),
        address.toString());
  }

  /** At most so many marks, the last first, from below a number on; from the last one when null. */
  public List<Mark> before(@Nullable Long number, int size) {
    long below = number == null ? Long.MAX_VALUE : number;
    return database.list(
        ALL + " WHERE number < ? ORDER BY number DESC LIMIT " + size, Marks::mark, below);
  }

  /** What holds: of each person at each address the last mark, in order of addresses. */
  public List<Mark> holding() {
    return holding(database.list(ALL + " ORDER BY content, address, number", Marks::mark));
  }

  /** What holds in one article, by its content. */
  public List<Mark> holding(long content) {
    return holding(
        database.list(ALL + " WHERE content = ? ORDER BY address, number", Marks::mark, content));
  }

  private static List<Mark> holding(Collection<Mark> marks) {
    Map<String, Mark> last = new LinkedHashMap<>();
    for (Mark mark : marks) {
      last.put(mark.address() + " " + mark.reviewer(), mark);
    }
    return last.values().stream().filter(mark -> mark.verdict() != Mark.Verdict.WITHDRAWN).toList();
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        row.getLong(1),
        Address.parse(row.getString(2)).orElseThrow(),
        Mark.Verdict.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        new Mark.Correction(
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8)),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getObject(12, LocalDateTime.class));
  }

  /** The record of the article that a mark is in; null when the ledger has it no more. */
  public @Nullable ArticleRecord record(Mark mark) {
    return ledger.record(mark.address().content());
  }
}
