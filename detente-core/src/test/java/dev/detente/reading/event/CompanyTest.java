package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final Scene SCENE =
      new Scene(
          "nb",
          "2021-05-04",
          """
          Ravnia     Ravnia     PROPN 2 nsubj Ravnia:RAV
          foreslo    foreslå    VERB  0 root
          fiskekvoter fiskekvote NOUN 2 obj
          """,
          """
          Solvik  Solvik  PROPN 2 nsubj Solvik:SOL
          takket  takke   VERB  0 root
          Torland Torland PROPN 2 obj   Torland:RAV
          """,
          """
          Nordvik    Nordvik   PROPN 2 nsubj Nordvik:RAV
          kaller     kalle     VERB  0 root
          fiskekvotene fiskekvote NOUN 2 obj - Definite=Def
          urimelige  urimelig  ADJ   2 xcomp
          """);

  private static final Cast CAST = SCENE.cast();

  private static Company.Order order(@Nullable String known) {
    Statement statement =
        new Statement(
            "s1",
            "Nordvik",
            null,
            SCENE.span("kaller"),
            List.of(new Span(SCENE.span("fiskekvotene").start(), SCENE.span("urimelige").end())),
            StatementKind.INDIRECT,
            Act.CRITICISE,
            null,
            List.of(),
            null,
            null,
            "test");
    Draft draft =
        new Draft(
            new Draft.Source(2, 1, null, statement),
            EventType.ACCUSE,
            null,
            List.of(),
            null,
            List.of("Nordvik"),
            List.of(),
            null,
            null,
            EventStatus.ACTUAL,
            null,
            List.of(),
            SCENE.span("kaller"),
            SCENE.article().sentence(2).span(),
            3,
            "test");
    return new Company(
            SCENE.article(),
            CAST,
            new Chunks(CAST),
            new Naming(SCENE.article(), CAST),
            List.of(statement))
        .order(draft, statement, known);
  }

  @Test
  void whoseWordsAreSpokenOfGoesWithThem() {
    assertThat(order("Nordvik").features("Ravnia"))
        .contains("alike=0", "alike-lead=0", "recent=2", "recent-lead=1");
    assertThat(order("Nordvik").features("Torland")).contains("alike=none", "alike-by=none");
  }

  @Test
  void whoWasMentionedLastComesFirst() {
    assertThat(order("Nordvik").features("Torland"))
        .contains("recent=0", "recent-abroad=none", "recent-lead=none");
    assertThat(order("Nordvik").features("Solvik"))
        .contains("recent=1", "recent-abroad=0", "recent-lead=0");
    assertThat(order("Torland").features("Torland")).contains("recent=none");
  }
}
