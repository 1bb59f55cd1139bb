package dev.detente.ledger;

import dev.detente.article.DetenteException;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.LedgerSchema;
import dev.detente.ledger.store.RecordStore;
import dev.detente.record.ArticleRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A memory of what was said and done: articles with their records in one DuckDB file, and beside it
 * a folder with an index of their words, which is made anew whenever it is not the file's. One
 * process writes, or several read. Used by one thread at a time; {@link Adding#standing} by any.
 */
public final class Ledger implements AutoCloseable {
  /** Where a ledger is when nobody says otherwise. */
  public static final Path DEFAULT = Path.of("detente.duckdb");

  /** Articles whose words are indexed at once when the index is behind. */
  private static final int BATCH = 500;

  private final LedgerDatabase database;
  private final boolean writable;
  private @Nullable SearchIndex index;

  private Ledger(LedgerDatabase database, boolean writable) {
    this.database = database;
    this.writable = writable;
  }

  /**
   * Opens a ledger to ask it.
   *
   * @throws DetenteException DET-0701 to DET-0706
   */
  public static Ledger read(Path file) {
    return new Ledger(LedgerSchema.open(file, false), false);
  }

  /**
   * Opens a ledger to change it; makes it when there is none.
   *
   * @throws DetenteException DET-0702 to DET-0706
   */
  public static Ledger write(Path file) {
    return new Ledger(LedgerSchema.open(file, true), true);
  }

  /** The folder of the index of words. */
  static Path searchFolder(Path file) {
    return file.resolveSibling(file.getFileName() + ".search");
  }

  /** The file. */
  public Path file() {
    return database.file();
  }

  LedgerDatabase database() {
    return database;
  }

  /** The record of an article as it is now; null when there is none of this id. */
  public @Nullable ArticleRecord record(String id) {
    return new RecordStore(database).record(id);
  }

  long generation() {
    return database.number("SELECT value::BIGINT FROM ledger WHERE name = 'generation'");
  }

  /** The generation after this one. Part of a transaction. */
  long nextGeneration() {
    long next = generation() + 1;
    database.update("UPDATE ledger SET value = ? WHERE name = 'generation'", Long.toString(next));
    return next;
  }

  /** The index of words, brought up to the file. */
  SearchIndex index() {
    SearchIndex opened = index;
    if (opened == null) {
      opened = openIndex();
      index = opened;
    }
    return opened;
  }

  private SearchIndex openIndex() {
    Path folder = searchFolder(file());
    SearchIndex.State now = state();
    if (!writable) {
      SearchIndex readable = SearchIndex.readable(folder);
      if (readable != null) {
        if (readable.state().equals(now)) {
          return readable;
        }
        readable.close();
      }
      // Broken off before: nobody writes while we read, so that we may finish it.
      try (SearchIndex behind = SearchIndex.writable(folder)) {
        catchUp(behind, now);
      }
      SearchIndex done = SearchIndex.readable(folder);
      if (done == null) {
        throw new IllegalStateException("no index in " + folder);
      }
      return done;
    }
    SearchIndex opened = SearchIndex.writable(folder);
    catchUp(opened, now);
    return opened;
  }

  SearchIndex.State state() {
    String id =
        database.list("SELECT value FROM ledger WHERE name = 'id'", row -> row.getString(1)).get(0);
    return new SearchIndex.State(
        id, generation(), database.number("SELECT coalesce(max(n), 0) FROM article"));
  }

  /** Indexes what the file has and the index has not. */
  private void catchUp(SearchIndex behind, SearchIndex.State now) {
    SearchIndex.State then = behind.state();
    if (then.equals(now)) {
      return;
    }
    long from = then.last() + 1;
    if (!then.ledger().equals(now.ledger()) || then.generation() > now.generation()) {
      behind.clear();
      from = 0;
    } else {
      behind.remove(
          database.list(
              "SELECT n FROM gone WHERE generation > ?", row -> row.getLong(1), then.generation()));
    }
    RecordStore records = new RecordStore(database);
    while (true) {
      List<Long> numbers =
          database.list(
              "SELECT n FROM article WHERE n >= ? ORDER BY n LIMIT " + BATCH,
              row -> row.getLong(1),
              from);
      if (numbers.isEmpty()) {
        break;
      }
      List<ArticleRecord> batch = records.records(numbers);
      for (int i = 0; i < batch.size(); i++) {
        index(behind, numbers.get(i), batch.get(i));
      }
      from = numbers.get(numbers.size() - 1) + 1;
    }
    behind.commit(now);
  }

  /** Adds the words of a record to the index. */
  static void index(SearchIndex index, long n, ArticleRecord record) {
    String language = record.article().language();
    index.add(
        ItemNumber.ofArticle(n), n, language, record.article().text().string(), new TreeSet<>());
    record
        .statements()
        .forEach(
            statement -> {
              StringBuilder words = new StringBuilder();
              statement
                  .content()
                  .forEach(span -> words.append(record.article().slice(span)).append('\n'));
              add(index, n, statement.id(), language, words.toString());
            });
    record
        .events()
        .forEach(
            event -> add(index, n, event.id(), language, record.article().slice(event.evidence())));
  }

  private static void add(
      SearchIndex index, long n, String id, @Nullable String language, String words) {
    long item = ItemNumber.of(n, id);
    if (item >= 0) {
      index.add(item, n, language, words, Set.of());
    }
  }

  /** Begins to add articles. */
  public Adding adding() {
    return new Adding(this);
  }

  /** Passes on what a question finds, newest first. */
  public void find(Question question, Consumer<Finding> each) {
    new Finder(this).find(question, each);
  }

  @Override
  public void close() {
    SearchIndex opened = index;
    if (opened != null) {
      opened.close();
    }
    database.close();
  }

  /** Whether there is a ledger at this path. */
  public static boolean exists(Path file) {
    return Files.exists(file);
  }
}
