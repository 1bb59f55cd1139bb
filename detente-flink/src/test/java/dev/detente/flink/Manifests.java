package dev.detente.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The manifests for Kubernetes. */
final class Manifests {
  static final Path FOLDER =
      Path.of(System.getProperty("detente.root"), "detente-flink", "kubernetes");

  private Manifests() {}

  static JsonNode read(String name) throws IOException {
    return new YAMLMapper().readTree(FOLDER.resolve(name).toFile());
  }

  /** What the command is told. */
  static List<String> arguments(JsonNode manifest) {
    List<String> arguments = new ArrayList<>();
    manifest.at("/spec/job/args").forEach(argument -> arguments.add(argument.asText()));
    return arguments;
  }
}
