package dev.detente.ledger.store;

import dev.detente.article.DetenteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Which tables a ledger has. A file without any gets them; an older one is brought up to date after
 * a copy of it has been set aside; a newer one is refused.
 */
public final class LedgerSchema {
  /** The number of today's tables. */
  public static final int VERSION = 5;

  /** From these on the links within articles have a table, which is filled from the records. */
  private static final int LINKS_WITHIN = 4;

  private LedgerSchema() {}

  /**
   * Opens a ledger whose tables are today's.
   *
   * @throws DetenteException DET-0701 when there is none to read, DET-0704 when it was written by a
   *     newer Detente, DET-0705 when it is another DuckDB file; see {@link LedgerDatabase#open}
   */
  public static LedgerDatabase open(Path file, boolean writable) {
    if (!writable) {
      require(file);
    }
    LedgerDatabase database = LedgerDatabase.open(file, writable);
    int version;
    try {
      long tables =
          database.number("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'ledger'");
      if (tables == 0 && writable) {
        create(database);
        return database;
      }
      version = version(database);
      if (version == VERSION) {
        return database;
      }
      if (version > VERSION) {
        throw new DetenteException(
            "DET-0704",
            file
                + " was written by a newer Detente (tables "
                + version
                + ", this one knows "
                + VERSION
                + "); use that one");
      }
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    database.close();
    return upgraded(file, version, writable);
  }

  /**
   * Makes sure that there is a file.
   *
   * @throws DetenteException DET-0701 when there is none
   */
  public static void require(Path file) {
    if (!Files.exists(file)) {
      throw new DetenteException(
          "DET-0701",
          file + ": no such ledger; `detente add` makes one, --ledger names one elsewhere");
    }
  }

  private static void create(LedgerDatabase database) {
    database.transaction(
        () -> {
          database.execute(script("schema.sql"));
          database.execute(
              "INSERT INTO ledger VALUES ('schema', '"
                  + VERSION
                  + "'), ('id', uuid()::VARCHAR), ('generation', '0'), ('linked', 'yes')");
        });
  }

  private static int version(LedgerDatabase database) {
    long known =
        database.number(
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'ledger' AND table_name ="
                + " 'ledger'");
    List<String> version =
        known == 0
            ? List.of()
            : database.list(
                "SELECT value FROM ledger WHERE name = 'schema'", row -> row.getString(1));
    if (version.isEmpty()) {
      throw new DetenteException(
          "DET-0705",
          database.file() + " is a DuckDB file but no ledger; give a name that is free");
    }
    return Integer.parseInt(version.get(0));
  }

  /** Brings an old file up to date, step by step, when nobody else has it open. */
  private static LedgerDatabase upgraded(Path file, int from, boolean writable) {
    Path aside = file.resolveSibling(file.getFileName() + ".v" + from);
    try {
      // Opened and closed by us, it has no log beside it: everything is in the file.
      LedgerDatabase.open(file, true).close();
      Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0703",
          file
              + " is to be brought up to date, but no copy can be set aside ("
              + e.getMessage()
              + ")",
          e);
    }
    LedgerDatabase database = LedgerDatabase.open(file, true);
    for (int version = from; version < VERSION; version++) {
      String step = script("upgrade-" + version + ".sql");
      int next = version + 1;
      database.transaction(
          () -> {
            database.execute(step);
            if (next == LINKS_WITHIN) {
              RecordRows.writeOwnLinks(database);
            }
            database.execute("UPDATE ledger SET value = '" + next + "' WHERE name = 'schema'");
          });
    }
    if (writable) {
      return database;
    }
    database.close();
    return LedgerDatabase.open(file, false);
  }

  private static String script(String name) {
    try (InputStream in = LedgerSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
