package dev.detente.language.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the network gives for the words of a batch, one row a word; what is rarely needed is taken
 * from it when it is asked for. Heads are counted from 1 through all words of the batch, 0 is
 * everybody's root. Valid until the result is closed; for one thread.
 */
final class Scores {
  static final String MARKS = "marks";
  static final String FEATURES = "featScores";

  final long[] upos;
  final long[] feats;
  final long[] scripts;
  final long[] heads;
  final long[] relations;
  final float[][] names;

  /** Without rows when none were asked for. */
  final float[][] marks;

  private final OrtSession.Result result;
  private float @Nullable [] features;

  Scores(OrtSession.Result result, boolean marked) throws OrtException {
    this.result = result;
    upos = (long[]) value("upos").getValue();
    feats = (long[]) value("feats").getValue();
    scripts = (long[]) value("script").getValue();
    heads = (long[]) value("head").getValue();
    relations = (long[]) value("rel").getValue();
    names = (float[][]) value("names").getValue();
    marks = marked ? (float[][]) value(MARKS).getValue() : new float[0][];
  }

  /** The scores of the classes of features, word by word. */
  float[] features() {
    float[] known = features;
    if (known == null) {
      FloatBuffer buffer = ((OnnxTensor) value(FEATURES)).getFloatBuffer();
      known = new float[buffer.remaining()];
      buffer.get(known);
      features = known;
    }
    return known;
  }

  /** The scores of the arcs between some words that follow each other, with the root first. */
  float[][] arcs(int first, int words) throws OrtException {
    float[][] every = (float[][]) value("arcs").getValue();
    float[][] arcs = new float[words][words + 1];
    for (int i = 0; i < words; i++) {
      arcs[i][0] = every[first + i][0];
      System.arraycopy(every[first + i], first + 1, arcs[i], 1, words);
    }
    return arcs;
  }

  /** What each word has for its relation as a dependent. */
  float[][] dependents() throws OrtException {
    return (float[][]) value("relDep").getValue();
  }

  /** What each word has for the relations of its dependents, with the root first. */
  float[][] governors() throws OrtException {
    return (float[][]) value("relHead").getValue();
  }

  private OnnxValue value(String name) {
    return result
        .get(name)
        .orElseThrow(() -> new IllegalStateException("the model has no output " + name));
  }
}
