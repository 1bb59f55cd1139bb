package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.record.Act;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.record.TimeExpression;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final String ACTIVE =
      """
      Ravnia   Ravnia   PROPN 2 nsubj ravnia
      angrep   angripe  VERB  0 root  -  VerbForm=Fin|Tense=Past
      Sundland Sundland PROPN 2 obj   sundland
      .        .        PUNCT 2 punct
      """;

  private static final String PASSIVE =
      """
      Sundland Sundland PROPN 3 nsubj:pass sundland
      ble      bli      AUX   3 aux:pass - VerbForm=Fin|Tense=Past
      angrepet angripe  VERB  0 root       - VerbForm=Part
      av       av       ADP   5 case
      Ravnia   Ravnia   PROPN 3 obl        ravnia
      .        .        PUNCT 3 punct
      """;

  @Test
  void theSubjectOfAnActiveVerbActsUponItsObject() {
    List<Event> events = new Scene("nb", "2021-05-04", ACTIVE).read();
    assertThat(events).hasSize(1);
    Event event = events.get(0);
    assertThat(event.type()).isEqualTo(EventType.ASSAULT);
    assertThat(event.actors()).containsExactly("ravnia");
    assertThat(event.recipients()).containsExactly("sundland");
    assertThat(event.status()).isEqualTo(EventStatus.ACTUAL);
    assertThat(event.quad()).isEqualTo("material conflict");
    assertThat(event.why()).contains("rule:attack");
  }

  @Test
  void aPassiveIsTurnedRound() {
    List<Event> events = new Scene("nb", "2021-05-04", PASSIVE).read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).actors()).containsExactly("ravnia");
    assertThat(events.get(0).recipients()).containsExactly("sundland");
  }

  @Test
  void aNounHasItsPartiesInGenitiveAndPreposition() {
    List<Event> events =
        new Scene(
                "nb",
                "2021-05-04",
                """
                Ravnias  Ravnia    PROPN 2 nmod  ravnia Case=Gen
                angrep   angrep    NOUN  5 nsubj
                på       på        ADP   4 case
                Sundland Sundland  PROPN 2 nmod  sundland
                fortsatte fortsette VERB 0 root  - VerbForm=Fin|Tense=Past
                .        .         PUNCT 5 punct
                """)
            .read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo(EventType.ASSAULT);
    assertThat(events.get(0).actors()).containsExactly("ravnia");
    assertThat(events.get(0).recipients()).containsExactly("sundland");
  }

  @Test
  void twoMentionsOfOneEventAreOneRecord() {
    assertThat(new Scene("nb", "2021-05-04", ACTIVE, PASSIVE).read()).hasSize(1);
  }

  @Test
  void whatMayHappenIsNotRecordedAndWhatDidNotIsNegated() {
    assertThat(
            new Scene(
                    "nb",
                    "2021-05-04",
                    """
                    Ravnia   Ravnia   PROPN 3 nsubj ravnia
                    kan      kunne    AUX   3 aux   - VerbForm=Fin|Tense=Pres
                    angripe  angripe  VERB  0 root  - VerbForm=Inf
                    Sundland Sundland PROPN 3 obj   sundland
                    """)
                .read())
        .isEmpty();
    List<Event> events =
        new Scene(
                "nb",
                "2021-05-04",
                """
                Ravnia   Ravnia   PROPN 2 nsubj  ravnia
                angrep   angripe  VERB  0 root   - VerbForm=Fin|Tense=Past
                ikke     ikke     PART  2 advmod
                Sundland Sundland PROPN 2 obj    sundland
                """)
            .read();
    assertThat(events).extracting(Event::status).containsExactly(EventStatus.NEGATED);
  }

  @Test
  void aMeetingThatLiesAheadIsAPromise() {
    Scene scene =
        new Scene(
            "nb",
            "2021-05-04",
            """
            Ravnia   Ravnia   PROPN 3 nsubj ravnia
            skal     skulle   AUX   3 aux   - VerbForm=Fin|Tense=Pres
            møte     møte     VERB  0 root  - VerbForm=Inf
            Sundland Sundland PROPN 3 obj   sundland
            fredag   fredag   NOUN  3 obl
            """);
    List<Event> events =
        scene.read(
            List.of(),
            List.of(new TimeExpression(scene.span("fredag"), "2021-05-07", "test")),
            List.of());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo(EventType.AGREE);
    assertThat(events.get(0).status()).isEqualTo(EventStatus.ACTUAL);
    assertThat(events.get(0).date()).isEqualTo("2021-05-07");
    assertThat(events.get(0).actors()).containsExactly("ravnia", "sundland");
  }

  @Test
  void aDemandIsARequestOfItsSpeakerToItsAddressee() {
    Scene scene =
        new Scene(
            "nb",
            "2021-05-04",
            """
            Ravnia   Ravnia   PROPN 2 nsubj ravnia
            krever   kreve    VERB  0 root  - VerbForm=Fin|Tense=Pres
            at       at       SCONJ 5 mark
            Sundland Sundland PROPN 5 nsubj sundland
            løslater løslate  VERB  2 ccomp - VerbForm=Fin|Tense=Pres
            fangene  fange    NOUN  5 obj
            """);
    Statement demand =
        new Statement(
            "s1",
            "ravnia",
            scene.span("Ravnia"),
            scene.span("krever"),
            List.of(scene.span("Sundland løslater fangene")),
            StatementKind.INDIRECT,
            Act.DEMAND,
            "sundland",
            List.of(),
            null,
            null,
            "test");
    List<Event> events = scene.read(List.of(demand), List.of(), List.of());
    assertThat(events).hasSize(1);
    Event event = events.get(0);
    assertThat(event.type()).isEqualTo(EventType.REQUEST);
    assertThat(event.mode()).isEqualTo("yield");
    assertThat(event.actors()).containsExactly("ravnia");
    assertThat(event.recipients()).containsExactly("sundland");
    assertThat(event.anchor()).isEqualTo(scene.span("krever"));
  }

  @Test
  void whatOnlySomebodyClaimsIsAllegedWithTheStatement() {
    Scene scene =
        new Scene(
            "nb",
            "2021-05-04",
            """
            Sundland Sundland PROPN 2 nsubj sundland
            hevder   hevde    VERB  0 root  - VerbForm=Fin|Tense=Pres
            at       at       SCONJ 5 mark
            Ravnia   Ravnia   PROPN 5 nsubj ravnia
            bombet   bombe    VERB  2 ccomp - VerbForm=Fin|Tense=Past
            byen     by       NOUN  5 obj   byen
            """);
    Statement claim =
        new Statement(
            "s1",
            "sundland",
            scene.span("Sundland"),
            scene.span("hevder"),
            List.of(scene.span("Ravnia bombet byen")),
            StatementKind.INDIRECT,
            Act.CLAIM,
            null,
            List.of(),
            null,
            null,
            "test");
    List<Event> events = scene.read(List.of(claim), List.of(), List.of());
    assertThat(events).hasSize(2);
    Event accusation = events.get(0);
    assertThat(accusation.type()).isEqualTo(EventType.ACCUSE);
    assertThat(accusation.mode()).isEqualTo("allege");
    assertThat(accusation.actors()).containsExactly("sundland");
    assertThat(accusation.recipients()).containsExactly("ravnia");
    assertThat(accusation.status()).isEqualTo(EventStatus.ACTUAL);
    Event attack = events.get(1);
    assertThat(attack.type()).isEqualTo(EventType.ASSAULT);
    assertThat(attack.mode()).isEqualTo("aerial");
    assertThat(attack.status()).isEqualTo(EventStatus.ALLEGED);
    assertThat(attack.statement()).isEqualTo("s1");
  }

  @Test
  void anEnglishPassiveHasItsAgentAfterBy() {
    List<Event> events =
        new Scene(
                "en",
                "2021-05-04",
                """
                Sundland Sundland PROPN 3 nsubj:pass sundland
                was      be       AUX   3 aux:pass
                bombed   bomb     VERB  0 root - VerbForm=Part|Tense=Past
                by       by       ADP   5 case
                Ravnia   Ravnia   PROPN 3 obl  ravnia
                """)
            .read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).actors()).containsExactly("ravnia");
    assertThat(events.get(0).recipients()).containsExactly("sundland");
    assertThat(events.get(0).mode()).isEqualTo("aerial");
  }

  @Test
  void whoHasBeenSomewhereHasVisited() {
    List<Event> events =
        new Scene(
                "nb",
                "2021-05-04",
                """
                Ravnia Ravnia PROPN 5 nsubj ravnia
                har    ha     AUX   5 aux   - VerbForm=Fin|Tense=Pres
                vært   være   AUX   5 cop   - VerbForm=Part
                i      i      ADP   5 case
                Solvik Solvik PROPN 0 root
                """)
            .read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo(EventType.CONSULT);
    assertThat(events.get(0).mode()).isEqualTo("visit");
    assertThat(events.get(0).actors()).containsExactly("ravnia");
  }

  @Test
  void aVerbThatCarriesANounTellsNothingOfItsOwn() {
    List<Event> events =
        new Scene(
                "nb",
                "2021-05-04",
                """
                Ravnia   Ravnia   PROPN 2 nsubj ravnia
                satte    sette    VERB  0 root  - VerbForm=Fin|Tense=Past
                i        i        ADP   4 case
                gang     gang     NOUN  2 obl
                et       en       DET   6 det
                angrep   angrep   NOUN  2 obj
                på       på       ADP   8 case
                Sundland Sundland PROPN 6 nmod  sundland
                """)
            .read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).anchor().length()).isEqualTo("angrep".length());
    assertThat(events.get(0).actors()).containsExactly("ravnia");
    assertThat(events.get(0).recipients()).containsExactly("sundland");
  }

  @Test
  void whatOneSideSaysOfTheOtherIsAlleged() {
    Scene scene =
        new Scene(
            "nb",
            "2021-05-04",
            """
            Sundland Sundland PROPN 2 nsubj sundland:SUN
            sier     si       VERB  0 root  - VerbForm=Fin|Tense=Pres
            at       at       SCONJ 5 mark
            Ravnia   Ravnia   PROPN 5 nsubj ravnia:RAV
            bombet   bombe    VERB  2 ccomp - VerbForm=Fin|Tense=Past
            byen     by       NOUN  5 obj   byen
            """);
    Statement told =
        new Statement(
            "s1",
            "sundland",
            scene.span("Sundland"),
            scene.span("sier"),
            List.of(scene.span("Ravnia bombet byen")),
            StatementKind.INDIRECT,
            Act.SAY,
            null,
            List.of(),
            null,
            null,
            "test");
    List<Event> events = scene.read(List.of(told), List.of(), List.of());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).status()).isEqualTo(EventStatus.ALLEGED);
    assertThat(events.get(0).statement()).isEqualTo("s1");
  }

  @Test
  void whatForcesAreWithdrawnFromIsNotWhoWithdrawsThem() {
    List<Event> events =
        new Scene(
                "nn",
                "2021-05-04",
                """
                Ravniske ravnisk  ADJ   2 amod       ravnia
                styrkar  styrke   NOUN  4 nsubj:pass
                vart     verte    AUX   4 aux:pass   - VerbForm=Fin|Tense=Past
                trekte   trekkje  VERB  0 root       - VerbForm=Part
                ut       ut       ADP   7 case
                av       av       ADP   7 case
                Sundland Sundland PROPN 4 obl        sundland
                """)
            .read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo(EventType.RETREAT);
    assertThat(events.get(0).actors()).containsExactly("ravnia");
  }

  @Test
  void whoAgreeOnAnActDoIt() {
    List<Event> events =
        new Scene(
                "nb",
                "2021-05-04",
                """
                Ravnia     Ravnia   PROPN 2 nsubj ravnia
                ble        bli      VERB  0 root  - VerbForm=Fin|Tense=Past
                enig       enig     ADJ   2 xcomp
                om         om       ADP   5 case
                sanksjoner sanksjon NOUN  3 obl
                mot        mot      ADP   7 case
                Sundland   Sundland PROPN 5 nmod  sundland
                """)
            .read();
    assertThat(events)
        .filteredOn(event -> event.type() == EventType.SANCTION)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.actors()).containsExactly("ravnia");
              assertThat(event.recipients()).containsExactly("sundland");
            });
  }
}
