package dev.detente.ledger;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A search that is kept, to be told of what is new. Immutable.
 *
 * @param query the filter, as it stands in an address: {@code act=deny&speaker=Iceland}
 * @param secret by which its feed is read, and what is sent is signed
 * @param hook where what is new is sent; null when nothing is
 * @param reached how far that has been done
 */
public record Search(
    String id,
    String name,
    String query,
    String secret,
    @Nullable String hook,
    LocalDateTime made,
    Fresh.Position reached) {}
