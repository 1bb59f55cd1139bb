package dev.detente.language.model;

import dev.detente.language.model.Matrices.Matrix;
import java.util.Arrays;

/**
 * A fully connected layer: a weighted sum of the input for each output, plus a bias.
 *
 * <p>Sums are taken input by input, in order, so that a result is the same on every machine. Eight
 * outputs are summed side by side, each in a variable of its own: this is quick without any help
 * from the compiler, also the JVM's first one. Immutable and thread-safe.
 */
final class DenseLayer {
  private static final int TOGETHER = 8;

  /** By output, padded with outputs of no weight to a multiple of {@link #TOGETHER}. */
  private final float[][] weights;

  private final float[] bias;
  private final int outputs;

  /**
   * @param weights a row per input, a column per output
   * @param bias one row, a column per output
   */
  DenseLayer(Matrix weights, Matrix bias) {
    outputs = weights.columns;
    int padded = (outputs + TOGETHER - 1) / TOGETHER * TOGETHER;
    this.weights = new float[padded][weights.rows];
    this.bias = new float[padded];
    bias.addRow(0, 1, this.bias, 0);
    float[] row = new float[outputs];
    for (int i = 0; i < weights.rows; i++) {
      weights.copyRow(i, row);
      for (int j = 0; j < outputs; j++) {
        this.weights[j][i] = row[j];
      }
    }
  }

  int outputs() {
    return outputs;
  }

  /** The outputs for an input of as many values as the weights have rows. */
  float[] apply(float[] input) {
    float[] sums = new float[bias.length];
    for (int j = 0; j < sums.length; j += TOGETHER) {
      eight(input, j, sums);
    }
    return sums.length == outputs ? sums : Arrays.copyOf(sums, outputs);
  }

  private void eight(float[] x, int j, float[] sums) {
    float[] w0 = weights[j];
    float[] w1 = weights[j + 1];
    float[] w2 = weights[j + 2];
    float[] w3 = weights[j + 3];
    float[] w4 = weights[j + 4];
    float[] w5 = weights[j + 5];
    float[] w6 = weights[j + 6];
    float[] w7 = weights[j + 7];
    float s0 = bias[j];
    float s1 = bias[j + 1];
    float s2 = bias[j + 2];
    float s3 = bias[j + 3];
    float s4 = bias[j + 4];
    float s5 = bias[j + 5];
    float s6 = bias[j + 6];
    float s7 = bias[j + 7];
    for (int i = 0; i < x.length; i++) {
      float value = x[i];
      s0 += value * w0[i];
      s1 += value * w1[i];
      s2 += value * w2[i];
      s3 += value * w3[i];
      s4 += value * w4[i];
      s5 += value * w5[i];
      s6 += value * w6[i];
      s7 += value * w7[i];
    }
    sums[j] = s0;
    sums[j + 1] = s1;
    sums[j + 2] = s2;
    sums[j + 3] = s3;
    sums[j + 4] = s4;
    sums[j + 5] = s5;
    sums[j + 6] = s6;
    sums[j + 7] = s7;
  }
}
