package dev.detente.source.duplicate;

import java.util.Arrays;

/**
 * A sentence as it is compared: its words without case and marks, and what the marks and capitals
 * said. Immutable.
 *
 * @param words in lower case; a question mark, and signs before and after numbers, are words
 * @param named whether the word at the same index has a capital or a digit
 * @param breaks whether a comma, dash, bracket or the like stands before the word; one longer than
 *     the words, for what stands after the last
 * @param bag hashes of the words, ascending
 * @param hash of the words in order
 * @param heading whether it ends without a mark
 */
record Phrase(
    String[] words, boolean[] named, boolean[] breaks, long[] bag, long hash, boolean heading) {
  int length() {
    return words.length;
  }

  boolean sameWords(Phrase other) {
    return hash == other.hash && Arrays.equals(words, other.words);
  }

  /** How many words the two have in common, in whatever order. */
  int inCommon(Phrase other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < bag.length && j < other.bag.length) {
      if (bag[i] == other.bag[j]) {
        common++;
        i++;
        j++;
      } else if (bag[i] < other.bag[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  static Phrase of(String[] words, boolean[] named, boolean[] breaks, boolean heading) {
    long hash = Hash.START;
    long[] bag = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      bag[i] = Hash.of(words[i]);
      hash = Hash.add(hash, bag[i]);
    }
    Arrays.sort(bag);
    return new Phrase(words, named, breaks, bag, hash, heading);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phrase phrase && sameWords(phrase);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
