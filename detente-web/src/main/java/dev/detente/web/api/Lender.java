package dev.detente.web.api;

import dev.detente.ledger.Ledger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lends a ledger for one question. Thread-safe. */
public interface Lender {
  /** Asks, for as long as a page may take. */
  <T extends @Nullable Object> T ask(Function<Ledger, T> question);

  /** Asks for more than a page, for longer. */
  <T extends @Nullable Object> T askLong(Function<Ledger, T> question);
}
