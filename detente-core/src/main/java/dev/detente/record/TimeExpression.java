package dev.detente.record;

import dev.detente.article.Span;

/**
 * A time expression that can be placed on a calendar.
 *
 * @param span the expression, code points
 * @param value EDTF level 1, as imprecise as the text: {@code 2022-02-XX} for "mandag" of an
 *     unknown week
 * @param why rule that made the record
 */
public record TimeExpression(Span span, String value, String why) {}
