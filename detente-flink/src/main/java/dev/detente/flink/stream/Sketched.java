package dev.detente.flink.stream;

/**
 * What is compared of an article with others.
 *
 * @param id of the article
 * @param time of the article, in milliseconds since 1970
 * @param keys under which it is found
 * @param meanings see {@link dev.detente.ledger.relate.ArticleSketch#meanings}
 * @param sketch as {@link dev.detente.ledger.relate.SketchBytes} has it
 */
public record Sketched(String id, long time, String[] keys, int[] meanings, byte[] sketch) {}
