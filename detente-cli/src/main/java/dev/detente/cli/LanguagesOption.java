package dev.detente.cli;

import dev.detente.codebook.CodebookFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --language} of commands that look into the lexicons. */
final class LanguagesOption {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      split = ",",
      description = "Lexicons of these languages only: nb, nn, en, da, sv; default: all.")
  private List<String> languages = List.of();

  /** The languages asked for; empty for all. */
  Set<String> chosen() {
    for (String language : languages) {
      if (command != null
          && !CodebookFile.LANGUAGES.contains(language)
          && !CodebookFile.NEAR_LANGUAGES.contains(language)) {
        throw new ParameterException(
            command.commandLine(),
            "DET-0232: no lexicons for \""
                + language
                + "\"; there are "
                + String.join(", ", CodebookFile.LANGUAGES)
                + " and some of "
                + String.join(", ", CodebookFile.NEAR_LANGUAGES));
      }
    }
    return new LinkedHashSet<>(languages);
  }
}
