package dev.detente.source.page;

import dev.detente.article.PassageKind;

/**
 * A block that belongs to the article.
 *
 * @param block the block
 * @param kind what it is in the article
 * @param joined whether it goes on in the line of the part before it, as the cells of a row do
 */
record Part(Block block, PassageKind kind, boolean joined) {}
