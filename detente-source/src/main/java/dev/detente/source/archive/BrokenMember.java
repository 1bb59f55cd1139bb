package dev.detente.source.archive;

import java.io.IOException;

/** A compressed member that cannot be expanded; the reader looks for the next one. */
final class BrokenMember extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param offset in the file, of the member
   */
  BrokenMember(long offset, String reason) {
    super(reason);
    this.offset = offset;
  }

  long offset() {
    return offset;
  }
}
