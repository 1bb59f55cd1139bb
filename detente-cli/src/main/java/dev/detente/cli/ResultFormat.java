package dev.detente.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --format} of commands whose result is no record: for people or programs. */
final class ResultFormat {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text (for people; default) or json.")
  private String format = "text";

  /** Whether the result is for programs. */
  boolean isJson() {
    if (command != null && !format.equals("text") && !format.equals("json")) {
      throw new ParameterException(
          command.commandLine(), "DET-0201: unknown format \"" + format + "\"; use text or json");
    }
    return format.equals("json");
  }

  /** A value as indented JSON with its line ended. */
  static String json(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
