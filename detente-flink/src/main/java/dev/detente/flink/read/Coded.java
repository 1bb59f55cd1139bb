package dev.detente.flink.read;

/**
 * A record, as it is written.
 *
 * @param order see {@link Order}
 * @param id of its article
 * @param day of publication, {@code 2022-02-07}; {@code undated} when it is not known to the day
 * @param record as JSON, one line
 */
public record Coded(long order, String id, String day, byte[] record) {}
