/** What several articles tell: links, copies and stories, by the functions of the ledger. */
@NullMarked
package dev.detente.flink.across;

import org.jspecify.annotations.NullMarked;
