package dev.detente.source.archive;

import java.io.IOException;

/** An archive that is not compressed: a single member. */
final class PlainMembers implements Members {
  private final Bytes bytes;
  private final long start;
  private boolean opened;

  PlainMembers(Bytes bytes) {
    this.bytes = bytes;
    this.start = bytes.position();
  }

  @Override
  public boolean next() throws IOException {
    boolean first = !opened;
    opened = true;
    return first && bytes.ensure(1);
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    bytes.mark();
    if (!bytes.ensure(1)) {
      return -1;
    }
    int count = Math.min(length, bytes.to() - bytes.from());
    System.arraycopy(bytes.array(), bytes.from(), to, from, count);
    bytes.advance(count);
    return count;
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public long position() {
    return bytes.position();
  }

  @Override
  public void resynchronise() {
    // There is nothing to look for but records, which is not ours.
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
