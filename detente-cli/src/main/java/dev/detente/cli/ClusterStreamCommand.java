package dev.detente.cli;

import dev.detente.pipeline.AlertRule;
import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.StreamReport;
import dev.detente.pipeline.StreamTask;
import dev.detente.source.Limits;
import dev.detente.source.SourceOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads articles of Kafka as they come. */
@Command(
    name = "stream",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads the articles of a topic of Apache Kafka as they come, one as JSON in each message, and"
          + " sends their records, links with what came before and alerts to other topics, each"
          + " once. Goes on where it was when it is started again.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente cluster stream --brokers localhost:9092 --from articles --to detente \\",
      "      --checkpoints checkpoints/ --alert 'act=threaten|demand,country=RUS'",
      "  detente cluster stream ... --drain        what is there, then ends"
    })
final class ClusterStreamCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--brokers",
      required = true,
      paramLabel = "HOST:PORT,...",
      description = "Brokers of Kafka.")
  private String brokers = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TOPIC",
      description = "Topic of the articles.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "NAME",
      description =
          "Records go to the topic NAME.records, links to NAME.links, alerts to NAME.alerts, and"
              + " messages that cannot be read to NAME.refused.")
  private String to = "";

  @Option(
      names = "--checkpoints",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder from which the job goes on; its own alone.")
  private String checkpoints = "";

  @Option(
      names = "--alert",
      paramLabel = "RULE",
      description =
          "What is told at once: conditions on a statement or event, divided by commas, act, type,"
              + " status, country or score, each with = and values divided by |. May be given more"
              + " than once.")
  private List<String> alerts = List.of();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = "detente",
      description = "By which Kafka knows the job; default: ${DEFAULT-VALUE}.")
  private String group = "";

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description =
          "Property of Kafka's clients, such as security.protocol=SSL. May be given more than once.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "How often what was read is given out to those who read what is committed; default:"
              + " ${DEFAULT-VALUE}.")
  private int every;

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      defaultValue = "14",
      description =
          "How long an article is held for later ones, so that links are found; default:"
              + " ${DEFAULT-VALUE}.")
  private int window;

  @Option(names = "--drain", description = "Reads what is there when the job starts, and ends.")
  private boolean drain;

  @Option(
      names = "--jobmanager",
      paramLabel = "HOST:PORT",
      description =
          "REST address of a Flink cluster that is running and reaches the brokers and the folder by"
              + " the same names; default: one within this process.")
  private @Nullable String jobManager;

  @Mixin private MetadataOption known = new MetadataOption();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  ClusterStreamCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StreamReport report =
        ClusterCommand.cluster().stream(
            new StreamTask(
                brokers,
                from,
                to,
                group,
                properties,
                new SourceOptions(known.metadata(), Limits.DEFAULT, codebook.codebook(), null),
                alerts.stream().map(AlertRule::of).toList(),
                checkpoints,
                Duration.ofSeconds(Math.max(1, every)),
                Duration.ofDays(Math.max(1, window)),
                drain,
                threads.count(),
                jobManager));
    ClusterReport ended = report.ended();
    if (ended == null) {
      new Output(terminal.out()).write(report.job() + ": " + from + " is read as it comes\n");
      return Main.OK;
    }
    if (ended.refused() > 0) {
      terminal.message(
          ended.refused()
              + " of "
              + (ended.refused() + ended.articles())
              + " articles could not be read; they are in the topic "
              + to
              + ".refused, with why in their headers");
    }
    new Output(terminal.out()).write(to + ": " + ended.articles() + " articles\n");
    return ended.internal() ? Main.INTERNAL : ended.refused() > 0 ? Main.SOME_FAILED : Main.OK;
  }
}
