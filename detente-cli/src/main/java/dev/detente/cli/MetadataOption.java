package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.article.PublicationDate;
import dev.detente.source.Languages;
import dev.detente.source.Metadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What holds for articles that do not say otherwise themselves. */
final class MetadataOption {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description =
          "Publication date of articles that give none, as precise as known: 2022-02-07, 2022-02.")
  private @Nullable String published;

  @Option(
      names = "--outlet",
      paramLabel = "NAME",
      description = "Outlet of articles that give none.")
  private @Nullable String outlet;

  @Option(names = "--url", paramLabel = "URL", description = "Address of articles that give none.")
  private @Nullable String url;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "nb, nn, en, da or sv, for articles that do not tell; default: identified.")
  private @Nullable String language;

  /** What was given. */
  Metadata metadata() {
    if (published != null && !PublicationDate.isDate(published)) {
      throw usage(
          "DET-0202: --published \""
              + published
              + "\" is not a date; write it as precise as known: 2022-02-07, 2022-02 or 2022");
    }
    try {
      return new Metadata(published, outlet, url, Languages.check(language, "--language"));
    } catch (DetenteException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usage(String message) {
    if (command == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(command.commandLine(), message);
  }
}
