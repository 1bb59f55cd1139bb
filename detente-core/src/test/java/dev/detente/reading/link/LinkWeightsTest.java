package dev.detente.reading.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkWeightsTest {
  @Test
  void aNameIsFoundHoweverItIsCut() {
    Map<String, double[]> rows = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      rows.put("cue ord" + i + " same", new double[] {i});
    }
    LinkWeights weights = new LinkWeights(rows);
    for (int i = 0; i < 1000; i++) {
      assertThat(weights.row("cue ", "ord" + i, " same", "")).containsExactly(i);
      assertThat(weights.row("", "cue o", "rd", i + " same")).containsExactly(i);
    }
    assertThat(weights.row("cue ", "ord1000", " same", "")).isNull();
    assertThat(weights.row("cue ", "ord1", "", "")).isNull();
    assertThat(weights.row("cue ord1 same", "", "", "x".repeat(5000))).isNull();
  }

  @Test
  void namesWithOneHashCodeAreTwoNames() {
    LinkWeights weights =
        new LinkWeights(Map.of("Aa same", new double[] {1}, "BB same", new double[] {2}));
    assertThat(weights.row("Aa", " same", "", "")).containsExactly(1);
    assertThat(weights.row("B", "B", " ", "same")).containsExactly(2);
    assertThat(weights.row("AaBB", "", "", "")).isNull();
    assertThat(new LinkWeights(Map.of()).row("", "", "", "")).isNull();
  }
}
