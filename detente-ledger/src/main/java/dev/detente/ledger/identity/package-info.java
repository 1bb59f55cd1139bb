/** Who is who across articles: actors of different articles become one entity. */
@NullMarked
package dev.detente.ledger.identity;

import org.jspecify.annotations.NullMarked;
