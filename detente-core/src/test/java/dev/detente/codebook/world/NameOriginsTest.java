package dev.detente.codebook.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameOriginsTest {
  private static final NameOrigins NAMES = World.load(Codebook.bundled()).names();

  @ParameterizedTest
  @CsvSource({
    "Torhild Skogvang, NOR, LBN",
    "Haruki Yamashita, JPN, NOR",
    "Anastasios Pavlidis, GRC, TUR",
    "Ruhollah Sharifzadeh, IRN, GBR"
  })
  void tellsTheLikelierOfTwoCountries(String name, String right, String other) {
    Map<String, Double> scores = NAMES.scores(name, List.of(other, right));
    assertThat(scores.get(right)).isGreaterThan(scores.get(other));
  }

  @Test
  void knowsNothingOfWhatIsNoName() {
    assertThat(NAMES.scores("\u4e00\u4e00", List.of("NOR", "SWE")))
        .containsExactly(Map.entry("NOR", 0.0), Map.entry("SWE", 0.0));
    assertThat(NAMES.scores("", List.of("NOR"))).containsOnlyKeys("NOR");
    assertThat(NAMES.scores("Kari Vik", List.of())).isEmpty();
  }
}
