package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Mark.Correction;
import dev.detente.ledger.Mark.Verdict;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.RecordStore;
import dev.detente.record.Act;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Statement;
import dev.detente.source.mark.ReviewMark;
import dev.detente.source.mark.WebAnnotations;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people think of records stays, whatever becomes of the records. */
class MarksTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Ledger ledger;
  private ArticleRecord record;
  private Address address;

  @BeforeEach
  void open() {
    ledger = Ledger.write(folder.resolve("quays.duckdb"));
    add(MadeArticles.coded(1));
    record = MadeArticles.coded(1).record();
    address = address(record.statements().get(0));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Address address(Statement statement) {
    long content = ledger.survey().article(record.article().id()).orElseThrow().content();
    return Address.of(content, statement);
  }

  private void add(CodedArticle coded) {
    Adding adding = ledger.adding(Codebook.bundled());
    adding.add(coded, true, NOW);
    adding.commit(NOW);
  }

  private Mark mark(Verdict verdict, Correction correction, String reviewer) {
    return ledger.marks().add(address, verdict, correction, null, reviewer, NOW);
  }

  @Test
  void aMarkStandsBesideTheRecordWithWhoAndWhenAndWhatTheMachineHad() throws Exception {
    Mark mark = mark(Verdict.CORRECTED, new Correction(null, "warn", null, null, null), "Ada");
    assertThat(ledger.marks().at(address)).containsExactly(mark);
    assertThat(mark.reviewer()).isEqualTo("Ada");
    assertThat(mark.made()).isEqualTo(NOW);
    JsonNode machine = JSON.readTree(mark.machine());
    assertThat(machine.path("act").asText()).isEqualTo(record.statements().get(0).act().label());
    assertThat(ledger.entry(address).orElseThrow().statement().act())
        .isEqualTo(record.statements().get(0).act());
  }

  @Test
  void theLastOfAPersonHoldsAndNothingIsForgotten() {
    mark(Verdict.RIGHT, Correction.NONE, "Ada");
    mark(Verdict.WRONG, Correction.NONE, "Bo");
    Mark last = mark(Verdict.CORRECTED, new Correction("-", null, null, null, null), "Ada");
    assertThat(ledger.marks().holding()).extracting(Mark::reviewer).containsExactly("Ada", "Bo");
    assertThat(ledger.marks().holding()).contains(last);
    mark(Verdict.WITHDRAWN, Correction.NONE, "Ada");
    assertThat(ledger.marks().holding()).extracting(Mark::reviewer).containsExactly("Bo");
    assertThat(ledger.marks().at(address)).hasSize(4);
  }

  @Test
  void aMarkSurvivesACodingThatReadsOtherwise() {
    mark(Verdict.RIGHT, Correction.NONE, "Ada");
    Adding adding = ledger.adding(Codebook.bundled());
    RecordStore.Coding before = ledger.codings(0, "another", 10).get(0);
    List<Statement> other = new ArrayList<>(record.statements());
    Statement first = other.get(0);
    other.set(
        0,
        new Statement(
            "s9",
            null,
            null,
            first.cue(),
            first.content(),
            first.kind(),
            Act.WARN,
            null,
            List.of(),
            null,
            null,
            "other"));
    adding.recode(
        before,
        CodedArticle.of(
            new ArticleRecord(
                before.record().article(),
                before.record().actors(),
                other,
                before.record().events(),
                List.of(),
                before.record().times(),
                before.record().places(),
                false),
            null,
            null,
            "another"));
    adding.commit(NOW);

    assertThat(ledger.entry(address).orElseThrow().id()).isEqualTo("s9");
    assertThat(ledger.marks().at(address)).hasSize(1);
    // What was right is known, though the machine has changed its mind.
    assertThat(gold().path("marks").path(0).path("act").asText()).isEqualTo(first.act().label());
  }

  @Test
  void aMarkStaysAtTheVersionThatItWasMadeOf() {
    mark(Verdict.WRONG, Correction.NONE, "Ada");
    Article article = record.article();
    Article changed =
        new Article(
            article.id(),
            article.language(),
            article.published(),
            article.outlet(),
            article.url(),
            article.title(),
            ArticleText.of(article.text().string() + "\n\nCorrected on Tuesday."),
            List.of());
    add(
        CodedArticle.of(
            new ArticleRecord(
                changed,
                record.actors(),
                record.statements(),
                record.events(),
                record.links(),
                record.times(),
                record.places(),
                false),
            null,
            null,
            null));
    assertThat(ledger.survey().article(article.id()).orElseThrow().version()).isEqualTo(2);
    assertThat(ledger.entry(address).orElseThrow().listed().version()).isEqualTo(1);
    assertThat(ledger.marks().at(address)).hasSize(1);
    assertThat(gold().path("text").asText()).isEqualTo(article.text().string());
  }

  @Test
  void aMarkSurvivesRemovalWithoutTheWordsAndIsThereWhenTheArticleComesAgain() {
    mark(Verdict.WRONG, Correction.NONE, "Ada");
    ledger.remove(List.of(record.article().id()), "withdrawn", NOW);
    assertThat(ledger.marks().holding()).hasSize(1);
    assertThat(export(MarkExport.Format.GOLD)).isEmpty();
    assertThat(export(MarkExport.Format.WEBANNOTATION)).isEmpty();
    assertThat(export(MarkExport.Format.JSONL)).contains("\"wrong\"");
    add(MadeArticles.coded(1));
    assertThat(gold().path("marks").path(0).path("there").asBoolean(true)).isFalse();
  }

  @Test
  void marksAreWebAnnotationsThatTheirReaderTakes() {
    mark(Verdict.CORRECTED, new Correction("Lone Trøan", null, null, null, null), "Ada");
    List<ReviewMark> read =
        WebAnnotations.read(
            export(MarkExport.Format.WEBANNOTATION), record.article().text(), "export");
    assertThat(read).hasSize(1);
    ReviewMark one = read.get(0);
    assertThat(one.spans()).isEqualTo(record.statements().get(0).content());
    assertThat(one.tags()).containsExactly("corrected", "speaker:Lone Trøan");
    assertThat(one.creator()).isEqualTo("Ada");
    assertThat(one.created()).isEqualTo("2031-03-11T12:00:00Z");
    assertThat(one.motivation()).isEqualTo("assessing");
  }

  @Test
  void whereTwoDifferNothingIsGold() {
    mark(Verdict.RIGHT, Correction.NONE, "Ada");
    mark(Verdict.WRONG, Correction.NONE, "Bo");
    assertThat(export(MarkExport.Format.GOLD)).isEmpty();
    assertThat(export(MarkExport.Format.CSV).lines()).hasSize(3);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> mark(Verdict.CORRECTED, Correction.NONE, "Ada"))
        .hasMessageContaining("DET-0714");
    assertThatThrownBy(
            () -> mark(Verdict.RIGHT, new Correction(null, "deny", null, null, null), "Ada"))
        .hasMessageContaining("DET-0714");
    assertThatThrownBy(
            () -> mark(Verdict.CORRECTED, new Correction(null, "sing", null, null, null), "Ada"))
        .hasMessageContaining("apologise");
    assertThatThrownBy(
            () -> mark(Verdict.CORRECTED, new Correction(null, null, "COERCE", null, null), "A"))
        .hasMessageContaining("DET-0714");
    assertThatThrownBy(
            () ->
                mark(
                    Verdict.CORRECTED,
                    new Correction(null, null, null, "denies", "0000000000000000-s1-2"),
                    "Ada"))
        .hasMessageContaining("nothing stands at");
    assertThatThrownBy(() -> mark(Verdict.RIGHT, Correction.NONE, "  "))
        .hasMessageContaining("name");
    assertThat(ledger.marks().holding()).isEmpty();
  }

  @Test
  void aRelationNamesTheOtherStatement() {
    Address other = address(record.statements().get(1));
    mark(Verdict.CORRECTED, new Correction(null, null, null, "denies", other.toString()), "Ada");
    JsonNode link = gold().path("marks").path(0).path("links").path(0);
    assertThat(link.path("relation").asText()).isEqualTo("denies");
    assertThat(link.path("span").path(0).asInt()).isEqualTo(other.span().start());
  }

  private String export(MarkExport.Format format) {
    StringBuilder out = new StringBuilder();
    new MarkExport(ledger).write(format, out::append);
    return out.toString();
  }

  private JsonNode gold() {
    try {
      return Objects.requireNonNull(JSON.readTree(export(MarkExport.Format.GOLD)));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
