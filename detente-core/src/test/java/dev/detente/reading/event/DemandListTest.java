package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.record.Act;
import dev.detente.record.Event;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandListTest {
  private static List<Event> demands(Scene scene, String cue, String content, StatementKind kind) {
    Span span = scene.span(content);
    return scene.read(
        List.of(
            new Statement(
                "s1",
                "ravnia",
                scene.span("Ravnia"),
                scene.span(cue),
                List.of(span),
                kind,
                Act.DEMAND,
                null,
                List.of(),
                null,
                null,
                "demand")),
        List.of(),
        List.of());
  }

  @Test
  void twoClausesAreTwoDemands() {
    Scene scene =
        new Scene(
            "nb",
            "2021-05-04",
            """
            Ravnia   Ravnia    PROPN 2 nsubj ravnia
            krever   kreve     VERB  0 root  - VerbForm=Fin|Tense=Pres
            at       at        SCONJ 5 mark
            fangene  fange     NOUN  5 nsubj
            slippes  slippe    VERB  2 ccomp - VerbForm=Fin|Tense=Pres
            og       og        CCONJ 9 cc
            at       at        SCONJ 9 mark
            ministeren minister NOUN 9 nsubj
            fratrer  fratre    VERB  5 conj  - VerbForm=Fin|Tense=Pres
            .        .         PUNCT 2 punct
            """);
    List<Event> events =
        demands(
            scene, "krever", "fangene slippes og at ministeren fratrer", StatementKind.INDIRECT);
    assertThat(events)
        .extracting(Event::type)
        .containsExactly(EventType.REQUEST, EventType.REQUEST);
    assertThat(events.get(1).anchor()).isEqualTo(scene.span("fratrer"));
    assertThat(events.get(1).why()).contains("demand 2");
  }

  @Test
  void infinitivesAreDemandsOfTheirOwn() {
    Scene scene =
        new Scene(
            "nn",
            "2021-05-04",
            """
            Ravnia     Ravnia    PROPN 2 nsubj ravnia
            krev       krevje    VERB  0 root  - VerbForm=Fin|Tense=Pres
            å          å         PART  4 mark
            møte       møte      VERB  2 xcomp - VerbForm=Inf
            ministeren minister  NOUN  4 obj
            og         og        CCONJ 8 cc
            å          å         PART  8 mark
            sjå        sjå       VERB  4 conj  - VerbForm=Inf
            brevet     brev      NOUN  8 obj
            .          .         PUNCT 2 punct
            """);
    assertThat(demands(scene, "krev", "møte ministeren og å sjå brevet", StatementKind.INDIRECT))
        .hasSize(2);
  }

  @Test
  void whatSomebodyListsInOneDemandIsOne() {
    String sentence =
        """
        Ravnia   Ravnia    PROPN 2 nsubj ravnia
        demands  demand    VERB  0 root  - VerbForm=Fin|Tense=Pres
        bread    bread     NOUN  2 obj
        and      and       CCONJ 5 cc
        water    water     NOUN  3 conj
        .        .         PUNCT 2 punct
        """;
    assertThat(
            demands(
                new Scene("en", "2021-05-04", sentence),
                "demands",
                "bread and water",
                StatementKind.INDIRECT))
        .hasSize(1);
  }

  @Test
  void nounsThatEachSayMoreAreDemandsOfTheirOwn() {
    String sentence =
        """
        Ravnia   Ravnia    PROPN 2 nsubj ravnia
        demands  demand    VERB  0 root  - VerbForm=Fin|Tense=Pres
        higher   high      ADJ   4 amod
        wages    wage      NOUN  2 obj
        and      and       CCONJ 7 cc
        shorter  short     ADJ   7 amod
        hours    hour      NOUN  4 conj
        .        .         PUNCT 2 punct
        """;
    assertThat(
            demands(
                new Scene("en", "2021-05-04", sentence),
                "demands",
                "higher wages and shorter hours",
                StatementKind.INDIRECT))
        .hasSize(2);
    assertThat(
            demands(
                new Scene("en", "2021-05-04", sentence),
                "demands",
                "higher wages and shorter hours",
                StatementKind.DIRECT))
        .hasSize(1);
  }
}
