/** Who says what: source, cue, content, act, addressee and the chain of relay. */
@NullMarked
package dev.detente.reading.statement;

import org.jspecify.annotations.NullMarked;
