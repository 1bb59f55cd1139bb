/** The articles of a source as splits that tasks read side by side. */
@NullMarked
package dev.detente.flink.input;

import org.jspecify.annotations.NullMarked;
