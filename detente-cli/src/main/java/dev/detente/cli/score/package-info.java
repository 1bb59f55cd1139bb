/** How well records agree with articles that people have annotated. */
@NullMarked
package dev.detente.cli.score;

import org.jspecify.annotations.NullMarked;
