package dev.detente.flink.files;

/**
 * A line of a file.
 *
 * @param folder below that of the job: {@code records/day=2022-02-07}
 * @param order by which the lines of a folder are sorted
 * @param bytes without the line's end
 */
public record Line(String folder, long order, byte[] bytes) {}
