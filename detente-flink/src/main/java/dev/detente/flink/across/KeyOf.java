package dev.detente.flink.across;

/**
 * A key under which an article is found by those that may have links with it.
 *
 * @param article see {@link dev.detente.flink.read.Order}
 * @param meanings of the article, see {@link dev.detente.ledger.relate.ArticleSketch#meanings};
 *     empty where only keys count
 */
public record KeyOf(String key, long article, int[] meanings) {}
