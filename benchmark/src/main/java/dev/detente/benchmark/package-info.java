/** How fast articles are read; {@code docs/performance.md} has the commands and figures. */
@NullMarked
package dev.detente.benchmark;

import org.jspecify.annotations.NullMarked;
