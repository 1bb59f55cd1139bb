/** What agency formats and feeds have in common: items, their markup and their dates. */
@NullMarked
package dev.detente.source.item;

import org.jspecify.annotations.NullMarked;
