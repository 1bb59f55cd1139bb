package dev.detente.ledger;

import dev.detente.ledger.store.LedgerDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The searches that a ledger keeps. Used by one thread at a time. */
public final class Searches {
  private final Ledger ledger;
  private final LedgerDatabase database;

  Searches(Ledger ledger) {
    this.ledger = ledger;
    this.database = ledger.database();
  }

  /** Keeps a search, to be told of what comes from now on. */
  public Search add(
      String id,
      String name,
      String query,
      String secret,
      @Nullable String hook,
      LocalDateTime now) {
    Search search = new Search(id, name, query, secret, hook, now, ledger.position());
    database.update(
        "INSERT INTO search VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        name,
        query,
        secret,
        hook,
        now,
        search.reached().n(),
        search.reached().added());
    return search;
  }

  /** All of them, in the order in which they were made. */
  public List<Search> all() {
    return database.list("FROM search ORDER BY made, id", Searches::search);
  }

  /** The search of this id. */
  public Optional<Search> get(String id) {
    return database.list("FROM search WHERE id = ?", Searches::search, id).stream().findFirst();
  }

  /** Forgets a search; false when there is none of this id. */
  public boolean remove(String id) {
    return database.update("DELETE FROM search WHERE id = ?", id) > 0;
  }

  /** Notes how far somebody has been told. */
  public void reach(String id, Fresh.Position position) {
    database.update(
        "UPDATE search SET reached = ?, since = ? WHERE id = ?",
        position.n(),
        position.added(),
        id);
  }

  private static Search search(ResultSet row) throws SQLException {
    return new Search(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, LocalDateTime.class),
        new Fresh.Position(row.getLong(7), row.getObject(8, LocalDateTime.class)));
  }
}
