/** Feeds: RSS 0.9 to 2.0, Atom and JSON Feed, as entries. */
@NullMarked
package dev.detente.source.feed;

import org.jspecify.annotations.NullMarked;
