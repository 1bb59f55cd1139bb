/** Who is let in, and what a browser is told about what it gets. */
@NullMarked
package dev.detente.web.guard;

import org.jspecify.annotations.NullMarked;
