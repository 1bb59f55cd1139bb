/** The DuckDB file: its tables, how they are written and read, and how old ones are upgraded. */
@NullMarked
package dev.detente.ledger.store;

import org.jspecify.annotations.NullMarked;
