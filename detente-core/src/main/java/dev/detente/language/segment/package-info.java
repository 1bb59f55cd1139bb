/** Passages, sentences and words by rule. */
@NullMarked
package dev.detente.language.segment;

import org.jspecify.annotations.NullMarked;
