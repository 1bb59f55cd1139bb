package dev.detente.codebook.world;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The towns of cities.tsv, kept as the bytes of the file with a hash index of the names: a table of
 * tens of thousands of rows is ready in one pass without making a string, and a row is read when it
 * is asked for. Immutable and thread-safe.
 */
final class TownTable {
  private static final int COLUMNS = 8;

  /** One row as strings. */
  record Row(String[] cells, boolean byOtherName) {
    String name() {
      return cells[0];
    }

    String country() {
      return cells[2];
    }
  }

  private final byte[] bytes;

  /** Slot to 1 + offset of a row; 0 is free. */
  private final int[] rows;

  private final int mask;

  TownTable(Codebook codebook, String path) {
    try (InputStream stream = codebook.open(path)) {
      if (stream == null) {
        throw new DetenteException(
            "DET-0314", "codebook table " + path + " is missing; restore it");
      }
      bytes = stream.readAllBytes();
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0302", "codebook table " + path + " cannot be read: " + e.getMessage(), e);
    }
    int names = 0;
    for (byte b : bytes) {
      if (b == '\n' || b == '|') {
        names++;
      }
    }
    int size = Integer.highestOneBit(Math.max(64, names * 2)) * 2;
    rows = new int[size];
    mask = size - 1;
    index();
  }

  private void index() {
    int at = 0;
    while (at < bytes.length) {
      int row = at;
      boolean comment = bytes[at] == '#' || bytes[at] == '\n' || bytes[at] == '\r';
      int tabs = 0;
      int hash = 0;
      while (at < bytes.length && bytes[at] != '\n') {
        byte b = bytes[at++];
        if (comment || tabs > 1) {
          continue;
        }
        if (b == '\t' || b == '|') {
          if (hash != 0) {
            insert(hash, row);
          }
          hash = 0;
          if (b == '\t') {
            tabs++;
          }
        } else {
          hash = 31 * hash + b;
        }
      }
      at++;
    }
  }

  private void insert(int hash, int row) {
    int slot = spread(hash);
    while (rows[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    rows[slot] = row + 1;
  }

  private int spread(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }

  /** The rows with this name or other name, in order of the file. */
  List<Row> find(String form) {
    byte[] name = form.getBytes(StandardCharsets.UTF_8);
    int hash = 0;
    for (byte b : name) {
      hash = 31 * hash + b;
    }
    List<Row> found = new ArrayList<>(2);
    int slot = spread(hash);
    while (rows[slot] != 0) {
      int row = rows[slot] - 1;
      int which = nameAt(row, name);
      if (which >= 0) {
        found.add(new Row(cells(row), which > 0));
      }
      slot = (slot + 1) & mask;
    }
    return found;
  }

  /** 0 when the row has this name, 1 when it has it as another name, -1 when it has not. */
  private int nameAt(int row, byte[] name) {
    int at = row;
    int which = 0;
    while (at < bytes.length && which < 2) {
      int start = at;
      while (at < bytes.length && bytes[at] != '\t' && bytes[at] != '|' && bytes[at] != '\n') {
        at++;
      }
      if (at - start == name.length && same(start, name)) {
        return which;
      }
      if (at >= bytes.length || bytes[at] == '\n' || (bytes[at] == '\t' && which == 1)) {
        return -1;
      }
      if (bytes[at] == '\t') {
        which = 1;
      }
      at++;
    }
    return -1;
  }

  private boolean same(int start, byte[] name) {
    for (int i = 0; i < name.length; i++) {
      if (bytes[start + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private String[] cells(int row) {
    int end = row;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    String line = new String(bytes, row, end - row, StandardCharsets.UTF_8);
    try {
      return Rows.cells(line, COLUMNS);
    } catch (IllegalArgumentException e) {
      throw new DetenteException(
          "DET-0312",
          "codebook table world/cities.tsv, row "
              + line
              + ": "
              + e.getMessage()
              + "; correct the row",
          e);
    }
  }
}
