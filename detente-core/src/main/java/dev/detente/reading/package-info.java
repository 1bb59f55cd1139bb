/** From an analysed article to its record. */
@NullMarked
package dev.detente.reading;

import org.jspecify.annotations.NullMarked;
