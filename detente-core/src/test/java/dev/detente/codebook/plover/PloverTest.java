package dev.detente.codebook.plover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.record.Act;
import dev.detente.record.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PloverTest {
  private final Plover plover = Plover.load(Codebook.bundled());

  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyTypeHasAQuadClassAScoreAndACodeOnTheGoldsteinScale(EventType type) {
    Plover.Coding coding = plover.coding(type, null, null);
    assertThat(coding.quad()).matches("(verbal|material) (cooperation|conflict)");
    assertThat(coding.score()).isBetween(-10.0, 10.0);
    assertThat(coding.cameo()).matches("\\d{2,4}");
    assertThat(coding.goldstein()).isNotNull().isBetween(-10.0, 10.0);
  }

  @Test
  void aModeHasItsOwnScoreAndCode() {
    Plover.Coding visit = plover.coding(EventType.CONSULT, "visit", null);
    assertThat(visit.score()).isEqualTo(4);
    assertThat(visit.cameo()).isEqualTo("042");
    assertThat(visit.goldstein()).isEqualTo(1.9);
  }

  @Test
  void aGivenCodeStandsAndALongCodeHasTheScoreOfItsBeginning() {
    assertThat(plover.coding(EventType.AGREE, null, "057").cameo()).isEqualTo("057");
    assertThat(plover.goldstein("1833")).isEqualTo(-10.0);
    assertThat(plover.goldstein("99")).isNull();
  }

  @Test
  void anAnnouncedMeetingIsAPromiseAndAnAnnouncedWithdrawalAConcession() {
    assertThat(plover.announced(EventType.CONSULT)).isEqualTo(EventType.AGREE);
    assertThat(plover.announced(EventType.AID)).isEqualTo(EventType.AGREE);
    assertThat(plover.announced(EventType.RETREAT)).isEqualTo(EventType.CONCEDE);
    assertThat(plover.announced(EventType.ASSAULT)).isEqualTo(EventType.ASSAULT);
  }

  @Test
  void aDemandIsARequestAndAPlainStatementNothing() {
    assertThat(plover.deed(Act.DEMAND)).isEqualTo(new Plover.Deed(EventType.REQUEST, null));
    assertThat(plover.deed(Act.ACCUSE)).isEqualTo(new Plover.Deed(EventType.ACCUSE, "allege"));
    assertThat(plover.deed(Act.SAY)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb", "nn", "en"})
  void everyLanguageReportsAllSixteenTypes(String language) {
    TriggerLexicon lexicon = TriggerLexicon.load(Codebook.bundled(), plover, language);
    assertThat(lexicon.triggers()).extracting(Trigger::type).contains(EventType.values());
    assertThat(lexicon.list("negation_words")).isNotEmpty();
    assertThat(lexicon.list("light")).isNotEmpty();
  }

  @Test
  void aCompoundIsKnownByItsLastPart() {
    TriggerLexicon lexicon = TriggerLexicon.load(Codebook.bundled(), plover, "nb");
    assertThat(lexicon.candidates("rakettangrepet", "rakettangrep", true))
        .extracting(Trigger::type)
        .contains(EventType.ASSAULT);
    assertThat(lexicon.candidates("fredssamtalene", "fredssamtale", true))
        .extracting(Trigger::mode)
        .contains("third-party");
  }

  @Test
  void anEntryWithAnUnknownModeIsRefusedWithItsFileAndName(@TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("nb"));
    Files.writeString(
        folder.resolve("nb/triggers.yaml"),
        """
        triggers:
        - id: dance
          type: CONSULT
          mode: polka
          verbs: [danse]
        """);
    Codebook codebook = Codebook.overlaid(folder);
    assertThatThrownBy(() -> TriggerLexicon.load(codebook, plover, "nb"))
        .isInstanceOf(DetenteException.class)
        .hasMessageContaining("DET-0313")
        .hasMessageContaining("nb/triggers.yaml, line 2, entry dance")
        .hasMessageContaining("CONSULT has no mode polka");
  }
}
