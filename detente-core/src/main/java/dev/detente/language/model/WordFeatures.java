package dev.detente.language.model;

import java.util.Arrays;

/**
 * Context-free features of a word form, hashed: affixes, shape and character n-grams.
 *
 * <p>The numbers are those of {@code training/features.py}; a parity test keeps the two equal.
 * Everything is defined on Unicode code points. A feature is hashed with 32-bit FNV-1a over its
 * UTF-8 bytes, started from a seed of its own, followed by the final mixing of MurmurHash3.
 */
final class WordFeatures {
  /** Longer forms keep their first and last {@code MAX_CHARS / 2} code points. */
  static final int MAX_CHARS = 40;

  static final int MAX_GRAMS = 40;
  static final int[] SUFFIX_BUCKETS = {512, 4096, 8192, 16384, 16384};
  static final int[] PREFIX_BUCKETS = {512, 4096, 8192, 16384};
  static final int SHAPE_BUCKETS = 1024;
  static final int GRAM_BUCKETS = 32768;

  /** Suffixes, prefixes and shape. */
  static final int FIXED = SUFFIX_BUCKETS.length + PREFIX_BUCKETS.length + 1;

  private static final int SUFFIX_SEED = 1;
  private static final int PREFIX_SEED = 11;
  private static final int SHAPE_SEED = 21;
  private static final int GRAM_SEED = 31;
  private static final int MAX_SHAPE = 12;

  private WordFeatures() {}

  /**
   * The code points of a form with typographic quotes and dashes as ASCII, cut in the middle when
   * too long.
   */
  static int[] fold(String form) {
    int[] points;
    if (form.length() > 4 * MAX_CHARS) {
      // Cut before counting, so that a word of a million letters costs no more than a short one.
      int[] head = form.substring(0, 2 * MAX_CHARS).codePoints().limit(MAX_CHARS / 2).toArray();
      int[] tail = form.substring(form.length() - 2 * MAX_CHARS).codePoints().toArray();
      points = Arrays.copyOf(head, MAX_CHARS);
      System.arraycopy(tail, tail.length - MAX_CHARS / 2, points, MAX_CHARS / 2, MAX_CHARS / 2);
    } else {
      points = form.codePoints().toArray();
      if (points.length > MAX_CHARS) {
        int[] cut = Arrays.copyOf(points, MAX_CHARS);
        System.arraycopy(points, points.length - MAX_CHARS / 2, cut, MAX_CHARS / 2, MAX_CHARS / 2);
        points = cut;
      }
    }
    for (int i = 0; i < points.length; i++) {
      points[i] = fold(points[i]);
    }
    return points;
  }

  private static int fold(int c) {
    return switch (c) {
      case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2BA -> '"';
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2BC, 0xB4, 0x60 -> '\'';
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
      case 0xA0 -> ' ';
      default -> c;
    };
  }

  /** Simple lower case of one code point. */
  static int lower(int c) {
    return Character.toLowerCase(c);
  }

  /** The form under which a word is looked up in the vocabulary: folded, lower case. */
  static String key(int[] folded) {
    int[] lower = new int[folded.length];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = lower(folded[i]);
    }
    return new String(lower, 0, lower.length);
  }

  /** Letters to X and x, digits to d, other ASCII kept, anything else ?; runs cut to two. */
  static int[] shape(int[] folded) {
    int[] out = new int[MAX_SHAPE];
    int size = 0;
    for (int c : folded) {
      int s;
      if (lower(c) != c) {
        s = 'X';
      } else if (c >= '0' && c <= '9') {
        s = 'd';
      } else if (Character.isLetter(c)) {
        s = 'x';
      } else {
        s = c < 0x80 ? c : '?';
      }
      if (size >= 2 && out[size - 1] == s && out[size - 2] == s) {
        continue;
      }
      out[size++] = s;
      if (size == MAX_SHAPE) {
        break;
      }
    }
    return Arrays.copyOf(out, size);
  }

  /** Lower case with every ASCII digit as 0. */
  private static int[] plain(int[] folded) {
    int[] out = new int[folded.length];
    for (int i = 0; i < out.length; i++) {
      int c = lower(folded[i]);
      out[i] = c >= '0' && c <= '9' ? '0' : c;
    }
    return out;
  }

  /** The bucket of every suffix, prefix and of the shape; 0 where the word is too short for one. */
  static int[] fixed(int[] folded) {
    int[] points = plain(folded);
    int length = points.length;
    int[] out = new int[FIXED];
    int at = 0;
    for (int n = 1; n <= SUFFIX_BUCKETS.length; n++) {
      out[at++] =
          length < n
              ? 0
              : bucket(SUFFIX_SEED + n - 1, points, length - n, length, SUFFIX_BUCKETS[n - 1]);
    }
    for (int n = 1; n <= PREFIX_BUCKETS.length; n++) {
      out[at++] = length < n ? 0 : bucket(PREFIX_SEED + n - 1, points, 0, n, PREFIX_BUCKETS[n - 1]);
    }
    int[] shape = shape(folded);
    out[at] = bucket(SHAPE_SEED, shape, 0, shape.length, SHAPE_BUCKETS);
    return out;
  }

  /** The buckets of the character 3- and 4-grams of the word between angle brackets. */
  static int[] grams(int[] folded) {
    int[] plain = plain(folded);
    int[] points = new int[plain.length + 2];
    points[0] = '<';
    System.arraycopy(plain, 0, points, 1, plain.length);
    points[points.length - 1] = '>';
    int[] out = new int[MAX_GRAMS];
    int size = 0;
    for (int n = 3; n <= 4; n++) {
      for (int i = 0; i + n <= points.length && size < MAX_GRAMS; i++) {
        out[size++] = bucket(GRAM_SEED, points, i, i + n, GRAM_BUCKETS);
      }
    }
    return Arrays.copyOf(out, size);
  }

  private static int bucket(int seed, int[] points, int from, int to, int buckets) {
    return 1 + Integer.remainderUnsigned(hash(seed, points, from, to), buckets - 1);
  }

  static int hash(int seed, int[] points, int from, int to) {
    int h = (0x811C9DC5 ^ seed) * 0x01000193;
    for (int i = from; i < to; i++) {
      int c = points[i];
      if (c < 0x80) {
        h = (h ^ c) * 0x01000193;
      } else if (c < 0x800) {
        h = (h ^ (0xC0 | c >> 6)) * 0x01000193;
        h = (h ^ (0x80 | c & 0x3F)) * 0x01000193;
      } else if (c < 0x10000) {
        h = (h ^ (0xE0 | c >> 12)) * 0x01000193;
        h = (h ^ (0x80 | c >> 6 & 0x3F)) * 0x01000193;
        h = (h ^ (0x80 | c & 0x3F)) * 0x01000193;
      } else {
        h = (h ^ (0xF0 | c >> 18)) * 0x01000193;
        h = (h ^ (0x80 | c >> 12 & 0x3F)) * 0x01000193;
        h = (h ^ (0x80 | c >> 6 & 0x3F)) * 0x01000193;
        h = (h ^ (0x80 | c & 0x3F)) * 0x01000193;
      }
    }
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
