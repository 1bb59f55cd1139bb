package dev.detente.codebook.world;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the tab-separated tables of the codebook. Lines that begin with {@code #} and empty lines
 * are comments; a line with fewer cells than columns is filled with empty cells.
 */
public final class Rows {
  private Rows() {}

  /**
   * Hands each row to the sink, in order of the file.
   *
   * @throws DetenteException DET-0314 when the table is missing, DET-0312 when a row is malformed
   */
  public static void read(Codebook codebook, String path, int columns, Consumer<String[]> sink) {
    int line = 0;
    try (InputStream stream = codebook.open(path)) {
      if (stream == null) {
        throw new DetenteException(
            "DET-0314", "codebook table " + path + " is missing; restore it");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isEmpty() && text.charAt(0) != '#') {
          sink.accept(cells(text, columns));
        }
      }
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0302", "codebook table " + path + " cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new DetenteException(
          "DET-0312",
          "codebook table " + path + ", line " + line + ": " + e.getMessage() + "; correct the row",
          e);
    }
  }

  static String[] cells(String line, int columns) {
    String[] cells = new String[columns];
    int start = 0;
    for (int i = 0; i < columns; i++) {
      int tab = start > line.length() ? -1 : line.indexOf('\t', start);
      int end = tab < 0 ? line.length() : tab;
      cells[i] = start >= end ? "" : line.substring(start, end);
      start = end + 1;
    }
    if (start <= line.length()) {
      throw new IllegalArgumentException("more than " + columns + " cells");
    }
    return cells;
  }

  /** The parts of a cell that holds several values. */
  public static List<String> split(String cell, char separator) {
    List<String> parts = new ArrayList<>(4);
    int start = 0;
    while (start < cell.length()) {
      int end = cell.indexOf(separator, start);
      if (end < 0) {
        end = cell.length();
      }
      if (end > start) {
        parts.add(cell.substring(start, end));
      }
      start = end + 1;
    }
    return parts;
  }
}
