/** Articles from web pages: the body among what surrounds it, and what the page says of it. */
@NullMarked
package dev.detente.source.page;

import org.jspecify.annotations.NullMarked;
