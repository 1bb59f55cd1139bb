package dev.detente.source.duplicate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two phrases that are alike differ in more than editors do to the look of a
 * sentence. Words are not understood: whatever might change the meaning counts as a change.
 */
final class ChangedPhrase {
  /** Alike from this share of words on. */
  private static final double ALIKE = 0.5;

  /** Or when so much of the shorter one is in the longer. */
  private static final double CONTAINED = 0.8;

  /** A clause of fewer words may be a negation or an attribution. */
  private static final int CLAUSE = 4;

  private static final int SHORTEST_TYPO = 6;

  private ChangedPhrase() {}

  /**
   * The words in which two phrases differ; empty when editing explains it, null when the two are
   * not alike at all.
   */
  static @Nullable String between(Phrase a, Phrase b) {
    if (!alike(a.inCommon(b), a, b)) {
      return null;
    }
    int[][] common = commonWords(a, b);
    if (!alike(common[0][0], a, b)) {
      return null;
    }
    return differences(a, b, common);
  }

  private static boolean alike(int common, Phrase a, Phrase b) {
    int shorter = Math.min(a.length(), b.length());
    return 2.0 * common / (a.length() + b.length()) >= ALIKE
        || (shorter >= CLAUSE && common >= CONTAINED * shorter);
  }

  /** Lengths of the longest common subsequences of all ends of the two. */
  private static int[][] commonWords(Phrase a, Phrase b) {
    int[][] common = new int[a.length() + 1][b.length() + 1];
    for (int i = a.length() - 1; i >= 0; i--) {
      for (int j = b.length() - 1; j >= 0; j--) {
        common[i][j] =
            a.words()[i].equals(b.words()[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static String differences(Phrase a, Phrase b, int[][] common) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      int fromA = i;
      int fromB = j;
      while ((i < a.length() || j < b.length())
          && !(i < a.length() && j < b.length() && a.words()[i].equals(b.words()[j]))) {
        if (j == b.length() || (i < a.length() && common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      if ((i > fromA || j > fromB) && !isEditing(a, fromA, i, b, fromB, j)) {
        return words(a, fromA, i) + " → " + words(b, fromB, j);
      }
      i++;
      j++;
    }
    return "";
  }

  private static String words(Phrase phrase, int from, int to) {
    // With one word before it, which says where.
    return String.join(" ", Arrays.copyOfRange(phrase.words(), Math.max(0, from - 1), to));
  }

  private static boolean isEditing(Phrase a, int fromA, int toA, Phrase b, int fromB, int toB) {
    if (fromA == toA) {
      return isClause(b, fromB, toB);
    }
    if (fromB == toB) {
      return isClause(a, fromA, toA);
    }
    String one = joined(a, fromA, toA);
    String other = joined(b, fromB, toB);
    if (one.equals(other)) {
      return true;
    }
    return toA - fromA == 1
        && toB - fromB == 1
        && !a.named()[fromA]
        && !b.named()[fromB]
        && isMisspelling(one, other);
  }

  /** Words put together, so that {@code e-post} is {@code epost}. */
  private static String joined(Phrase phrase, int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (phrase.named()[i] && Character.isDigit(phrase.words()[i].charAt(0))) {
        // 1,5 is not 15.
        joined.append(' ').append(phrase.words()[i]).append(' ');
      } else {
        joined.append(phrase.words()[i].replace("-", ""));
      }
    }
    return joined.toString();
  }

  /** A clause between marks, without names and numbers: it may be left out. */
  private static boolean isClause(Phrase phrase, int from, int to) {
    if (to - from < CLAUSE || !phrase.breaks()[from] || !phrase.breaks()[to]) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (phrase.named()[i]) {
        return false;
      }
    }
    return from > 0;
  }

  /** Two letters that have changed places, or a letter doubled: hardly ever another word. */
  private static boolean isMisspelling(String one, String other) {
    if (Math.min(one.length(), other.length()) < SHORTEST_TYPO) {
      return false;
    }
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    int at = 0;
    while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
      at++;
    }
    if (longer.length() == shorter.length()) {
      return at + 1 < longer.length()
          && shorter.charAt(at) == longer.charAt(at + 1)
          && shorter.charAt(at + 1) == longer.charAt(at)
          && shorter.substring(at + 2).equals(longer.substring(at + 2));
    }
    return longer.length() == shorter.length() + 1
        && at > 0
        && longer.charAt(at) == longer.charAt(at - 1)
        && shorter.substring(at).equals(longer.substring(at + 1));
  }
}
