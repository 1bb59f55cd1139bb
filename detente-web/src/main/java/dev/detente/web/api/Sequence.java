package dev.detente.web.api;

import java.util.List;
import java.util.function.Function;
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
    return of(all, some -> some);
  }

  /**
   * A list of which a piece is made into something else when it is asked for.
   *
   * @param made may have fewer than it is given
   */
  static <K, T> Sequence<T> of(List<K> all, Function<List<K>, List<T>> made) {
    return (cursor, size) -> {
      int from = Math.min(all.size(), Api.offset(cursor));
      int to = Math.min(all.size(), from + size);
      return new Piece<>(
          made.apply(all.subList(from, to)), to < all.size() ? Integer.toString(to) : null);
    };
  }
}
