/** States, organisations, office-holders and places as facts. */
@NullMarked
package dev.detente.codebook.world;

import org.jspecify.annotations.NullMarked;
