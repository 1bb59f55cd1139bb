package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.record.Act;
import dev.detente.record.Event;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImpliedTest {
  private static final String AT_THE_BORDER =
      """
      Ravnia   Ravnia   PROPN 2 nsubj ravnia:RAV
      samlet   samle    VERB  0 root  - VerbForm=Fin|Tense=Past
      soldater soldat   NOUN  2 obj
      ved      ved      ADP   5 case
      grensa   grense   NOUN  2 obl
      til      til      ADP   7 case
      Sundland Sundland PROPN 5 nmod  sundland:SUN
      """;

  private static Statement demand(
      String id, String speaker, Span cue, Span content, @Nullable String addressee) {
    return new Statement(
        id,
        speaker,
        null,
        cue,
        List.of(content),
        StatementKind.INDIRECT,
        Act.DEMAND,
        addressee,
        List.of(),
        null,
        null,
        "test");
  }

  @Test
  void soldiersAtABorderAreAgainstTheStateBehindIt() {
    List<Event> events = new Scene("nb", "2021-05-04", AT_THE_BORDER).read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo(EventType.MOBILIZE);
    assertThat(events.get(0).actors()).contains("ravnia");
    assertThat(events.get(0).recipients()).containsExactly("sundland");
    assertThat(events.get(0).why()).contains("recipient:border");
  }

  @Test
  void soldiersAroundACountryAreAgainstIt() {
    List<Event> events =
        new Scene(
                "nn",
                "2021-05-04",
                """
                Ravnia   Ravnia   PROPN 2 nsubj  ravnia:RAV
                har      ha       VERB  0 root   - VerbForm=Fin|Tense=Pres
                90000    90000    NUM   4 nummod
                soldatar soldat   NOUN  2 obj
                rundt    rundt    ADP   6 case
                Sundland Sundland PROPN 2 obl    sundland:SUN
                """)
            .read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo(EventType.MOBILIZE);
    assertThat(events.get(0).recipients()).containsExactly("sundland");
  }

  @Test
  void tanksThatRollIntoACountryAreAgainstItButThoseSentToAnAllyAreNot() {
    String sent =
        """
        Ravnia   Ravnia   PROPN 2 nsubj ravnia:RAV
        sent     send     VERB  0 root  - VerbForm=Fin|Tense=Past
        troops   troop    NOUN  2 obj
        PREP     PREP     ADP   5 case
        Sundland Sundland PROPN 2 obl   sundland:SUN
        """;
    List<Event> into = new Scene("en", "2021-05-04", sent.replace("PREP", "into")).read();
    assertThat(into).hasSize(1);
    assertThat(into.get(0).recipients()).containsExactly("sundland");
    List<Event> to = new Scene("en", "2021-05-04", sent.replace("PREP", "to")).read();
    assertThat(to).hasSize(1);
    assertThat(to.get(0).why()).doesNotContain("recipient:border");
  }

  @Test
  void bothSidesAreThoseWhoFightEachOther() {
    Scene scene =
        new Scene(
            "nb",
            "2021-05-04",
            AT_THE_BORDER,
            """
            Fjordforbundet Fjordforbundet PROPN 2 nsubj fjordforbundet
            ber     be      VERB  0 root  - VerbForm=Fin|Tense=Pres
            partene part    NOUN  2 obj   partene Definite=Def
            vise    vise    VERB  2 xcomp - VerbForm=Inf
            ro      ro      NOUN  4 obj
            """,
            """
            Ravnia   Ravnia   PROPN 2 nsubj ravnia:RAV
            beskjøt  beskyte  VERB  0 root  - VerbForm=Fin|Tense=Past
            Sundland Sundland PROPN 2 obj   sundland:SUN
            """);
    List<Event> events =
        scene.read(
            List.of(
                demand(
                    "s1", "fjordforbundet", scene.span("ber"), scene.span("vise ro"), "partene")),
            List.of(),
            List.of());
    Event request =
        events.stream()
            .filter(event -> event.type() == EventType.REQUEST)
            .findFirst()
            .orElseThrow();
    assertThat(request.recipients()).containsExactlyInAnyOrder("ravnia", "sundland");
    assertThat(request.why()).contains("parties:both-sides");
  }

  @Test
  void bothSidesStayWhatTheyAreWhereNobodyFights() {
    Scene scene =
        new Scene(
            "en",
            "2021-05-04",
            """
            Fjordunion Fjordunion PROPN 2 nsubj fjordunion
            urges  urge  VERB 0 root  - VerbForm=Fin|Tense=Pres
            both   both  DET  4 det   both_sides
            sides  side  NOUN 2 obj   both_sides
            to     to    PART 6 mark
            talk   talk  VERB 2 xcomp - VerbForm=Inf
            """);
    List<Event> events =
        scene.read(
            List.of(
                demand("s1", "fjordunion", scene.span("urges"), scene.span("talk"), "both_sides")),
            List.of(),
            List.of());
    assertThat(events.get(0).recipients()).containsExactly("both_sides");
  }

  @Test
  void whatOnlySpellsOutDemandsIsPutToThoseTheyWereSentTo() {
    Scene scene =
        new Scene(
            "nb",
            "2021-05-04",
            """
            Ravnia   Ravnia   PROPN 2 nsubj ravnia:RAV
            krevde   kreve    VERB  0 root  - VerbForm=Fin|Tense=Past
            svar     svar     NOUN  2 obj
            av       av       ADP   5 case
            Sundland Sundland PROPN 2 obl   sundland:SUN
            """,
            """
            Kravene   krav      NOUN  2 nsubj - Definite=Def|Number=Plur
            er        være      VERB  0 root  - VerbForm=Fin|Tense=Pres
            at        at        SCONJ 5 mark
            Nordmark  Nordmark  PROPN 5 nsubj nordmark:NOM
            forlater  forlate   VERB  2 ccomp - VerbForm=Fin|Tense=Pres
            alliansen allianse  NOUN  5 obj
            """);
    List<Event> events =
        scene.read(
            List.of(
                demand("s1", "ravnia", scene.span("krevde"), scene.span("svar"), "sundland"),
                demand(
                    "s2",
                    "ravnia",
                    scene.span("Kravene er"),
                    scene.span("Nordmark forlater alliansen"),
                    null)),
            List.of(),
            List.of());
    assertThat(events)
        .filteredOn(event -> event.type() == EventType.REQUEST)
        .allSatisfy(event -> assertThat(event.recipients()).containsExactly("sundland"))
        .anySatisfy(event -> assertThat(event.why()).contains("recipient:as-before"));
  }

  @Test
  void anAttackUponNobodyNamedIsUponTheStateThatForcesWereGatheredAgainst() {
    List<Event> events =
        new Scene(
                "nb",
                "2021-05-04",
                AT_THE_BORDER,
                """
                Ravnia  Ravnia   PROPN 2 nsubj ravnia:RAV
                angriper angripe VERB  0 root  - VerbForm=Fin|Tense=Pres
                """)
            .read();
    Event attack =
        events.stream()
            .filter(event -> event.type() == EventType.ASSAULT)
            .findFirst()
            .orElseThrow();
    assertThat(attack.recipients()).containsExactly("sundland");
    assertThat(attack.why()).contains("recipient:opponent");
  }
}
