package dev.detente.flink.stream;

/**
 * A key under which an article is found; see {@link Own}.
 *
 * @param meanings see {@link dev.detente.ledger.relate.ArticleSketch#meanings}
 */
public record Seen(String key, long article, long id, long expires, int[] meanings) {}
