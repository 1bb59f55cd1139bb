package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NounGendersTest {
  private static final String PLURAL = "Definite=Def|Gender=%s|Number=Plur";
  private static final List<String> FEATS =
      List.of(
          "",
          PLURAL.formatted("Masc"),
          PLURAL.formatted("Fem"),
          PLURAL.formatted("Neut"),
          "Definite=Def|Gender=Masc|Number=Sing",
          "Gender=Neut|Number=Plur");

  private final NounGenders genders;

  NounGendersTest() throws IOException {
    genders =
        new NounGenders(
            Map.of("nb", List.of("nerve 9 0 0", "papir 0 0 3", "hand 1 20 0", "10 000 0 0 4")),
            FEATS);
  }

  /** Words in a row, all with the scores of the second. */
  private int chosen(String lemma, int best, float... scores) {
    float[] rows = new float[2 * FEATS.size()];
    System.arraycopy(scores, 0, rows, FEATS.size(), scores.length);
    return genders.choose("nb", lemma, best, rows, FEATS.size());
  }

  @Test
  void aKnownNounHasItsGenderUnlessTheNetworkIsSureOfAnother() {
    assertThat(chosen("nerve", 3, 0, 1.0f, 0, 1.5f)).isEqualTo(1);
    assertThat(chosen("Hand", 1, 0, 2.0f, 1.0f, 0)).isEqualTo(2);
    assertThat(chosen("nerve", 3, 0, 1.0f, 0, 9.0f)).isEqualTo(3);
    assertThat(chosen("10 000", 1, 0, 1.0f, 0, 0.5f)).isEqualTo(3);
  }

  @Test
  void aCompoundHasTheGenderOfItsLastPart() {
    assertThat(chosen("sakspapir", 1, 0, 1.0f, 0, 0)).isEqualTo(3);
    assertThat(chosen("xpapir", 1, 0, 1.0f, 0, 0)).as("one letter is no part").isEqualTo(1);
    assertThat(chosen("pulje", 2, 0, 1.0f, 1.1f, 0)).as("unknown").isEqualTo(2);
    assertThat(chosen("", 2, 0, 1.0f, 1.1f, 0)).isEqualTo(2);
  }

  @Test
  void aClassThatTheNetworkLacksIsNotChosen() {
    assertThat(chosen("nerve", 5, 0, 0, 0, 0, 0, 0.1f)).isEqualTo(5);
  }

  @Test
  void onlyNounsWhoseEndingDoesNotTellAreInDoubt() {
    assertThat(genders.doubts("nb", "NOUN", 1)).isTrue();
    assertThat(genders.doubts("nb", "NOUN", 4)).as("definite singular").isFalse();
    assertThat(genders.doubts("nb", "NOUN", 0)).as("without gender").isFalse();
    assertThat(genders.doubts("nb", "ADJ", 1)).isFalse();
    assertThat(genders.doubts("en", "NOUN", 1)).isFalse();
  }

  @Test
  void aBrokenLineIsNamed() {
    for (String line : List.of("nerve", "nerve 1 2", "nerve 1 x 2", "1 2 3")) {
      assertThatThrownBy(() -> new NounGenders(Map.of("nb", List.of(line)), FEATS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(line);
    }
  }
}
