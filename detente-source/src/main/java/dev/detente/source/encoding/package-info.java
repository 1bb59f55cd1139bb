/** From bytes to text: which encoding, and what was done about text that had been read wrongly. */
@NullMarked
package dev.detente.source.encoding;

import org.jspecify.annotations.NullMarked;
