package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks a ledger in SQL. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Asks a ledger in DuckDB's SQL. Nothing can be changed, and no other file reached. There are"
          + " the views articles, statements, events, actors, places, links, reports, versions and"
          + " removed.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente sql 'SELECT speaker, count(*) FROM statements GROUP BY ALL ORDER BY 2 DESC LIMIT"
          + " 10'",
      "  detente sql --format csv 'FROM events' > events.csv",
      "  detente sql 'DESCRIBE statements'"
    })
final class SqlCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "QUERY", description = "A query in SQL.")
  private String query = "";

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private TableOptions table = new TableOptions();

  SqlCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String format = table.name(terminal);
    Output output = new Output(terminal.out());
    Shown shown = new Shown();
    try (Ledger opened = Ledger.read(ledger.file())) {
      opened.sql(
          query,
          row -> {
            Grid grid = shown.grid;
            if (grid == null) {
              grid = grid(format, row.getMetaData());
              shown.grid = grid;
              output.write(grid.before());
            }
            output.write(grid.row(values(row)));
            return true;
          });
    }
    Grid grid = shown.grid;
    output.write(
        grid == null
            ? new Grid(format, 0, table.style(terminal), List.of()).after()
            : grid.after());
    return Main.OK;
  }

  private static final class Shown {
    private @Nullable Grid grid;
  }

  private Grid grid(String format, ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    return new Grid(format, table.columns(terminal), table.style(terminal), names);
  }

  private static List<@Nullable Object> values(ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      if (value instanceof Array array) {
        List<@Nullable Object> many = new ArrayList<>();
        for (Object one : (Object[]) array.getArray()) {
          many.add(one == null || one instanceof Number ? one : one.toString());
        }
        value = many;
      } else if (value instanceof Blob blob) {
        value = new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.ISO_8859_1);
      }
      values.add(value);
    }
    return values;
  }
}
