/** Who wants to be told of what is new, and how: feeds, streams of events, webhooks. */
@NullMarked
package dev.detente.web.news;

import org.jspecify.annotations.NullMarked;
