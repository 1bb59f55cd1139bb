package dev.detente.cli;

import dev.detente.source.InputFormat;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --input}, the same for every command that reads articles. */
final class InputOption {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--input",
      paramLabel = "FORMAT",
      description =
          "How to read the inputs named: text, html, jsonl, json, parquet, xml, warc, conllu or brat; default: by"
              + " name and content.")
  private @Nullable String label;

  /** The format asked for; null when it is to be told from names and content. */
  @Nullable InputFormat format() {
    if (label == null) {
      return null;
    }
    InputFormat format = InputFormat.of(label);
    if (format == null && command != null) {
      throw new ParameterException(
          command.commandLine(),
          "DET-0208: unknown --input \""
              + label
              + "\"; use one of "
              + Arrays.stream(InputFormat.values())
                  .map(InputFormat::label)
                  .collect(Collectors.joining(", ")));
    }
    return format;
  }
}
