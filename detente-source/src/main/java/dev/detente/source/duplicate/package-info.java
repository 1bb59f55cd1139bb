/**
 * Which reports are copies of each other: a pure function of their words and dates, for whoever
 * counts independent reports.
 */
@NullMarked
package dev.detente.source.duplicate;

import org.jspecify.annotations.NullMarked;
