/** What the codebook holds, for people and programs. */
@NullMarked
package dev.detente.cli.codebook;

import org.jspecify.annotations.NullMarked;
