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
  private boolean cut;

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

  /** Adds a word that is too long for one, in pieces; no piece begins inside a surrogate pair. */
  void addPieces(String text, int start, int end, int longest) {
    int at = start;
    while (end - at > longest) {
      int to = at + longest;
      if (Character.isLowSurrogate(text.charAt(to))
          && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      add(at, to, PLAIN);
      at = to;
    }
    add(at, end, PLAIN);
    cut = true;
  }

  void clear() {
    size = 0;
  }

  /** Whether any word was too long, since the beginning of the text. */
  boolean cut() {
    return cut;
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
