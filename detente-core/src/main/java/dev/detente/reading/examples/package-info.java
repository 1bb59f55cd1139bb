/** Runs the examples that stand in the codebook beside the words they show. */
@NullMarked
package dev.detente.reading.examples;

import org.jspecify.annotations.NullMarked;
