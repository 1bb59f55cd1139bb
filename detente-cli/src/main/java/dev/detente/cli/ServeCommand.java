package dev.detente.cli;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.Ledger;
import dev.detente.web.ReadingRoom;
import dev.detente.web.RoomSettings;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    footerHeading = "%nExample:%n",
    footer = "  detente add examples/ && detente serve")
final class ServeCommand implements Callable<Integer> {
  private static final int TOKEN_BYTES = 18;

  private final Terminal terminal;

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

  @Mixin private CodebookOption codebook = new CodebookOption();

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Codebook lexicons = codebook.codebook();
    try (LazyPipeline pipeline = new LazyPipeline(lexicons, false)) {
      ReadingRoom room =
          new ReadingRoom(
              readOnly ? Ledger.read(ledger.existing()) : Ledger.write(ledger.existing()),
              RoomSettings.local(port, token, Version.number())
                  .with(new SentArticles(lexicons, pipeline)));
      Runtime.getRuntime().addShutdownHook(new Thread(room::close));
      new Output(terminal.out()).write("Open " + room.url() + "\n");
      terminal.message("Ctrl-C closes it");
      new CountDownLatch(1).await();
    }
    return Main.OK;
  }
}
