package dev.detente.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.DetenteException;
import dev.detente.ledger.export.Csv;
import dev.detente.ledger.export.ReplicationText;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.LedgerSchema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a ledger holds as tables that other programs read, one file each: articles,
 * statements, events, actors, places, links and reports. The rows are the same in every format and
 * in one order, and when they came is left out, so that the same ledger gives the same bytes.
 */
public final class Export {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The forms of a table. */
  public enum Format {
    JSONL,
    CSV,
    PARQUET;

    String ending() {
      return "." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which rows each table has; articles also have their text, when it is wanted. */
  private static final Map<String, String> TABLES = tables();

  private final Ledger ledger;
  private final Path folder;

  /**
   * @param folder made when it is not there
   */
  public Export(Ledger ledger, Path folder) {
    this.ledger = ledger;
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "articles",
        "SELECT id AS article, version, language, published, outlet, url, title, model, codebook,"
            + " sha256(text) AS sha256 FROM articles ORDER BY id");
    tables.put(
        "statements",
        "SELECT article, id, speaker, act, addressee, kind, date, day, place, country, language,"
            + " outlet, published, begins, ends, words, why FROM statements ORDER BY article,"
            + " begins, id");
    tables.put(
        "events",
        "SELECT article, id, type, mode, contexts, status, cameo, goldstein, score, quad, actors,"
            + " recipients, date, day, place, country, language, outlet, published, statement,"
            + " anchor, begins, ends, words, why FROM events ORDER BY article, begins, id");
    tables.put(
        "actors",
        "SELECT article.id AS article, actor.id, actor.entity, entity.name AS entity_name,"
            + " actor.name, actor.kind, actor.country, sector, role, mentions, coalesce(reason,"
            + " why) AS why FROM actor JOIN article USING (n) JOIN entity USING (entity) ORDER BY"
            + " article.id, length(actor.id), actor.id");
    tables.put("places", "FROM places ORDER BY article, length(id), id");
    tables.put("links", "FROM links ORDER BY ALL");
    tables.put("reports", "FROM reports ORDER BY article");
    return tables;
  }

  /**
   * Writes all tables.
   *
   * @param text whether articles come with their text
   * @return the files
   */
  public List<Path> write(Format format, boolean text) {
    List<Path> files = new ArrayList<>();
    TABLES.forEach(
        (name, query) -> {
          Path file = folder.resolve(name + format.ending());
          String rows =
              name.equals("articles") && text
                  ? query.replace("AS sha256", "AS sha256, text")
                  : query;
          try {
            if (format == Format.PARQUET) {
              Files.deleteIfExists(file);
              ledger.database().copyQuery(rows, file);
            } else {
              lines(rows, format, file);
            }
          } catch (IOException e) {
            throw unwritable(e);
          }
          files.add(file);
        });
    return files;
  }

  /**
   * Writes what others need to repeat a study: the tables as CSV and Parquet, what their columns
   * mean, which versions and decisions made them, and the hash of each file. Texts are left out,
   * their hashes are there.
   *
   * @param version of this program
   */
  public List<Path> replication(String version) {
    List<Path> files = new ArrayList<>(write(Format.CSV, false));
    files.addAll(write(Format.PARQUET, false));
    List<List<String>> makers = makers();
    try {
      Path codebook = folder.resolve("CODEBOOK.md");
      Files.writeString(codebook, ReplicationText.codebook(columns()));
      files.add(codebook);
      Path readme = folder.resolve("README.md");
      Files.writeString(
          readme, ReplicationText.readme(version, makers, ledger.survey().counts().articles()));
      files.add(readme);
      Path configuration = folder.resolve("configuration.json");
      Files.writeString(
          configuration,
          ReplicationText.configuration(
              version, LedgerSchema.VERSION, makers, ledger.decisions(), removed()));
      files.add(configuration);
      Path sums = folder.resolve("SHA256SUMS");
      Files.writeString(sums, ReplicationText.sums(files));
      files.add(sums);
    } catch (IOException e) {
      throw unwritable(e);
    }
    return files;
  }

  /** The columns of each table with their types. */
  private Map<String, Map<String, String>> columns() {
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    TABLES.forEach(
        (name, query) -> {
          Map<String, String> types = new LinkedHashMap<>();
          ledger
              .database()
              .visit(
                  "DESCRIBE " + query,
                  row -> {
                    types.put(row.getString(1), row.getString(2));
                    return true;
                  });
          columns.put(name, types);
        });
    return columns;
  }

  /** Each pair of model and codebook with how many articles it made. */
  private List<List<String>> makers() {
    return ledger
        .database()
        .list(
            "SELECT coalesce(model, 'none'), coalesce(codebook, 'none'), count(*) FROM article"
                + " GROUP BY ALL ORDER BY ALL",
            row -> List.of(row.getString(1), row.getString(2), row.getString(3)));
  }

  private Map<String, String> removed() {
    Map<String, String> removed = new TreeMap<>();
    ledger
        .database()
        .visit(
            "SELECT id, reason FROM tombstone",
            row -> {
              removed.put(row.getString(1), row.getString(2));
              return true;
            });
    return removed;
  }

  private void lines(String query, Format format, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      LedgerDatabase database = ledger.database();
      if (format == Format.CSV) {
        out.write(Csv.line(database.list("DESCRIBE " + query, row -> row.getString(1)).toArray()));
      }
      database.visit(
          query,
          row -> {
            try {
              out.write(format == Format.CSV ? csv(row) : json(row));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String csv(ResultSet row) throws SQLException {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      cells.add(
          value instanceof Array array
              ? String.join(
                  "; ", Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList())
              : value);
    }
    return Csv.line(cells.toArray());
  }

  private static String json(ResultSet row) throws IOException, SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      if (value instanceof Array array) {
        value = Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
      }
      boolean known = value == null || value instanceof Number || value instanceof List<?>;
      object.put(columns.getColumnLabel(i), known ? value : String.valueOf(value));
    }
    return JSON.writeValueAsString(object) + "\n";
  }

  private DetenteException unwritable(IOException e) {
    return new DetenteException(
        "DET-0712", folder + " cannot be written (" + e.getMessage() + "); is there room?", e);
  }
}
