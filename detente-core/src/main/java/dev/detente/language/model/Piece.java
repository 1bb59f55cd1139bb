package dev.detente.language.model;

import dev.detente.article.Span;
import java.util.List;

/**
 * Words of a sentence that go through the network together: nearly always all of them.
 *
 * @param sentence which of the sentences given it belongs to
 * @param forms at least one word
 * @param spans where they stand
 */
record Piece(int sentence, List<String> forms, List<Span> spans) {}
