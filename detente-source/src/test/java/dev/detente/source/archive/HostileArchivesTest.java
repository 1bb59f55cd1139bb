package dev.detente.source.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.detente.source.ArticleSource;
import dev.detente.source.Incoming;
import dev.detente.source.SourceOptions;
import dev.detente.source.archive.ArchiveBytes.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The folder of broken and hostile archives: what is good in each is read, the rest is refused on
 * one line, as {@code expected.tsv} says. What is too large to be kept is made by {@link
 * BrokenArchiveTest}.
 */
class HostileArchivesTest {
  private record Expected(String file, List<String> titles, List<String> codes) {}

  private static Path folder() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(HostileArchivesTest.class.getResource("hostile")).toURI());
  }

  private static List<Expected> expected() throws IOException, URISyntaxException {
    List<Expected> all = new ArrayList<>();
    for (String line : Files.readAllLines(folder().resolve("expected.tsv"))) {
      if (!line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        all.add(new Expected(columns[0], words(columns[1]), words(columns[2])));
      }
    }
    return all;
  }

  private static List<String> words(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
  }

  @Test
  void everyFileIsListed() throws IOException, URISyntaxException {
    Set<String> listed = new TreeSet<>();
    expected().forEach(one -> listed.add(one.file()));
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder())) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[^.].*arc(?:\\.\\w+)?"))
          .forEach(there::add);
    }
    assertThat(there).isEqualTo(listed).hasSizeGreaterThan(40);
  }

  @TestFactory
  Stream<DynamicTest> whatIsGoodIsKept() throws IOException, URISyntaxException {
    Path folder = folder();
    return expected().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.file(),
                    () -> {
                      Path file = folder.resolve(one.file());
                      byte[] bytes = Files.readAllBytes(file);
                      // Milliseconds, but machines are busy.
                      Reading reading =
                          assertTimeoutPreemptively(
                              Duration.ofSeconds(60), () -> ArchiveBytes.read(bytes));
                      assertThat(reading.titles()).isEqualTo(one.titles());
                      assertThat(reading.failures())
                          .extracting(failure -> failure.substring(0, 8))
                          .isEqualTo(one.codes());
                      assertThat(reading.failures())
                          .allMatch(
                              failure -> failure.matches("DET-\\d{4}: test.warc, byte \\d+: .+"));
                      readByItsName(file, one);
                    }));
  }

  /** As a user reads it: pages to articles, each refusal a line that names the file. */
  private static void readByItsName(Path file, Expected one) {
    List<String> failures = new ArrayList<>();
    new ArticleSource(
            List.of(file.toString()), SourceOptions.DEFAULT, InputStream.nullInputStream())
        .forEach(
            (Incoming incoming) -> {
              if (incoming.failure() != null) {
                failures.add(incoming.failure().getMessage());
              }
            });
    assertThat(failures).allMatch(failure -> failure.matches("DET-\\d{4}: .+"));
    assertThat(failures).allMatch(failure -> failure.contains(file.toString()));
    if (one.codes().size() > 0 && !one.codes().contains("DET-0125")) {
      assertThat(failures).isNotEmpty();
    }
  }
}
