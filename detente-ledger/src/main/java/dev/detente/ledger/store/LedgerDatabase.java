package dev.detente.ledger.store;

import dev.detente.article.DetenteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's DuckDB file, open. One connection, used by one thread at a time; {@link #reader} gives
 * another thread its own. DuckDB itself sees to it that one process writes or several read.
 */
public final class LedgerDatabase implements AutoCloseable {
  /** Small enough that a row found by its number costs little, large enough to be scanned fast. */
  private static final String FORM = "(ROW_GROUP_SIZE 16384, STORAGE_VERSION 'v1.5.0')";

  private static final Pattern HOLDER = Pattern.compile("lock is held in (.*?\\(PID \\d+\\))");

  private final Path file;
  private final DuckDBConnection connection;
  private final boolean shared;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile @Nullable Statement running;

  private LedgerDatabase(Path file, DuckDBConnection connection, boolean shared) {
    this.file = file;
    this.connection = connection;
    this.shared = shared;
  }

  /**
   * Opens a file, which is made when it is to be written and there is none.
   *
   * @throws DetenteException DET-0702 when another process has it, DET-0703 when it cannot be read
   *     or written or is no DuckDB file
   */
  public static LedgerDatabase open(Path file, boolean writable) {
    DuckDBConnection connection = null;
    try {
      NativeLibrary.provide();
      connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET memory_limit = '1GB'");
        statement.execute("SET temp_directory = " + quoted(overflow(file, writable).toString()));
        statement.execute("SET preserve_insertion_order = true");
        statement.execute("SET checkpoint_threshold = '64MB'");
        statement.execute("SET autoinstall_known_extensions = false");
        statement.execute("SET autoload_known_extensions = false");
        statement.execute(
            "ATTACH "
                + quoted(file.toString())
                + " AS ledger "
                + (writable ? FORM : "(READ_ONLY)"));
        statement.execute("USE ledger");
      }
      return new LedgerDatabase(file, connection, false);
    } catch (SQLException e) {
      closeQuietly(connection);
      throw failure(file, e, Files.exists(file) ? "opened" : "made");
    } catch (LinkageError | IllegalStateException e) {
      closeQuietly(connection);
      throw new DetenteException(
          "DET-0706",
          "DuckDB's native library cannot be loaded ("
              + e.getMessage()
              + "); it stands beside detente.jar or within it and knows Linux, macOS and Windows",
          e);
    }
  }

  /**
   * Where DuckDB puts what does not fit into its memory, as long as it is needed: beside the file
   * for the one who writes it, for others where a process has its own.
   */
  private static Path overflow(Path file, boolean writable) {
    return writable
        ? file.toAbsolutePath().resolveSibling(file.getFileName() + ".tmp")
        : Path.of(System.getProperty("java.io.tmpdir"), "detente-" + ProcessHandle.current().pid());
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // What kept it from being opened is told.
    }
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The same file for another thread; closing it leaves this open. */
  public LedgerDatabase reader() {
    try {
      LedgerDatabase other = new LedgerDatabase(file, connection.duplicate(), true);
      other.execute("USE ledger");
      return other;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs statements that give nothing. */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs a statement with values for its question marks; how many rows it changed. */
  public long update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What is made of each row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done with each row; false ends. */
  @FunctionalInterface
  public interface RowVisitor {
    boolean visit(ResultSet row) throws SQLException;
  }

  /** All rows of a query. */
  public <T> List<T> list(String sql, RowReader<T> each, @Nullable Object... values) {
    List<T> rows = new ArrayList<>();
    visit(sql, row -> rows.add(each.read(row)), values);
    return rows;
  }

  /** The first value of the first row as a number; 0 when there is none. */
  public long number(String sql, @Nullable Object... values) {
    List<Long> rows = list(sql, row -> row.getLong(1), values);
    return rows.isEmpty() ? 0 : rows.get(0);
  }

  /** Walks over the rows of a query as they come. */
  public void visit(String sql, RowVisitor each, @Nullable Object... values) {
    goOn();
    try (PreparedStatement statement = prepared(sql, values)) {
      running = statement;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && each.visit(rows)) {
          goOn();
        }
      }
    } catch (SQLException e) {
      goOn();
      throw failure(e);
    } finally {
      running = null;
    }
  }

  private void goOn() {
    if (stopped.get()) {
      throw new DetenteException("DET-0713", "the question takes too long; ask for less");
    }
  }

  /**
   * Breaks off the query that is running, if one is, and every later one until {@link #resume}: by
   * DET-0713. May be called by any thread.
   */
  public void stop() {
    stopped.set(true);
    Statement now = running;
    if (now != null) {
      try {
        now.cancel();
      } catch (SQLException e) {
        // It has ended by itself.
      }
    }
  }

  /** Lets queries run again. */
  public void resume() {
    stopped.set(false);
  }

  /**
   * Walks over the rows of somebody else's query.
   *
   * @throws DetenteException DET-0711 with DuckDB's own words
   */
  public void ask(String sql, RowVisitor each) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next() && each.visit(rows)) {
        // The visitor has done it.
      }
    } catch (SQLException e) {
      throw new DetenteException(
          "DET-0711",
          String.valueOf(e.getMessage()).replaceFirst("(?s)^.*?\nError: ", "").strip()
              + "\n"
              + "ask the views articles, statements, events, actors, links, places, reports,"
              + " versions, removed and marks; nothing can be changed",
          e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** What is done as one. */
  @FunctionalInterface
  public interface Work {
    void run() throws SQLException;
  }

  /** Does all of it, for good, or nothing at all. */
  public void transaction(Work work) {
    execute("BEGIN TRANSACTION");
    try {
      work.run();
      execute("COMMIT");
    } catch (SQLException e) {
      rollback();
      throw failure(e);
    } catch (RuntimeException | Error e) {
      rollback();
      throw e;
    }
  }

  private void rollback() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // DuckDB has rolled back by itself; the first failure is the one to tell.
    }
  }

  /** Appends rows to a table; part of the transaction that is under way. */
  public TableRows rows(String table) {
    return rows("ledger", table);
  }

  /** Appends rows to a temporary table. */
  public TableRows temporaryRows(String table) {
    return rows("temp", table);
  }

  private TableRows rows(String catalog, String table) {
    try {
      DuckDBAppender appender = connection.createAppender(catalog, "main", table);
      return new TableRows(this, appender);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What went wrong in words for a user. */
  DetenteException failure(SQLException e) {
    return failure(file, e, "read or written");
  }

  private static DetenteException failure(Path file, SQLException e, String what) {
    String message = String.valueOf(e.getMessage());
    Matcher holder = HOLDER.matcher(message);
    if (message.contains("Could not set lock")) {
      return new DetenteException(
          "DET-0702",
          file
              + " is in use by another process"
              + (holder.find() ? ", " + holder.group(1) : "")
              + "; wait until it has ended: one writes at a time, and nobody reads meanwhile",
          e);
    }
    String reason = message.lines().findFirst().orElse("no reason given");
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return new DetenteException(
          "DET-0703",
          file + ": the disk is full; what was kept before is safe: make room and go on",
          e);
    }
    return new DetenteException("DET-0703", file + " cannot be " + what + " (" + reason + ")", e);
  }

  /** Writes all rows to a new file, without the room that those taken out have left. */
  public void copyTo(Path copy) {
    execute("ATTACH " + quoted(copy.toString()) + " AS copy " + FORM);
    try {
      execute("COPY FROM DATABASE ledger TO copy");
    } finally {
      execute("DETACH copy");
    }
  }

  /** Writes the rows of a query to a Parquet file, in their order. */
  public void copyQuery(String query, Path file) {
    execute(
        "COPY ("
            + query
            + ") TO "
            + quoted(file.toString())
            + " (FORMAT parquet, COMPRESSION zstd)");
  }

  /** From now on queries reach no file but this one, and no setting can be changed. */
  public void lock() {
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
  }

  /** A string as it is written in SQL. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() {
    try {
      if (!shared && !connection.isReadOnly()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("USE memory");
          statement.execute("DETACH ledger");
        }
      }
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
