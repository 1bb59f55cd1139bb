/** From an article to its analysis: the steps of the language layer in order. */
@NullMarked
package dev.detente.language.analyser;

import org.jspecify.annotations.NullMarked;
