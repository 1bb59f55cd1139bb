package dev.detente.source.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Members by RFC 1952. {@link java.util.zip.GZIPInputStream} would do for whole files, but does not
 * tell where a member begins and gives up at what stands between them.
 */
final class GzipMembers implements Members {
  /** How much is looked at to tell whether a record begins. */
  private static final int LOOK = 1 << 12;

  private static final int HEADER = 10;
  private static final int CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final Bytes bytes;
  private final Rewinds rewinds = new Rewinds();
  private final Inflater inflater = new Inflater(true);
  private final Inflater trial = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long start;
  private boolean open;

  GzipMembers(Bytes bytes) {
    this.bytes = bytes;
    this.start = bytes.position();
  }

  /** Whether these bytes, of which there are at least four, begin a member. */
  static boolean begins(byte[] array, int at) {
    return array[at] == 0x1F
        && array[at + 1] == (byte) 0x8B
        && array[at + 2] == 8
        && (array[at + 3] & 0xE0) == 0;
  }

  @Override
  public boolean next() throws IOException {
    open = false;
    // Files are padded with zeros to whole blocks.
    do {
      if (!bytes.ensure(1)) {
        return false;
      }
    } while (bytes.peek(0) == 0 && bytes.read() == 0);
    start = bytes.position();
    bytes.mark();
    if (!bytes.ensure(HEADER)) {
      throw broken("the file ends in the header of a gzip member");
    }
    if (!begins(bytes.array(), bytes.from())) {
      throw broken("no gzip member begins here");
    }
    int length = headerLength();
    if (length < 0) {
      throw broken("the header of a gzip member is broken or too long");
    }
    bytes.advance(length);
    inflater.reset();
    crc.reset();
    open = true;
    return true;
  }

  /** Bytes before the deflated data; -1 when they are more than we look at. */
  private int headerLength() throws IOException {
    bytes.ensure(LOOK);
    int limit = Math.min(LOOK, bytes.to() - bytes.from());
    int flags = bytes.peek(3);
    int length = HEADER;
    if ((flags & EXTRA) != 0) {
      if (length + 2 > limit) {
        return -1;
      }
      length += 2 + bytes.peek(length) + (bytes.peek(length + 1) << 8);
    }
    for (int flag = NAME; flag <= COMMENT; flag += NAME) {
      if ((flags & flag) != 0) {
        while (length < limit && bytes.peek(length) != 0) {
          length++;
        }
        length++;
      }
    }
    length += (flags & CHECK) != 0 ? 2 : 0;
    return length > limit ? -1 : length;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (!open) {
      return -1;
    }
    try {
      while (true) {
        if (inflater.finished()) {
          open = false;
          checkTrailer();
          return -1;
        }
        if (!bytes.ensure(1)) {
          throw broken("the file ends inside a gzip member");
        }
        int given = bytes.to() - bytes.from();
        inflater.setInput(bytes.array(), bytes.from(), given);
        int count = inflater.inflate(to, from, length);
        bytes.advance(given - inflater.getRemaining());
        if (count > 0) {
          crc.update(to, from, count);
          return count;
        }
        if (inflater.needsDictionary()) {
          throw broken("a gzip member asks for a dictionary");
        }
      }
    } catch (DataFormatException e) {
      throw broken("a gzip member is broken (" + e.getMessage() + ")");
    }
  }

  private void checkTrailer() throws IOException {
    if (!bytes.ensure(8)) {
      throw broken("the file ends inside a gzip member");
    }
    long check = word(0);
    long size = word(4);
    bytes.advance(8);
    if (check != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw broken("the checksum of a gzip member is wrong");
    }
  }

  private long word(int at) {
    return bytes.peek(at)
        | (bytes.peek(at + 1) << 8)
        | (bytes.peek(at + 2) << 16)
        | ((long) bytes.peek(at + 3) << 24);
  }

  private BrokenMember broken(String reason) {
    open = false;
    return new BrokenMember(start, reason);
  }

  @Override
  public void resynchronise() throws IOException {
    open = false;
    rewinds.passOver(start, bytes);
    while (bytes.ensure(HEADER)) {
      byte[] array = bytes.array();
      int last = bytes.to() - HEADER;
      int at = bytes.from();
      while (at <= last && !begins(array, at)) {
        at++;
      }
      bytes.advance(at - bytes.from());
      if (at > last) {
        bytes.mark();
        continue;
      }
      if (beginsRecord()) {
        return;
      }
      bytes.advance(1);
      bytes.mark();
    }
    bytes.advance(bytes.to() - bytes.from());
  }

  private boolean beginsRecord() throws IOException {
    int length = headerLength();
    if (length < 0) {
      return false;
    }
    byte[] out = new byte[16];
    try {
      trial.reset();
      trial.setInput(
          bytes.array(), bytes.from() + length, Math.min(LOOK, bytes.to() - bytes.from() - length));
      int count = trial.inflate(out);
      return RecordHeader.begins(Arrays.copyOf(out, count), 0, count);
    } catch (DataFormatException e) {
      return false;
    }
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
  public boolean plain() {
    return false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    trial.end();
    bytes.close();
  }
}
