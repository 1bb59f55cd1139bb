package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.ledger.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
  @Test
  @Timeout(60)
  void aQuestionThatNeverEndsIsBrokenOffAndTheReaderServesTheNext(@TempDir Path folder) {
    try (Readers readers = new Readers(Ledger.read(TestRoom.ledger(folder)), 1)) {
      assertThatThrownBy(
              () ->
                  readers.ask(
                      50,
                      ledger -> {
                        while (true) {
                          ledger.survey().counts();
                        }
                      }))
          .hasMessageContaining("DET-0713");
      assertThat(readers.<Long>ask(60_000, ledger -> ledger.survey().counts().articles()))
          .isEqualTo(TestRoom.ARTICLES.size());
    }
  }
}
