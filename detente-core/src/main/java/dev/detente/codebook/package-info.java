/** The codebook as data: types, acts and the lexicons of each language. */
@NullMarked
package dev.detente.codebook;

import org.jspecify.annotations.NullMarked;
