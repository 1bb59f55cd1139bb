/** Which statement denies, rejects, confirms, repeats or answers which. */
@NullMarked
package dev.detente.reading.link;

import org.jspecify.annotations.NullMarked;
