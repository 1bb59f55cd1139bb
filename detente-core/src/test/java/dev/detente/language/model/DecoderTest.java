package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderTest {

  @Test
  void aCycleIsBrokenWhereItCostsLeast() {
    // Words 1 and 2 prefer each other; the root would rather have word 2.
    float[][] scores = {{1, 0, 9}, {4, 8, 0}};
    assertThat(TreeDecoder.isTree(new int[] {2, 1})).isFalse();
    assertThat(TreeDecoder.bestTree(scores)).containsExactly(2, 0);
  }

  @Test
  void aSecondRootIsNeverKept() {
    float[][] scores = {{9, 0, 1, 1}, {9, 2, 0, 1}, {9, 1, 7, 0}};
    assertThat(TreeDecoder.isTree(new int[] {0, 0, 0})).isFalse();
    int[] heads = TreeDecoder.bestTree(scores);
    assertThat(TreeDecoder.isTree(heads)).isTrue();
    assertThat(heads).containsExactly(0, 1, 2);
  }

  @Test
  void theTreeIsTheBestOfAllTrees() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(5);
      float[][] scores = new float[n][n + 1];
      for (float[] row : scores) {
        for (int j = 0; j <= n; j++) {
          row[j] = random.nextInt(10);
        }
      }
      int[] heads = TreeDecoder.bestTree(scores);
      assertThat(TreeDecoder.isTree(heads)).isTrue();
      assertThat(score(scores, heads)).isEqualTo(bestOfAll(scores, new int[n], 0));
    }
  }

  private static double bestOfAll(float[][] scores, int[] heads, int at) {
    if (at == heads.length) {
      return TreeDecoder.isTree(heads) ? score(scores, heads) : Double.NEGATIVE_INFINITY;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int head = 0; head <= heads.length; head++) {
      heads[at] = head;
      if (head != at + 1) {
        best = Math.max(best, bestOfAll(scores, heads, at + 1));
      }
    }
    return best;
  }

  private static double score(float[][] scores, int[] heads) {
    double sum = 0;
    for (int i = 0; i < heads.length; i++) {
      sum += scores[i][heads[i]];
    }
    return sum;
  }

  @Test
  void namesAreWellFormed() {
    NameDecoder decoder =
        new NameDecoder(
            List.of("O", "B-PER", "I-PER", "E-PER", "S-PER", "B-ORG", "I-ORG", "E-ORG", "S-ORG"));
    // An end of an organisation cannot follow the start of a person, though both score best.
    float[][] scores = {{0, 5, 0, 0, 4, 0, 0, 0, 0}, {0, 0, 0, 3, 0, 0, 0, 4, 0}};
    assertThat(decoder.decode(scores)).containsExactly("B-PER", "I-PER");
    assertThat(decoder.decode(new float[][] {{0, 5, 0, 0, 4, 0, 0, 0, 0}}))
        .containsExactly("B-PER");
    assertThat(decoder.decode(new float[][] {{0, 9, 9, 9, 0, 0, 0, 0, 0}})).containsExactly("O");
  }

  @Test
  void scriptsEditFormsByCodePoints() {
    assertThat(EditScript.parse("l|0||2|e").apply("Skrevet")).isEqualTo("skreve");
    assertThat(EditScript.parse("t|0||1|").apply("NORGES")).isEqualTo("Norge");
    assertThat(EditScript.parse("k|0||1|").apply("Kinas")).isEqualTo("Kina");
    assertThat(EditScript.parse("=|være").apply("er")).isEqualTo("være");
    assertThat(EditScript.parse("l|0||9|x").apply("Kort")).isEqualTo("kort");
    assertThat(EditScript.parse("l|0|$|0|").apply("😀")).isEqualTo("$😀");
  }

  @Test
  void namesOfRandomScoresNeverBreakTheScheme() {
    NameDecoder decoder = new NameDecoder(List.of("O", "B-A", "I-A", "E-A", "S-A"));
    Random random = new Random(3);
    float[][] scores = new float[40][5];
    for (float[] row : scores) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextFloat();
      }
    }
    String[] names = decoder.decode(scores);
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("I-")) {
        assertThat(Arrays.asList("B-A", "I-A")).contains(names[i - 1]);
      }
    }
  }
}
