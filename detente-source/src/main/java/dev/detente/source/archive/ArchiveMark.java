package dev.detente.source.archive;

/**
 * Where an archive may be read on.
 *
 * @param offset in the file, of a record or of the compressed member that holds it
 * @param within how many records of that member have been read
 */
public record ArchiveMark(long offset, int within) {
  /** The beginning. */
  public static final ArchiveMark START = new ArchiveMark(0, 0);
}
