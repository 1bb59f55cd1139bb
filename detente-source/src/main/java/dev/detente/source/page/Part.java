package dev.detente.source.page;

import dev.detente.article.PassageKind;

/**
 * A block that belongs to the article.
 *
 * @param block the block
 * @param kind what it is in the article
 */
record Part(Block block, PassageKind kind) {}
