/** The pages: what each of them shows, as values for its template. */
@NullMarked
package dev.detente.web.page;

import org.jspecify.annotations.NullMarked;
