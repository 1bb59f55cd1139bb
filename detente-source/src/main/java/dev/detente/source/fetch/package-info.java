/**
 * Fetching from the network without harm to either side: only public addresses, bounded in size and
 * time, no cookies, as robots.txt and Retry-After allow, with a pause for each host.
 */
@NullMarked
package dev.detente.source.fetch;

import org.jspecify.annotations.NullMarked;
