package dev.detente.language;

import dev.detente.article.Span;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence: words and their tree. Immutable and thread-safe. Word indices are 0-based positions
 * in {@link #words()}.
 *
 * <p>The tree is taken as given; methods that walk it stop after as many steps as there are words,
 * so that a malformed tree from outside costs time but never a loop.
 */
public final class Sentence {
  private final List<Word> words;
  private final Span span;
  private final int passage;
  private final int[][] children;

  /**
   * @param words at least one, in order of the text
   * @param passage index of the article's passage that the sentence stands in; -1 when unknown
   */
  public Sentence(List<Word> words, int passage) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a sentence has at least one word");
    }
    this.words = List.copyOf(words);
    this.passage = passage;
    this.span = new Span(words.get(0).span().start(), words.get(words.size() - 1).span().end());
    int[] counts = new int[words.size()];
    for (Word word : words) {
      if (word.head() >= 0) {
        counts[word.head()]++;
      }
    }
    children = new int[words.size()][];
    for (int i = 0; i < counts.length; i++) {
      children[i] = new int[counts[i]];
    }
    Arrays.fill(counts, 0);
    for (int i = 0; i < words.size(); i++) {
      int head = words.get(i).head();
      if (head >= 0) {
        children[head][counts[head]++] = i;
      }
    }
  }

  public List<Word> words() {
    return words;
  }

  public Word word(int index) {
    return words.get(index);
  }

  public int size() {
    return words.size();
  }

  /** From the first word's start to the last word's end, in code points. */
  public Span span() {
    return span;
  }

  /** Index of the article's passage that the sentence stands in; -1 when unknown. */
  public int passage() {
    return passage;
  }

  /** Dependents of a word, in order of the text. The array is a copy. */
  public int[] children(int index) {
    return children[index].clone();
  }

  /** Index of the first word without a head; 0 when every word has one. */
  public int root() {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).head() < 0) {
        return i;
      }
    }
    return 0;
  }

  /**
   * First dependent with this relation (without subtype, or with it when the argument has a colon);
   * -1 if none.
   */
  public int child(int index, String relation) {
    for (int child : children[index]) {
      Word word = words.get(child);
      if (relation.indexOf(':') >= 0
          ? word.deprel().equals(relation)
          : word.relation().equals(relation)) {
        return child;
      }
    }
    return -1;
  }

  /** Whether the first word is the second or stands above it in the tree. */
  public boolean dominates(int ancestor, int index) {
    int at = index;
    for (int steps = 0; at >= 0 && steps <= words.size(); steps++) {
      if (at == ancestor) {
        return true;
      }
      at = words.get(at).head();
    }
    return false;
  }

  /** The word and all below it, ascending. Each word is visited once. */
  public int[] subtree(int index) {
    boolean[] seen = new boolean[words.size()];
    int[] found = new int[words.size()];
    int count = 0;
    found[count++] = index;
    seen[index] = true;
    for (int next = 0; next < count; next++) {
      for (int child : children[found[next]]) {
        if (!seen[child]) {
          seen[child] = true;
          found[count++] = child;
        }
      }
    }
    int[] subtree = Arrays.copyOf(found, count);
    Arrays.sort(subtree);
    return subtree;
  }

  /**
   * From the start of the leftmost to the end of the rightmost word of the subtree, in code points.
   */
  public Span subtreeSpan(int index) {
    int[] subtree = subtree(index);
    return new Span(
        words.get(subtree[0]).span().start(), words.get(subtree[subtree.length - 1]).span().end());
  }
}
