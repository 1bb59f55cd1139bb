package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.reading.actor.Cast;
import org.junit.jupiter.api.Test;

class NamingTest {
  private static final Scene SCENE =
      new Scene(
          "nb",
          "2021-05-04",
          """
          Den            den         DET  3 det
          ravniske       ravnisk     ADJ  3 amod  ravnia:RAV
          presidenten    president   NOUN 4 nsubj presidenten:RAV Definite=Def|Number=Sing
          kritiserte     kritisere   VERB 0 root  - VerbForm=Fin
          demonstrantene demonstrant NOUN 4 obj   demonstrantene  Definite=Def|Number=Plur
          """,
          """
          I       i       ADP  2 case
          Solvik  Solvik  PROPN 3 obl
          regnet  regne   VERB 0 root - VerbForm=Fin
          det     det     PRON 3 expl
          """);

  private static final Cast CAST = SCENE.cast();
  private static final Naming NAMING = new Naming(SCENE.article(), CAST);
  private static final Chunks CHUNKS = new Chunks(CAST);

  private static Chunks.Chunk chunk(String actor) {
    return CHUNKS.of(0, SCENE.article().sentence(0)).stream()
        .filter(chunk -> chunk.actor().equals(actor))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNationalityNamesItsStateWithinSomebodyElse() {
    assertThat(NAMING.nested(0, chunk("ravnia"))).isTrue();
    assertThat(NAMING.form(0, chunk("ravnia"))).isEqualTo("ADJ:nested");
    assertThat(NAMING.nested(0, chunk("presidenten"))).isFalse();
  }

  @Test
  void aNounTellsItsNumberAndDefiniteness() {
    assertThat(NAMING.form(0, chunk("demonstrantene"))).isEqualTo("NOUNPlurDef");
  }

  @Test
  void aSentenceIsAboutItsSubject() {
    assertThat(NAMING.subject(0)).isEqualTo("presidenten");
    assertThat(NAMING.subject(1)).isNull();
  }
}
