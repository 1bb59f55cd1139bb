/**
 * The event scheme and its words: PLOVER's types, modes and scores, and the lexicons that report
 * them.
 */
@NullMarked
package dev.detente.codebook.plover;

import org.jspecify.annotations.NullMarked;
