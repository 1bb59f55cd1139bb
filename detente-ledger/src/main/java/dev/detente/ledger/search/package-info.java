/** Full text of statements, events and articles, kept beside the ledger and made anew from it. */
@NullMarked
package dev.detente.ledger.search;

import org.jspecify.annotations.NullMarked;
