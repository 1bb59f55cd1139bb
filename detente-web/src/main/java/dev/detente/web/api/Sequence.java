package dev.detente.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, piece by piece, so that nothing long need be held as a whole.
 *
 * @param <T> what it consists of
 */
@FunctionalInterface
interface Sequence<T> {
  /**
   * A piece of it.
   *
   * @param next where the piece after it begins; null after the last
   */
  record Piece<T>(List<T> items, @Nullable String next) {}

  /**
   * At most {@code size} from where a piece has ended on.
   *
   * @param cursor null for the first
   * @throws IllegalArgumentException when it is none
   */
  Piece<T> from(@Nullable String cursor, int size);

  /** A list, whose cursors are how many come before. */
  static <T> Sequence<T> of(List<T> all) {
    return of(all.size(), all::subList);
  }

  /** What stands from one place of a list up to another; may leave some out. */
  @FunctionalInterface
  interface Part<T> {
    List<T> of(int from, int to);
  }

  /** A list of which a part is made when it is asked for. */
  static <T> Sequence<T> of(int length, Part<T> part) {
    return (cursor, size) -> {
      int from = Math.min(length, Api.offset(cursor));
      int to = Math.min(length, from + size);
      return new Piece<>(part.of(from, to), to < length ? Integer.toString(to) : null);
    };
  }
}
