package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.Address;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Mark;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import dev.detente.record.json.RecordWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was marked in a ledger, for the commands that take marks. */
class MarksOfLedgerTest {
  @TempDir private static Path folder;
  private static Path ledger;
  private static Path records;

  @BeforeAll
  static void mark() throws IOException {
    ledger = folder.resolve("marked.duckdb");
    Path article = folder.resolve("krav.txt");
    Files.writeString(
        article,
        "Island krever svar\n\nUtenriksminister Birna Hallsdóttir sier at Norge skal svare."
            + " Hun hevder at båtene ble tatt. Island innførte sanksjoner mot Norge.");
    Run add = Run.piped("", "add", article, "--ledger", ledger);
    assertThat(add.code()).as(add.err()).isZero();
    try (Ledger opened = Ledger.write(ledger)) {
      ArticleRecord record = opened.record("krav");
      long content = opened.survey().article("krav").orElseThrow().content();
      LocalDateTime now = LocalDateTime.of(2031, 3, 1, 12, 0);
      Statement first = record.statements().get(0);
      Statement last = record.statements().get(record.statements().size() - 1);
      Event event = record.events().get(0);
      opened
          .marks()
          .add(
              Address.of(content, first),
              Mark.Verdict.RIGHT,
              Mark.Correction.NONE,
              null,
              "Ada",
              now);
      opened
          .marks()
          .add(
              Address.of(content, last),
              Mark.Verdict.CORRECTED,
              new Mark.Correction(null, "apologise", null, null, null),
              "surely not",
              "Ada",
              now);
      opened
          .marks()
          .add(
              Address.of(content, event),
              Mark.Verdict.WRONG,
              Mark.Correction.NONE,
              null,
              "Ada",
              now);
      records = folder.resolve("records.jsonl");
      Files.writeString(records, RecordWriter.line(record) + "\n");
    }
  }

  private static Path exported(String format) throws IOException {
    Run run = Run.piped("", "export", "marks", "--format", format, "--ledger", ledger);
    assertThat(run.code()).as(run.err()).isZero();
    Path file = folder.resolve(format + ".json");
    Files.writeString(file, run.out());
    return file;
  }

  @Test
  void marksAreReadBackBesideTheRecords() throws IOException {
    Run run =
        Run.piped(
            "", "marks", "--records", records, "--format", "jsonl", exported("webannotation"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out()).contains("\"act:apologise\"", "\"surely not\"", "\"creator\":\"Ada\"");
  }

  @Test
  void marksAreGold() throws IOException {
    Run run = Run.piped("", "score", "--records", records, exported("gold"));
    assertThat(run.code()).as(run.err()).isZero();
    // The record is still as it was when it was marked.
    assertThat(run.out())
        .containsPattern("right statement found +100\\.0 +2")
        .containsPattern("act as reviewed +50\\.0 +2")
        .containsPattern("wrong event left out +0\\.0 +1");
    Run causes = Run.piped("", "score", "--records", records, "--causes", "5", exported("gold"));
    assertThat(causes.out()).contains("apologise read as");
  }

  @Test
  void anUnknownFormatIsToldAndSoIsAMissingFolder() {
    assertThat(Run.piped("", "export", "marks", "--format", "xls", "--ledger", ledger).err())
        .contains("DET-0201", "gold");
    assertThat(Run.piped("", "export", "--ledger", ledger).err()).contains("DET-0236");
  }
}
