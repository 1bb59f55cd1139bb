package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is read leaves the machine: the network's library has nobody to send it to. */
class NativeLibraryTest {
  @ParameterizedTest
  @ValueSource(strings = {"linux-x64", "linux-aarch64"})
  void theLibrarySendsNothing(String system) throws IOException {
    byte[] library;
    try (InputStream in =
        OrtEnvironment.class.getResourceAsStream("native/" + system + "/libonnxruntime.so")) {
      assertThat(in).isNotNull();
      library = in.readAllBytes();
    }
    String bytes = new String(library, StandardCharsets.ISO_8859_1);
    assertThat(bytes).hasSizeGreaterThan(1_000_000);
    for (String word : List.of("PosixTelemetry", "events.data.microsoft", "OneCollector")) {
      assertThat(bytes.contains(word)).as(word).isFalse();
    }
  }
}
