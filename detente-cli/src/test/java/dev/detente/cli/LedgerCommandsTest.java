package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with a ledger, one thing after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerCommandsTest {
  private static final String ARTICLE =
      "{\"id\":\"kaia-1\",\"published\":\"2031-03-11\",\"outlet\":\"=cmd()\",\"text\":\"Havnesjef"
          + " Ola Vikan nektet tirsdag for at kaia er for kort. – Kaia er lang nok, sa Vikan.\"}\n";

  @TempDir private static Path folder;

  private Run detente(String... arguments) {
    Object[] all = new Object[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--ledger";
    all[arguments.length + 1] = folder.resolve("l.duckdb");
    return Run.piped(ARTICLE, all);
  }

  @BeforeAll
  void add() {
    Run run = detente("add");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("1 new articles");
  }

  @Test
  @Order(1)
  void theSameAgainIsThereAlready() {
    assertThat(detente("add").out()).contains("0 new articles, 1 there already");
  }

  @Test
  @Order(2)
  void findAnswersPeopleAndPrograms() {
    Run text = detente("find", "--speaker", "Vikan", "--deny", "--format", "text", "--width", "70");
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .startsWith("2031-03-11 deny       Ola Vikan")
        .contains("kaia-1 s1")
        .contains("kaia er for kort");
    assertThat(text.out().lines()).allMatch(line -> line.length() <= 70);
    assertThat(detente("find", "--text", "kort kai*").out()).contains("\"act\":\"deny\"");
    assertThat(detente("find", "--format", "csv").out())
        .startsWith("article,id,kind,outlet,")
        .contains("kaia-1,s1,statement,'=cmd(),nb,2031-03-11,");
    assertThat(detente("find", "--speaker", "Nobody", "--format", "text").out())
        .isEqualTo("nothing found\n");
  }

  @Test
  @Order(3)
  void questionsWithoutSenseAreRefused() {
    assertThat(detente("find", "--act", "shout").err()).contains("DET-0241", "deny");
    assertThat(detente("find", "--since", "yesterday").err()).contains("DET-0242");
    assertThat(detente("timeline", "--by", "hour").err()).contains("DET-0243");
    assertThat(detente("find", "--format", "xml").code()).isEqualTo(Main.USAGE);
    assertThat(Run.piped("", "find", "--ledger", folder.resolve("none.duckdb")).err())
        .contains("DET-0701");
    assertThat(folder.resolve("none.duckdb")).doesNotExist();
    assertThat(detente("sql", "DROP VIEW statements").err()).contains("DET-0711");
  }

  @Test
  @Order(4)
  void aTimelineCounts() {
    assertThat(detente("timeline", "--by", "month", "--format", "csv").out())
        .startsWith("from,statements,events,articles,score\r\n2031-03-01,2,");
    assertThat(detente("timeline", "--format", "text").out()).contains("2031-03-11", "█");
  }

  @Test
  @Order(5)
  void anotherCodebookCodesAnewWithoutParsing() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine/nb"));
    String cues =
        Files.readString(
            Run.ROOT.resolve("detente-core/src/main/resources/dev/detente/codebook/nb/cues.yaml"));
    Files.writeString(mine.resolve("cues.yaml"), cues + "\n# changed\n");
    Run same = detente("recode", "--codebook", folder.resolve("mine").toString());
    assertThat(same.err()).isEmpty();
    assertThat(same.out()).contains("0 records changed, 1 the same");
    assertThat(detente("recode", "--codebook", folder.resolve("mine").toString()).out())
        .contains("0 records changed, 0 the same");
    assertThat(detente("recode").out()).contains("1 the same");
  }

  @Test
  @Order(6)
  void aCopyBringsBackWhatWasRemoved() {
    Path copy = folder.resolve("copy.duckdb");
    assertThat(detente("backup", copy.toString()).out()).contains("1 articles");
    assertThat(detente("remove", "kaia-2", "--reason", "never there").err()).contains("DET-0707");
    assertThat(detente("remove", "kaia-1", "--reason", "withdrawn").code()).isZero();
    assertThat(detente("find").out()).isEmpty();
    assertThat(detente("sql", "SELECT id, reason FROM removed").out())
        .isEqualTo("{\"id\":\"kaia-1\",\"reason\":\"withdrawn\"}\n");
    assertThat(detente("add").out()).contains("1 removed before");
    assertThat(detente("restore", copy.toString()).err()).contains("DET-0710");
    assertThat(detente("restore", "--force", copy.toString()).out()).contains("1 articles");
    assertThat(detente("find", "--text", "kort").out()).contains("kaia-1");
  }
}
