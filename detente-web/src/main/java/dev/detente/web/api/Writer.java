package dev.detente.web.api;

import dev.detente.ledger.Ledger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes a ledger, one change after the other. Thread-safe. */
@FunctionalInterface
public interface Writer {
  /** Makes a change and waits until it is kept. */
  <T extends @Nullable Object> T write(Function<Ledger, T> change);
}
