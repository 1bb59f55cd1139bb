/**
 * Words, sentences and trees after Universal Dependencies: the analysis of a text, independent of
 * how it was made.
 */
@NullMarked
package dev.detente.language;

import org.jspecify.annotations.NullMarked;
