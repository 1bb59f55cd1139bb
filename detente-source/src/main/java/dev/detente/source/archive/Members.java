package dev.detente.source.archive;

import java.io.Closeable;
import java.io.IOException;

/** The members of an archive file, one compressed piece after the other, expanded. */
interface Members extends Closeable {
  /**
   * Opens the next member; false at the end of the file.
   *
   * @throws BrokenMember when something else than a member stands there
   */
  boolean next() throws IOException;

  /**
   * Expanded bytes of the open member; -1 at its end.
   *
   * @throws BrokenMember when it cannot be expanded
   */
  int read(byte[] to, int from, int length) throws IOException;

  /** Offset in the file at which the open member begins. */
  long start();

  /** Offset in the file up to which it is read. */
  long position();

  /**
   * Gives the open member up and moves to where the next one that begins with a record may be
   * opened; the end of the file when there is none.
   */
  void resynchronise() throws IOException;

  /** Whether records stand in the file as they are, so that offsets count their bytes. */
  boolean plain();
}
