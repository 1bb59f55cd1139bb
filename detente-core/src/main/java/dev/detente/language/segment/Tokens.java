package dev.detente.language.segment;

import java.util.Arrays;

/**
 * The words of a stretch of text as two growing arrays of UTF-16 indices, with a note on each word
 * that ends in a full stop of its own. Not thread-safe; one per call.
 */
final class Tokens {
  /** Nothing to note. */
  static final byte PLAIN = 0;

  /** An abbreviation that hardly ever ends a sentence ({@code f.eks.}). */
  static final byte INNER = 1;

  /** An abbreviation that may end a sentence ({@code osv.}). */
  static final byte FINAL = 2;

  /** An initial of a name ({@code W.}). */
  static final byte INITIAL = 3;

  /** An ordinal ({@code 7.}). */
  static final byte ORDINAL = 4;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] notes = new byte[64];
  private int size;

  void add(int start, int end, byte note) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      notes = Arrays.copyOf(notes, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    notes[size++] = note;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  byte note(int index) {
    return notes[index];
  }
}
