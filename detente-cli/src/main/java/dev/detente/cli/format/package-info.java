/** How a record is shown: text for people, JSON and CoNLL-U for programs. */
@NullMarked
package dev.detente.cli.format;

import org.jspecify.annotations.NullMarked;
