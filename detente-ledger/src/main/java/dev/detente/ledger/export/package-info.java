/** Forms in which what a ledger holds leaves it. */
@NullMarked
package dev.detente.ledger.export;

import org.jspecify.annotations.NullMarked;
