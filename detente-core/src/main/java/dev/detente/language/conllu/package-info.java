/** Analyses in CoNLL-U. */
@NullMarked
package dev.detente.language.conllu;

import org.jspecify.annotations.NullMarked;
