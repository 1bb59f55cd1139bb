package dev.detente.record;

import dev.detente.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place that the article names.
 *
 * @param id {@code p1}, {@code p2}, ... in order of the text
 * @param span first mention, code points
 * @param name English name
 * @param country ISO 3166-1 alpha-3; null for what lies in several countries or none
 * @param lat latitude in degrees north, WGS 84; null when unknown
 * @param lon longitude in degrees east, WGS 84; null when unknown
 * @param precision {@code point}, {@code area} or {@code country}: what the coordinates stand for
 * @param why rule or gazetteer entry that made the record
 */
public record Place(
    String id,
    Span span,
    String name,
    @Nullable String country,
    @Nullable Double lat,
    @Nullable Double lon,
    String precision,
    String why) {}
