/** Which statements and events of different articles are the same, and which answer each other. */
@NullMarked
package dev.detente.ledger.relate;

import org.jspecify.annotations.NullMarked;
