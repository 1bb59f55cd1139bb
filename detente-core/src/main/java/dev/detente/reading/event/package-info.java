/** Who does what to whom: PLOVER events with mode, status, place and date. */
@NullMarked
package dev.detente.reading.event;

import org.jspecify.annotations.NullMarked;
