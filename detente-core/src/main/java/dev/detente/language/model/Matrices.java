package dev.detente.language.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The arrays of {@code words.bin}: the bytes DTTW, a version, the number of arrays, then per array
 * its name, rows, columns, kind (0: floats; 1: a float scale per row, then signed bytes) and
 * values, all big-endian. Immutable and thread-safe.
 */
final class Matrices {
  private static final int MAGIC = 0x44545457;
  private static final int VERSION = 1;
  private static final int MAX_VALUES = 1 << 26;

  private final Map<String, Matrix> byName = new HashMap<>();

  private Matrices() {}

  /** Values by row, or bytes by row with a scale each. */
  static final class Matrix {
    final int rows;
    final int columns;
    private final float[] values;
    private final byte[] bytes;

    Matrix(int rows, int columns, float[] values, byte[] bytes) {
      this.rows = rows;
      this.columns = columns;
      this.values = values;
      this.bytes = bytes;
    }

    /** Adds a row, times the factor, to the target from the offset on. */
    void addRow(int row, float factor, float[] target, int offset) {
      int from = row * columns;
      if (bytes.length > 0) {
        float scale = values[row];
        for (int j = 0; j < columns; j++) {
          target[offset + j] += factor * (scale * bytes[from + j]);
        }
      } else {
        for (int j = 0; j < columns; j++) {
          target[offset + j] += factor * values[from + j];
        }
      }
    }

    /** Sets the target, of as many values as there are columns, to a row. */
    void copyRow(int row, float[] target) {
      int from = row * columns;
      for (int j = 0; j < columns; j++) {
        target[j] = bytes.length > 0 ? values[row] * bytes[from + j] : values[from + j];
      }
    }

    /** The inner product of a row with a vector. */
    double dot(int row, float[] vector) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += (double) values[row * columns + j] * vector[j];
      }
      return sum;
    }
  }

  static Matrices read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("words.bin is not a file of weights");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("words.bin has version " + version + ", expected " + VERSION);
    }
    Matrices matrices = new Matrices();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int rows = in.readInt();
      int columns = in.readInt();
      int kind = in.readByte();
      if (rows < 0 || columns < 0 || (long) rows * columns > MAX_VALUES) {
        throw new IOException("words.bin: " + name + " is " + rows + " by " + columns);
      }
      if (kind == 0) {
        float[] values = floats(in, rows * columns);
        matrices.byName.put(name, new Matrix(rows, columns, values, new byte[0]));
      } else {
        float[] scales = floats(in, rows);
        byte[] bytes = new byte[rows * columns];
        in.readFully(bytes);
        matrices.byName.put(name, new Matrix(rows, columns, scales, bytes));
      }
    }
    return matrices;
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    byte[] raw = new byte[4 * count];
    in.readFully(raw);
    float[] values = new float[count];
    java.nio.ByteBuffer.wrap(raw).asFloatBuffer().get(values);
    return values;
  }

  Matrix get(String name, int rows) throws IOException {
    Matrix matrix = byName.get(name);
    if (matrix == null) {
      throw new IOException("words.bin lacks the array " + name);
    }
    if (rows >= 0 && matrix.rows != rows) {
      throw new IOException(
          "words.bin: " + name + " has " + matrix.rows + " rows, expected " + rows);
    }
    return matrix;
  }
}
