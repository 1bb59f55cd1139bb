package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Ledger;
import dev.detente.web.ReadingRoom;
import dev.detente.web.RoomSettings;
import dev.detente.web.guard.Guests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Opens the reading room over a ledger. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Opens a ledger as a local site, with every statement and event one key away from the"
          + " sentence it stands on. It listens to this machine alone, until Ctrl-C.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente add examples/ && detente serve",
      "  detente serve --watch https://example.org/feed.xml",
      "  detente serve --share 192.168.1.7 --password-file secret.txt"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int TOKEN_BYTES = 18;
  private static final int LONGEST = 10_080;
  private static final long MINUTE = 60_000L;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where it listens; default: 8391; 0 for any that is free.")
  private int port = 8391;

  @Option(
      names = "--read-only",
      description =
          "Opens the ledger to read alone, so that other commands may read it meanwhile; records"
              + " cannot be marked then.")
  private boolean readOnly;

  @Option(
      names = "--watch",
      paramLabel = "FEED",
      split = ",",
      description = "Feeds whose new articles are added while the room is open.")
  private List<String> feeds = List.of();

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      description = "Minutes between two polls of a feed; default: ${DEFAULT-VALUE}.")
  private int every = 15;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "File that keeps what has been read of feeds; default: ${DEFAULT-VALUE}.")
  private Path state = Path.of("detente-watch.state");

  @Option(
      names = "--share",
      paramLabel = "NAME",
      split = ",",
      description =
          "Lets others read who know the password: the names or addresses under which they reach"
              + " this machine.")
  private List<String> names = List.of();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The password for --share, on its first line; 12 characters at least.")
  private @Nullable Path password;

  @Mixin private FetchOption fetching = new FetchOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (every < 1 || every > LONGEST) {
      throw usage("DET-0218: --every " + every + " is not between 1 and " + LONGEST + " minutes");
    }
    if (readOnly && !feeds.isEmpty()) {
      throw usage("DET-0237: --watch adds to the ledger; leave --read-only out");
    }
    List<URI> addresses = addresses();
    Guests guests = guests();
    Codebook lexicons = codebook.codebook();
    try (LazyPipeline pipeline = new LazyPipeline(lexicons, false)) {
      RoomSettings settings =
          RoomSettings.local(port, token(), Version.number())
              .with(new SentArticles(lexicons, pipeline));
      ReadingRoom room =
          new ReadingRoom(
              readOnly ? Ledger.read(ledger.existing()) : Ledger.write(ledger.existing()),
              guests == null ? settings : settings.sharedWith(guests));
      Runtime.getRuntime().addShutdownHook(new Thread(room::close));
      new Output(terminal.out()).write("Open " + room.url() + "\n");
      terminal.message("Ctrl-C closes it");
      if (addresses.isEmpty()) {
        new CountDownLatch(1).await();
      } else {
        try (RoomWatch watch =
            new RoomWatch(
                terminal, lexicons, pipeline, room.writer(), addresses, state, fetching.rules())) {
          watch.run(every * MINUTE);
        }
      }
    }
    return Main.OK;
  }

  private static String token() {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private List<URI> addresses() {
    try {
      return FeedReading.addresses(feeds);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Guests guests() {
    Path file = password;
    if (names.isEmpty() != (file == null)) {
      throw usage(
          "DET-0804: --share and --password-file belong together; nobody reads without a password");
    }
    if (file == null) {
      return null;
    }
    try {
      return new Guests(names, Files.readString(file).lines().findFirst().orElse("").strip());
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0805", file + ": cannot be read (" + e.getMessage() + "); check the file", e);
    } catch (IllegalArgumentException e) {
      throw new DetenteException("DET-0805", file + ": " + e.getMessage(), e);
    }
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
