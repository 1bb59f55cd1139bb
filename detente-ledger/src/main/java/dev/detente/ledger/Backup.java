package dev.detente.ledger;

import dev.detente.article.DetenteException;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.LedgerSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies of ledgers: made while others read, and put back. */
public final class Backup {
  private Backup() {}

  /**
   * Writes all that a ledger holds, and nothing of what was taken out of it, to a new file.
   *
   * @throws DetenteException DET-0710 when there is such a file
   */
  public static void write(Ledger ledger, Path to) {
    refuseExisting(to);
    Path partial = to.resolveSibling(to.getFileName() + ".partial");
    try {
      Files.deleteIfExists(partial);
      ledger.database().copyTo(partial);
      Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(to, e);
    }
  }

  /**
   * Puts a copy in the place of a ledger.
   *
   * @param force whether a ledger that is there may go; it is set aside as {@code FILE.replaced}
   * @return how many articles the ledger holds now
   */
  public static long restore(Path backup, Path file, boolean force) {
    // Opened first, so that nothing else than a ledger is put in its place.
    try (LedgerDatabase copy = LedgerSchema.open(backup, false)) {
      copy.number("SELECT count(*) FROM article");
    }
    try {
      if (Files.exists(file)) {
        if (!force) {
          refuseExisting(file);
        }
        // Nobody else has it, and all of it is in the file.
        LedgerSchema.open(file, true).close();
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".replaced"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Path partial = file.resolveSibling(file.getFileName() + ".partial");
      Files.copy(backup, partial, StandardCopyOption.REPLACE_EXISTING);
      deleteFolder(Ledger.searchFolder(file));
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    try (LedgerDatabase restored = LedgerSchema.open(file, false)) {
      return restored.number("SELECT count(*) FROM article");
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path one : files) {
        Files.delete(one);
      }
    }
  }

  private static void refuseExisting(Path file) {
    if (Files.exists(file)) {
      throw new DetenteException(
          "DET-0710", file + " is there already; give a name that is free, or --force to restore");
    }
  }

  private static DetenteException unwritable(Path file, IOException e) {
    return new DetenteException(
        "DET-0703", file + " cannot be written (" + e.getMessage() + ")", e);
  }
}
