/** What HTTP says around a body, for pages that were stored and pages that are fetched. */
@NullMarked
package dev.detente.source.http;

import org.jspecify.annotations.NullMarked;
