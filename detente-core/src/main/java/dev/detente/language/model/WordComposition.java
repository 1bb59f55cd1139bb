package dev.detente.language.model;

import dev.detente.language.model.Matrices.Matrix;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A vector for a word form, independent of its context: the embeddings of the word, its affixes,
 * shape and character n-grams, through a small network. Computed once per form and kept in a
 * bounded cache; thread-safe, and a form has the same vector whatever else was asked for before.
 */
final class WordComposition {
  /**
   * Forms kept at most. A form costs about a kilobyte. Half of them are those that were asked for
   * lately: when that half is full it becomes the other one, whose forms are dropped if nobody asks
   * for them until the next turn.
   */
  static final int MAX_CACHED = 49152;

  private static final int MAX_CACHED_LENGTH = 64;
  private static final float GELU = (float) Math.sqrt(2 / Math.PI);

  private final Map<String, Integer> vocabulary;
  private final Matrix word;
  private final Matrix[] tables = new Matrix[WordFeatures.FIXED];
  private final Matrix grams;
  private final DenseLayer hidden;
  private final DenseLayer out;
  private final int width;
  private volatile Cache cache = new Cache(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

  /** The two halves of the cache. */
  private record Cache(
      ConcurrentHashMap<String, float[]> recent, ConcurrentHashMap<String, float[]> older) {}

  WordComposition(Map<String, Integer> vocabulary, Matrices matrices) throws IOException {
    this.vocabulary = vocabulary;
    word = matrices.get("word", vocabulary.size() + 1);
    int columns = word.columns;
    int at = 0;
    for (int n = 0; n < WordFeatures.SUFFIX_BUCKETS.length; n++) {
      tables[at++] = matrices.get("s" + (n + 1), WordFeatures.SUFFIX_BUCKETS[n]);
    }
    for (int n = 0; n < WordFeatures.PREFIX_BUCKETS.length; n++) {
      tables[at++] = matrices.get("p" + (n + 1), WordFeatures.PREFIX_BUCKETS[n]);
    }
    tables[at] = matrices.get("shape", WordFeatures.SHAPE_BUCKETS);
    for (Matrix table : tables) {
      columns += table.columns;
    }
    grams = matrices.get("grams", WordFeatures.GRAM_BUCKETS);
    columns += grams.columns;
    width = columns;
    hidden = new DenseLayer(matrices.get("hidden", width), matrices.get("hiddenBias", 1));
    out = new DenseLayer(matrices.get("out", hidden.outputs()), matrices.get("outBias", 1));
  }

  int size() {
    return out.outputs();
  }

  /** The vector of a form. Not to be changed. */
  float[] vector(String form) {
    if (form.length() > MAX_CACHED_LENGTH) {
      return compute(form);
    }
    Cache halves = cache;
    float[] vector = halves.recent().get(form);
    if (vector == null) {
      vector = halves.older().get(form);
      if (vector == null) {
        vector = compute(form);
      }
      keep(form, vector, halves);
    }
    return vector;
  }

  private void keep(String form, float[] vector, Cache halves) {
    halves.recent().put(form, vector);
    if (halves.recent().size() >= MAX_CACHED / 2) {
      turn(halves);
    }
  }

  private synchronized void turn(Cache full) {
    if (cache == full) {
      cache = new Cache(new ConcurrentHashMap<>(), full.recent());
    }
  }

  private float[] compute(String form) {
    int[] folded = WordFeatures.fold(form);
    float[] input = new float[width];
    int offset = 0;
    word.addRow(vocabulary.getOrDefault(WordFeatures.key(folded), 0), 1, input, offset);
    offset += word.columns;
    int[] fixed = WordFeatures.fixed(folded);
    for (int i = 0; i < fixed.length; i++) {
      tables[i].addRow(fixed[i], 1, input, offset);
      offset += tables[i].columns;
    }
    int[] buckets = WordFeatures.grams(folded);
    float factor = (float) (1 / Math.sqrt(Math.max(1, buckets.length)));
    for (int bucket : buckets) {
      grams.addRow(bucket, factor, input, offset);
    }
    float[] middle = hidden.apply(input);
    for (int i = 0; i < middle.length; i++) {
      middle[i] = gelu(middle[i]);
    }
    return out.apply(middle);
  }

  /** The Gaussian error linear unit in its tanh form, as in training. */
  static float gelu(float x) {
    return (float) (0.5 * x * (1 + StrictMath.tanh(GELU * (x + 0.044715 * x * x * x))));
  }
}
