/** Which language a text is in. */
@NullMarked
package dev.detente.language.identify;

import org.jspecify.annotations.NullMarked;
