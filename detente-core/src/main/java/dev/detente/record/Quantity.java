package dev.detente.record;

import dev.detente.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number an event's report gives.
 *
 * @param of what is counted, in the article's words ({@code soldater})
 * @param value the number read
 * @param bound {@code more than}, {@code less than}, {@code about}; null when the number stands
 *     alone
 * @param span number and unit, code points
 */
public record Quantity(String of, double value, @Nullable String bound, Span span) {}
