package dev.detente.source.page;

import org.jspecify.annotations.Nullable;

/**
 * A block-level element, as far as finding the body needs it. Filled while the page is walked,
 * summed afterwards; not thread-safe.
 */
final class Container {
  final @Nullable Container parent;
  final String tag;

  /** Number in the order in which elements begin. */
  final int index;

  final int depth;

  /** What its own names say. */
  final int hints;

  /** What its tag says, and the tags around it; see {@link Place}. */
  final int places;

  /** Hints of its own and of all around it, save where they cannot be meant; set when summed. */
  int allHints;

  /** Characters of text in it, whatever the depth. */
  int chars;

  /** Those that stand in links. */
  int linkChars;

  /** Characters of running text: of blocks that read like paragraphs. */
  int prose;

  /** Running text of the blocks that stand directly in it. */
  int ownProse;

  /** Number of blocks directly in it. */
  int blocks;

  Container(@Nullable Container parent, String tag, int index, int depth, int hints, int places) {
    this.parent = parent;
    this.tag = tag;
    this.index = index;
    this.depth = depth;
    this.hints = hints;
    this.places = places;
  }

  boolean contains(@Nullable Container other) {
    for (Container c = other; c != null && c.depth >= depth; c = c.parent) {
      if (c == this) {
        return true;
      }
    }
    return false;
  }
}
