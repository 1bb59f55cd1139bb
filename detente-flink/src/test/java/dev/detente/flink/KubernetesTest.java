package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.detente.cli.JobMain;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests are what the Flink Kubernetes operator takes, and what they say can be done. */
class KubernetesTest {
  private static final String SCHEMA = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  /** The operator's own schema, which knows of no version of Flink that came after it. */
  private static JsonNode schema() throws IOException {
    try (InputStream in = KubernetesTest.class.getResourceAsStream(SCHEMA)) {
      JsonNode schema = new YAMLMapper().readTree(in).at("/spec/versions/0/schema/openAPIV3Schema");
      ArrayNode versions = (ArrayNode) schema.at("/properties/spec/properties/flinkVersion/enum");
      assertThat(versions).hasSizeGreaterThan(5);
      versions.add(version());
      close(schema);
      return schema;
    }
  }

  private static String version() {
    String[] parts = EnvironmentInformation.getVersion().split("\\.");
    return "v" + parts[0] + "_" + parts[1];
  }

  /** A key that is not in the schema, which Kubernetes would pass over, is a fault. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(KubernetesTest::close);
  }

  /** What every object of Kubernetes has is no part of the operator's schema. */
  private static Set<String> faults(JsonNode manifest) throws IOException {
    ObjectNode own = manifest.deepCopy();
    own.remove(List.of("apiVersion", "kind", "metadata"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
        .getSchema(schema())
        .validate(own)
        .stream()
        .map(ValidationMessage::getMessage)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch.yaml", "stream.yaml"})
  void theOperatorTakesIt(String name) throws Exception {
    JsonNode manifest = Manifests.read(name);
    List<String> arguments = Manifests.arguments(manifest);
    JsonNode job = manifest.at("/spec/job");

    assertThat(faults(manifest)).isEmpty();
    assertThat(manifest.path("apiVersion").asText()).isEqualTo("flink.apache.org/v1beta1");
    assertThat(manifest.path("kind").asText()).isEqualTo("FlinkDeployment");
    assertThat(manifest.at("/metadata/name").asText()).matches("[a-z][a-z0-9-]{0,44}");
    // The command knows no other number of tasks than it is told.
    assertThat(arguments.get(arguments.indexOf("--threads") + 1))
        .isEqualTo(job.path("parallelism").asText());
    assertThat(job.path("entryClass").asText()).isEqualTo(JobMain.class.getName());
    assertThat(Files.readString(Manifests.FOLDER.resolve("Dockerfile")))
        .contains("FROM flink:" + EnvironmentInformation.getVersion() + "-java17")
        .contains("detente-cli/target/detente.jar", "/opt/flink/usrlib/");
    assertThat(job.path("jarURI").asText()).endsWith("/opt/flink/usrlib/detente.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch.yaml", "stream.yaml"})
  void theCommandAndFlinkKnowWhatItSays(String name) throws Exception {
    JsonNode manifest = Manifests.read(name);
    List<String> arguments = new ArrayList<>(Manifests.arguments(manifest));
    arguments.add("--help");
    Set<String> known = new TreeSet<>();
    for (Class<?> options :
        List.of(
            CoreOptions.class,
            HighAvailabilityOptions.class,
            MetricOptions.class,
            TaskManagerOptions.class)) {
      for (Field field : options.getFields()) {
        if (field.getType() == ConfigOption.class) {
          known.add(((ConfigOption<?>) field.get(null)).key());
        }
      }
    }
    JsonNode configuration = manifest.at("/spec/flinkConfiguration");

    assertThatCode(() -> JobMain.main(arguments.toArray(new String[0]))).doesNotThrowAnyException();
    assertThat(configuration.fieldNames())
        .toIterable()
        .filteredOn(key -> !key.startsWith("metrics.reporter."))
        .isSubsetOf(known)
        .hasSizeGreaterThan(3);
    assertThat(configuration.path("env.java.opts.all").asText().split(" "))
        .containsExactlyInAnyOrder(System.getProperty("detente.opens").split(" "));
  }

  @Test
  void whatIsWrongIsFound() throws Exception {
    ObjectNode manifest = (ObjectNode) Manifests.read("batch.yaml");
    ((ObjectNode) manifest.path("spec")).put("flinkVersion", "v9_9").put("imagee", "x");
    ((ObjectNode) manifest.at("/spec/job")).put("parallelism", "many");

    assertThat(faults(manifest))
        .hasSize(3)
        .anyMatch(fault -> fault.contains("flinkVersion"))
        .anyMatch(fault -> fault.contains("imagee"))
        .anyMatch(fault -> fault.contains("parallelism"));
    assertThatThrownBy(() -> JobMain.main(new String[] {"cluster", "reed"}))
        .isInstanceOf(IllegalStateException.class);
  }
}
