package dev.detente.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.Ledger;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is found once, shown after a change with its age, and found anew by refreshing. */
class KeptTest {
  @TempDir private Path folder;

  private final AtomicInteger found = new AtomicInteger();
  private final Function<Ledger, Integer> how = ledger -> found.incrementAndGet();

  private Ledger ledger() {
    return Ledger.write(folder.resolve("kept.duckdb"));
  }

  /** Any change of the ledger that counts. */
  private static void change(Ledger ledger, Kept kept) {
    ledger.undo("nobody");
    kept.changed();
  }

  @Test
  void whatIsNoLongerTrueIsShownUntilItIsFoundAnew() throws Exception {
    try (Ledger ledger = ledger()) {
      Kept kept = new Kept(20);
      assertThat(kept.of(ledger, "one", how)).isEqualTo(1);
      assertThat(kept.of(ledger, "one", how)).isEqualTo(1);
      assertThat(kept.behind()).isZero();
      change(ledger, kept);
      assertThat(kept.of(ledger, "one", how)).isEqualTo(1);
      Thread.sleep(1100);
      assertThat(kept.behind()).isPositive();
      kept.refresh(ledger);
      assertThat(kept.of(ledger, "one", how)).isEqualTo(2);
      assertThat(kept.behind()).isZero();
      kept.refresh(ledger);
      assertThat(found).hasValue(2);
    }
  }

  @Test
  void aChangeOfSomethingElseFindsNothingAnew() throws Exception {
    try (Ledger ledger = ledger()) {
      Kept kept = new Kept(1);
      kept.asked(ledger, "one", how);
      kept.changed();
      Thread.sleep(50);
      kept.refresh(ledger);
      assertThat(found).hasValue(1);
    }
  }

  @Test
  void nothingUntrueIsShownWhenNobodyIsToSeeIt() {
    try (Ledger ledger = ledger()) {
      Kept kept = new Kept(0);
      assertThat(kept.of(ledger, "one", how)).isEqualTo(1);
      change(ledger, kept);
      assertThat(kept.of(ledger, "one", how)).isEqualTo(2);
    }
  }

  @Test
  void nobodyWaitsForWhatIsBeingFoundUnlessHeAsksForNothingElse() {
    try (Ledger ledger = ledger()) {
      Kept kept = new Kept(1000);
      long since = System.nanoTime();
      assertThat(kept.pairs(ledger)).isNull();
      assertThat(kept.claimed(ledger)).isNull();
      assertThat(kept.asked(ledger, "two", how, 0)).isNull();
      assertThat(System.nanoTime() - since).isLessThan(900_000_000L);
      assertThat(kept.asked(ledger, "two", how, 50)).isNull();
      assertThat(System.nanoTime() - since).isGreaterThan(50_000_000L);
      assertThat(found).hasValue(0);
      // All that was asked for is found one after the other.
      for (int i = 0; i < 6; i++) {
        kept.refresh(ledger);
      }
      assertThat(kept.pairs(ledger)).isEmpty();
      assertThat(kept.claimed(ledger)).isNotNull();
      assertThat(kept.asked(ledger, "two", how, 0)).isEqualTo(1);
      assertThat(found).hasValue(1);
    }
  }

  @Test
  void whatWasNeverFoundIsFoundInTheOrderInWhichItWasAskedFor() {
    try (Ledger ledger = ledger()) {
      Kept kept = new Kept(1000);
      assertThat(kept.claimed(ledger)).isNull();
      assertThat(kept.asked(ledger, "two", how, 0)).isNull();
      assertThat(kept.pairs(ledger)).isNull();
      assertThat(kept.asked(ledger, "two", how, 0)).isNull();
      kept.refresh(ledger);
      assertThat(kept.claimed(ledger)).isNotNull();
      assertThat(found).hasValue(0);
      kept.refresh(ledger);
      assertThat(found).hasValue(1);
      assertThat(kept.pairs(ledger)).isNull();
    }
  }

  @Test
  void ofWhatOnlySomeAskForNoMoreThanAFewAreKept() {
    try (Ledger ledger = ledger()) {
      Kept kept = new Kept(1000);
      for (int i = 0; i < 1000; i++) {
        kept.asked(ledger, "asked " + i, how);
      }
      assertThat(kept.asked(ledger, "asked 999", how)).isEqualTo(1000);
      assertThat(kept.asked(ledger, "asked 0", how)).isEqualTo(1001);
    }
  }
}
