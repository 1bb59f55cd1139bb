package dev.detente.reading.statement;

import dev.detente.article.Span;

/**
 * Words between quotation marks, the marks included.
 *
 * @param span in code points
 * @param passage index of the passage
 * @param open whether the closing mark is missing: the quote runs on in the next paragraph
 * @param continued whether it runs on from the paragraph before
 */
record Quote(Span span, int passage, boolean open, boolean continued) {}
