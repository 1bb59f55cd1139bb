package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Files of expected output. {@code -Ddetente.updateGolden=true} writes them anew; read the
 * difference before you commit it.
 */
public final class Golden {
  private static final boolean UPDATE = Boolean.getBoolean("detente.updateGolden");

  private Golden() {}

  /** The folder of golden files of this name. */
  public static Path folder(String name) {
    return Run.ROOT.resolve("detente-cli/src/test/golden").resolve(name);
  }

  /** Asserts that the output is what the file holds. */
  public static void check(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(file).as("renew with -Ddetente.updateGolden=true").exists();
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  /** Asserts that the folder holds these files and no orphans. */
  public static void checkOrphans(Path folder, Iterable<String> expected) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> found.add(file.getFileName().toString()));
    }
    TreeSet<String> names = new TreeSet<>();
    expected.forEach(names::add);
    assertThat(found).isEqualTo(names);
  }
}
