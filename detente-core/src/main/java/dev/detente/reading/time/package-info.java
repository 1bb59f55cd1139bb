/** Time expressions and their calendar values. */
@NullMarked
package dev.detente.reading.time;

import org.jspecify.annotations.NullMarked;
