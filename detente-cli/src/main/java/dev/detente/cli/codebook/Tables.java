package dev.detente.cli.codebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks up names in the tables of facts below {@code world/}. */
final class Tables {
  private static final List<String> NAMES =
      List.of(
          "countries",
          "demonyms",
          "seats",
          "organisations",
          "offices",
          "roles",
          "places",
          "exonyms",
          "cities");

  private final Codebook codebook;

  Tables(Codebook codebook) {
    this.codebook = codebook;
  }

  /** The rows that hold this name, in lower case, in any of their cells. */
  List<Holding> rows(String name) {
    List<Holding> found = new ArrayList<>();
    for (String table : NAMES) {
      String path = "world/" + table + ".tsv";
      try (InputStream stream = codebook.open(path)) {
        if (stream != null) {
          search(table, path, stream, name, found);
        }
      } catch (IOException e) {
        throw new DetenteException(
            "DET-0302", "codebook table " + path + " cannot be read: " + e.getMessage(), e);
      }
    }
    return found;
  }

  private void search(
      String table, String path, InputStream stream, String name, List<Holding> found)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
    String[] columns = new String[0];
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.startsWith("#")) {
        columns = line.substring(1).strip().split("\t", -1);
        continue;
      }
      String[] cells = line.split("\t", -1);
      for (String cell : cells) {
        if (holds(cell, name)) {
          ObjectNode row = JsonNodeFactory.instance.objectNode();
          for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
              row.put(i < columns.length ? columns[i] : "column " + (i + 1), cells[i]);
            }
          }
          found.add(new Holding("fact", "", codebook.nameOf(path), number, table, cell, row));
          break;
        }
      }
    }
  }

  private static boolean holds(String cell, String name) {
    if (cell.length() < name.length()) {
      return false;
    }
    for (String form : cell.toLowerCase(Locale.ROOT).split("[|,/]")) {
      int colon = form.indexOf(':');
      if (form.equals(name) || colon >= 0 && form.substring(colon + 1).equals(name)) {
        return true;
      }
    }
    return false;
  }
}
