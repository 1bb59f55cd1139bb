package dev.detente.source.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** The expanded bytes of an archive with a look ahead inside the open member. Not thread-safe. */
final class Expanded implements Closeable {
  private static final int SIZE = 1 << 16;

  private final Members members;
  private byte[] buffer = new byte[SIZE];
  private int at;
  private int end;
  private boolean ended = true;

  Expanded(Members members) {
    this.members = members;
  }

  Members members() {
    return members;
  }

  /** Opens the next member; false at the end of the file. What is left of this one is forgotten. */
  boolean nextMember() throws IOException {
    forget();
    boolean found = members.next();
    ended = !found;
    return found;
  }

  /** Forgets what has been expanded and not read. */
  void forget() {
    at = 0;
    end = 0;
    ended = true;
  }

  /** Offset in the file of the next byte, when the file is not compressed. */
  long plainPosition() {
    return members.position() - (end - at);
  }

  /** How many bytes can be looked at, up to a number; fewer only at the end of the member. */
  int ahead(int count) throws IOException {
    while (end - at < count && !ended) {
      fill(count);
    }
    return Math.min(count, end - at);
  }

  private void fill(int count) throws IOException {
    if (at == end) {
      at = 0;
      end = 0;
      if (buffer.length > SIZE && count <= SIZE) {
        buffer = new byte[SIZE];
      }
    } else if (end == buffer.length) {
      if (at > 0) {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
      }
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    int read = members.read(buffer, end, buffer.length - end);
    if (read < 0) {
      ended = true;
    } else {
      end += read;
    }
  }

  byte peek(int ahead) {
    return buffer[at + ahead];
  }

  byte[] array() {
    return buffer;
  }

  int from() {
    return at;
  }

  int to() {
    return end;
  }

  void advance(int count) {
    at += count;
  }

  /** Bytes of the open member; -1 at its end. */
  int read(byte[] to, int from, int length) throws IOException {
    if (ahead(1) == 0) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(buffer, at, to, from, count);
    at += count;
    return count;
  }

  /** Puts bytes back before those that come next. */
  void unread(byte[] bytes, int length) {
    int rest = end - at;
    if (length + rest > buffer.length) {
      byte[] larger = new byte[length + rest];
      System.arraycopy(buffer, at, larger, length, rest);
      buffer = larger;
    } else {
      System.arraycopy(buffer, at, buffer, length, rest);
    }
    System.arraycopy(bytes, 0, buffer, 0, length);
    at = 0;
    end = length + rest;
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
