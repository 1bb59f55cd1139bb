/** Where articles come from: files, folders, standard input, as plain text or JSON Lines. */
@NullMarked
package dev.detente.source;

import org.jspecify.annotations.NullMarked;
