/** From what a source gives to its record: the one way that all commands and the cluster go. */
@NullMarked
package dev.detente.pipeline;

import org.jspecify.annotations.NullMarked;
