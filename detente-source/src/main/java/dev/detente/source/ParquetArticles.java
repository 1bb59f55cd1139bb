package dev.detente.source;

import dev.detente.article.DetenteException;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.parquet.BrokenParquet;
import dev.detente.source.parquet.ParquetInput;
import dev.detente.source.parquet.ParquetReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a table, one a row: columns have the names that keys have in JSON Lines, and all
 * others are passed over. Tables of ours hold records, or what was made of them and is no article.
 */
final class ParquetArticles {
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  private final String name;
  private final LongFunction<@Nullable String> ids;
  private final Metadata metadata;
  private final Limits limits;
  private final Consumer<Incoming> sink;
  private long row;

  /**
   * @param name of the input, for messages
   * @param ids of articles that have none, by their place from 1; null for a hash of the text
   */
  ParquetArticles(
      String name,
      LongFunction<@Nullable String> ids,
      Metadata metadata,
      Limits limits,
      Consumer<Incoming> sink) {
    this.name = name;
    this.ids = ids;
    this.metadata = metadata;
    this.limits = limits;
    this.sink = sink;
  }

  /** Whether a file begins as Parquet does. */
  static boolean begins(byte[] start) {
    return start.length >= MAGIC.length
        && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Reads a table, and closes it. */
  void read(ParquetInput input) throws IOException {
    try (input;
        ParquetReader table = new ParquetReader(input)) {
      String schema = table.about().get(RecordTable.SCHEMA);
      if (RecordWriter.SCHEMA.equals(schema)) {
        table.forEach(List.of(RecordTable.RECORD), this::acceptRecord);
      } else if (schema == null) {
        readArticles(table);
      }
    } catch (BrokenParquet e) {
      sink.accept(
          e.isUnknown()
              ? Incoming.failed(
                  "DET-0181",
                  name + ": Parquet " + e.getMessage() + " is not read; write it otherwise")
              : Incoming.failed(
                  "DET-0180",
                  name
                      + (row == 0 ? "" : ", after row " + row)
                      + ": no Parquet, or broken ("
                      + e.getMessage()
                      + "); write it anew"));
    }
  }

  private String where() {
    return name + ", row " + row;
  }

  private void readArticles(ParquetReader table) throws IOException, BrokenParquet {
    List<String> wanted = new ArrayList<>();
    for (String key : JsonArticles.KEYS) {
      ParquetReader.Kind kind = table.kind(key);
      if (kind != null && !fits(key, kind)) {
        sink.accept(
            Incoming.failed(
                "DET-0108",
                name + ": the column \"" + key + "\" holds no texts; write it as texts"));
        return;
      }
      if (kind != null) {
        wanted.add(key);
      }
    }
    if (!wanted.contains("text")) {
      sink.accept(
          Incoming.failed(
              "DET-0108", name + ": no column \"text\"; every article needs its text in that one"));
      return;
    }
    wanted.sort(null);
    table.forEach(wanted, cells -> acceptArticle(table, wanted, cells));
    if (row == 0) {
      sink.accept(Incoming.failed("DET-0104", name + ": empty; give one article a row"));
    }
  }

  /** Texts fit everywhere, a number for an id, a time for a date. */
  private static boolean fits(String key, ParquetReader.Kind kind) {
    return switch (kind) {
      case TEXT -> true;
      case WHOLE -> key.equals("id");
      case DAY, MILLIS, MICROS, NANOS -> key.equals("published");
      case OTHER -> false;
    };
  }

  private void acceptArticle(ParquetReader table, List<String> wanted, @Nullable Object[] cells) {
    row++;
    try {
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        Object cell = cells[i];
        ParquetReader.Kind kind = table.kind(wanted.get(i));
        if (cell != null && kind != null) {
          values.put(wanted.get(i), text(kind, cell));
        }
      }
      sink.accept(JsonArticles.ofValues(values, where(), ids.apply(row), metadata));
    } catch (DetenteException e) {
      sink.accept(new Incoming(null, e));
    }
  }

  private String text(ParquetReader.Kind kind, Object cell) {
    if (cell instanceof byte[] bytes) {
      if (bytes.length > limits.bytesPerArticle()) {
        throw new DetenteException(
            "DET-0106",
            where() + ": longer than " + limits.readable() + ", the most that an article may have");
      }
      return Utf8.decode(bytes, bytes.length, where(), 1);
    }
    long number = (Long) cell;
    return switch (kind) {
      case DAY -> day(number);
      case MILLIS -> day(Math.floorDiv(number, 86_400_000L));
      case MICROS -> day(Math.floorDiv(number, 86_400_000_000L));
      case NANOS -> day(Math.floorDiv(number, 86_400_000_000_000L));
      default -> Long.toString(number);
    };
  }

  private static String day(long number) {
    try {
      return LocalDate.ofEpochDay(number).toString();
    } catch (DateTimeException e) {
      return "day " + number;
    }
  }

  private void acceptRecord(@Nullable Object[] cells) {
    row++;
    if (!(cells[0] instanceof byte[] bytes)) {
      sink.accept(Incoming.failed("DET-0108", where() + ": no record"));
      return;
    }
    try {
      Incoming read = JsonArticles.ours(Utf8.decode(bytes, bytes.length, where(), 1), where());
      if (read != null) {
        sink.accept(read);
      }
    } catch (DetenteException e) {
      sink.accept(new Incoming(null, e));
    }
  }
}
