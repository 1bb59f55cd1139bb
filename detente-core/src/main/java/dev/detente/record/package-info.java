/** What one article becomes: actors, statements, events, links, times and places. */
@NullMarked
package dev.detente.record;

import org.jspecify.annotations.NullMarked;
