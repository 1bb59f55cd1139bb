package dev.detente.source.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads bytes from the first to the last, none beyond. Of one thread. */
final class ByteReader {
  private static final String CUT_OFF = "it is cut off";

  private final byte[] bytes;
  private final ByteBuffer buffer;

  ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  ByteReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return buffer.position();
  }

  int remaining() {
    return buffer.remaining();
  }

  /** One that reads what is left, and leaves this where it is. */
  ByteReader copy() {
    return new ByteReader(bytes, buffer.position(), buffer.limit());
  }

  /** What is left, or a part of it, to be read by itself; this goes on behind it. */
  ByteReader part(int length) throws BrokenParquet {
    int from = buffer.position();
    skip(length);
    return new ByteReader(bytes, from, from + length);
  }

  void skip(int length) throws BrokenParquet {
    buffer.position(buffer.position() + length(length));
  }

  /** A length that what is left has room for. */
  int length(long length) throws BrokenParquet {
    if (length < 0 || length > buffer.remaining()) {
      throw new BrokenParquet(CUT_OFF);
    }
    return (int) length;
  }

  byte[] bytes(int length) throws BrokenParquet {
    int from = buffer.position();
    skip(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  int unsignedByte() throws BrokenParquet {
    try {
      return buffer.get() & 0xFF;
    } catch (BufferUnderflowException e) {
      throw new BrokenParquet(CUT_OFF);
    }
  }

  int littleInt() throws BrokenParquet {
    try {
      return buffer.getInt();
    } catch (BufferUnderflowException e) {
      throw new BrokenParquet(CUT_OFF);
    }
  }

  long littleLong() throws BrokenParquet {
    try {
      return buffer.getLong();
    } catch (BufferUnderflowException e) {
      throw new BrokenParquet(CUT_OFF);
    }
  }

  /** A number of up to 64 bits, seven a byte. */
  long varint() throws BrokenParquet {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int read = unsignedByte();
      value |= (long) (read & 0x7F) << shift;
      if (read < 0x80) {
        return value;
      }
    }
    throw new BrokenParquet("a number has no end");
  }

  /** A number as {@link #varint}, its sign last. */
  long zigzag() throws BrokenParquet {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }
}
