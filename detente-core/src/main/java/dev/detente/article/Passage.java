package dev.detente.article;

/**
 * A stretch of the article that the page sets as one: a paragraph, a heading, a caption.
 *
 * @param kind what it is
 * @param span where it stands, without surrounding white space, in code points
 */
public record Passage(PassageKind kind, Span span) {}
