package dev.detente.source.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes Thrift's compact protocol; see {@link ThriftReader}. Fields come in the order of their
 * numbers, each less than 16 more than the one before. Of one thread.
 */
final class ThriftWriter {
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  byte[] bytes() {
    return out.toByteArray();
  }

  private void head(int field, int type) {
    out.write((field - last) << 4 | type);
    last = field;
  }

  static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private void zigzag(long value) {
    varint(out, value << 1 ^ value >> 63);
  }

  ThriftWriter integer(int field, int value) {
    head(field, INT);
    zigzag(value);
    return this;
  }

  ThriftWriter number(int field, long value) {
    head(field, LONG);
    zigzag(value);
    return this;
  }

  ThriftWriter flag(int field, boolean value) {
    head(field, value ? 1 : 2);
    return this;
  }

  ThriftWriter text(int field, String value) {
    return binary(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ThriftWriter binary(int field, byte[] value) {
    head(field, BINARY);
    varint(out, value.length);
    out.writeBytes(value);
    return this;
  }

  /** Begins a struct in a field; {@link #end} ends it. */
  ThriftWriter begin(int field) {
    head(field, STRUCT);
    outer.push(last);
    last = 0;
    return this;
  }

  /** Ends the struct that was begun last, or the outermost. */
  ThriftWriter end() {
    out.write(0);
    last = outer.isEmpty() ? 0 : outer.pop();
    return this;
  }

  private void list(int field, int size, int type) {
    head(field, LIST);
    if (size < 15) {
      out.write(size << 4 | type);
    } else {
      out.write(0xF0 | type);
      varint(out, size);
    }
  }

  /** A list of structs, each as another writer wrote it. */
  ThriftWriter structs(int field, List<byte[]> structs) {
    list(field, structs.size(), STRUCT);
    structs.forEach(out::writeBytes);
    return this;
  }

  ThriftWriter integers(int field, int... values) {
    list(field, values.length, INT);
    for (int value : values) {
      zigzag(value);
    }
    return this;
  }

  ThriftWriter texts(int field, String... values) {
    list(field, values.length, BINARY);
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      varint(out, bytes.length);
      out.writeBytes(bytes);
    }
    return this;
  }
}
