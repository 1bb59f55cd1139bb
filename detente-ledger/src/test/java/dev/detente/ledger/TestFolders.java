package dev.detente.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders copied and deleted with what is in them. */
final class TestFolders {
  private TestFolders() {}

  static void copy(Path from, Path to) throws IOException {
    for (Path one : all(from)) {
      Files.copy(one, to.resolve(from.relativize(one).toString()));
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>(all(folder));
    all.sort(Comparator.reverseOrder());
    for (Path one : all) {
      Files.delete(one);
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }
}
