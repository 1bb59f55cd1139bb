/** Who is who in an article: mentions, co-reference, country, sector and role. */
@NullMarked
package dev.detente.reading.actor;

import org.jspecify.annotations.NullMarked;
