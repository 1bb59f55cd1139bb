/** The formats in which agencies send news: NITF, NewsML-G2 and ninjs. */
@NullMarked
package dev.detente.source.agency;

import org.jspecify.annotations.NullMarked;
