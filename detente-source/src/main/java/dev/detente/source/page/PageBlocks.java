package dev.detente.source.page;

import java.util.List;

/**
 * A page cut into blocks.
 *
 * @param blocks in the page's order
 * @param containers the elements they stand in, in the order in which these begin
 */
record PageBlocks(List<Block> blocks, List<Container> containers) {}
