package dev.detente.flink.read;

/**
 * What a user should know of an input.
 *
 * @param order see {@link Order}
 * @param notices of what was read, each with its code, on a line
 * @param refusal why it could not be read, with its code; empty when it was
 */
public record Remark(long order, String notices, String refusal) {}
