/** Place names and where they lie. */
@NullMarked
package dev.detente.reading.place;

import org.jspecify.annotations.NullMarked;
