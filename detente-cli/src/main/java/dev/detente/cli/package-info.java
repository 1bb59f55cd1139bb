/**
 * The commands of {@code detente}, and in {@link dev.detente.cli.Wiring} how the parts are put
 * together.
 */
@NullMarked
package dev.detente.cli;

import org.jspecify.annotations.NullMarked;
