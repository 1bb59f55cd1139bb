package dev.detente.ledger;

import dev.detente.codebook.Codebook;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * A process that adds articles and says which are kept: {@code FILE FIRST LAST AT_ONCE}. Killed and
 * started again by tests.
 */
final class QuayWriter {
  private QuayWriter() {}

  /** Adds the articles, those that are there already too. */
  public static void main(String[] args) {
    int first = Integer.parseInt(args[1]);
    int last = Integer.parseInt(args[2]);
    int atOnce = Integer.parseInt(args[3]);
    LocalDateTime now = LocalDateTime.of(2031, 3, 11, 12, 0);
    try (Ledger ledger = Ledger.write(Path.of(args[0]))) {
      Adding adding = ledger.adding(Codebook.bundled());
      System.out.println("open");
      for (int i = first; i < last; i++) {
        adding.add(MadeArticles.coded(i), false, now);
        if (adding.held() >= atOnce || i == last - 1) {
          adding.commit(now);
          System.out.println(i);
        }
      }
      System.out.println("done");
    } catch (dev.detente.article.DetenteException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }
}
