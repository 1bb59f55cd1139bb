package dev.detente.source.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.detente.source.InputFormat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What fuzzing starts from and what it has found ({@code -Pfuzz}), read again without it: a file in
 * the folder of its fuzz test is a case here.
 */
class KeptInputsTest {
  private static final List<String> READERS =
      List.of(
          "Page",
          "Archive",
          "Xml",
          "Json",
          "JsonLines",
          "Conllu",
          "Parquet",
          "Text",
          "Brat",
          "WebAnnotation");

  private static Path folder(String reader) throws URISyntaxException {
    return Path.of(KeptInputsTest.class.getResource(reader + "FuzzTestInputs/read").toURI());
  }

  private static Stream<DynamicTest> replay(String reader, InputFormat format)
      throws IOException, URISyntaxException {
    return replay(reader, new ReaderTarget(format)::read);
  }

  private static Stream<DynamicTest> replay(String reader, Consumer<byte[]> target)
      throws IOException, URISyntaxException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder(reader))) {
      files = listed.sorted().toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      byte[] bytes = Files.readAllBytes(file);
                      // Milliseconds, but machines are busy.
                      assertTimeoutPreemptively(Duration.ofSeconds(30), () -> target.accept(bytes));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> pages() throws IOException, URISyntaxException {
    return replay("Page", InputFormat.PAGE);
  }

  @TestFactory
  Stream<DynamicTest> archives() throws IOException, URISyntaxException {
    return replay("Archive", InputFormat.ARCHIVE);
  }

  @TestFactory
  Stream<DynamicTest> items() throws IOException, URISyntaxException {
    return replay("Xml", InputFormat.XML);
  }

  @TestFactory
  Stream<DynamicTest> json() throws IOException, URISyntaxException {
    return replay("Json", InputFormat.JSON);
  }

  @TestFactory
  Stream<DynamicTest> jsonLines() throws IOException, URISyntaxException {
    return replay("JsonLines", InputFormat.JSON_LINES);
  }

  @TestFactory
  Stream<DynamicTest> analyses() throws IOException, URISyntaxException {
    return replay("Conllu", InputFormat.CONLLU);
  }

  @TestFactory
  Stream<DynamicTest> tables() throws IOException, URISyntaxException {
    return replay("Parquet", InputFormat.PARQUET);
  }

  @TestFactory
  Stream<DynamicTest> texts() throws IOException, URISyntaxException {
    return replay("Text", InputFormat.TEXT);
  }

  @TestFactory
  Stream<DynamicTest> annotationsOfBrat() throws IOException, URISyntaxException {
    return replay("Brat", MarkTarget.BRAT::read);
  }

  @TestFactory
  Stream<DynamicTest> webAnnotations() throws IOException, URISyntaxException {
    return replay("WebAnnotation", MarkTarget.WEB_ANNOTATION::read);
  }

  @Test
  void anyInputMayBeOfAnyKind() throws IOException, URISyntaxException {
    ReaderTarget any = new ReaderTarget(null);
    for (String reader : READERS) {
      try (Stream<Path> files = Files.list(folder(reader))) {
        for (Path file : files.sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          any.readAll(bytes);
          for (InputFormat format : InputFormat.values()) {
            new ReaderTarget(format).read(bytes);
          }
          for (MarkTarget marks : MarkTarget.values()) {
            marks.read(bytes);
          }
        }
      }
    }
  }
}
