/** The multi-task network: tags, trees, lemmas and names. */
@NullMarked
package dev.detente.language.model;

import org.jspecify.annotations.NullMarked;
