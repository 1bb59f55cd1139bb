package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.language.model.Matrices.Matrix;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseLayerTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "5, 8", "7, 13", "30, 24", "704, 3"})
  void sumsInTheOrderOfTheInputs(int inputs, int outputs) {
    Random random = new Random(31L * inputs + outputs);
    float[] weights = floats(random, inputs * outputs);
    float[] bias = floats(random, outputs);
    float[] input = floats(random, inputs);

    float[] expected = bias.clone();
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < outputs; j++) {
        expected[j] += input[i] * weights[i * outputs + j];
      }
    }

    DenseLayer layer =
        new DenseLayer(
            new Matrix(inputs, outputs, weights, new byte[0]),
            new Matrix(1, outputs, bias, new byte[0]));
    assertThat(layer.outputs()).isEqualTo(outputs);
    assertThat(layer.apply(input)).containsExactly(expected);
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
