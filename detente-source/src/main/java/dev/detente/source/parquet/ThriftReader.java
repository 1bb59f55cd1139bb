package dev.detente.source.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Thrift's compact protocol, in which Parquet writes what it says about itself. Whatever the
 * bytes are, it takes no more time and room than they have. Of one thread.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">
 *     The compact protocol</a>
 */
final class ThriftReader {
  private static final int DEPTH = 20;
  private static final int STOP = 0;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int SHORT = 4;
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private static final int UUID = 13;

  private final ByteReader in;

  ThriftReader(ByteReader in) {
    this.in = in;
  }

  ThriftStruct struct() throws BrokenParquet {
    return struct(0);
  }

  private ThriftStruct struct(int depth) throws BrokenParquet {
    if (depth > DEPTH) {
      throw new BrokenParquet("its description is too deep");
    }
    Map<Integer, Object> fields = new HashMap<>();
    int field = 0;
    for (int head = in.unsignedByte(); head != STOP; head = in.unsignedByte()) {
      int type = head & 0xF;
      int step = head >> 4;
      field = step == 0 ? (int) in.zigzag() : field + step;
      fields.put(field, type == TRUE || type == FALSE ? type == TRUE : value(type, depth));
    }
    return fields.isEmpty() ? ThriftStruct.EMPTY : new ThriftStruct(fields);
  }

  private Object value(int type, int depth) throws BrokenParquet {
    switch (type) {
      case TRUE, FALSE:
        return in.unsignedByte() == TRUE;
      case BYTE:
        return (long) (byte) in.unsignedByte();
      case SHORT, INT, LONG:
        return in.zigzag();
      case DOUBLE:
        return Double.longBitsToDouble(in.littleLong());
      case BINARY:
        return in.bytes(in.length(in.varint()));
      case LIST, SET:
        return list(depth);
      case MAP:
        return map(depth);
      case STRUCT:
        return struct(depth + 1);
      case UUID:
        return in.bytes(in.length(16));
      default:
        throw new BrokenParquet("its description has a type " + type);
    }
  }

  private List<Object> list(int depth) throws BrokenParquet {
    if (depth > DEPTH) {
      throw new BrokenParquet("its description is too deep");
    }
    int head = in.unsignedByte();
    // An element has a byte at least.
    int size = in.length(head >> 4 == 15 ? in.varint() : head >> 4);
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(value(head & 0xF, depth + 1));
    }
    return list;
  }

  /** Nothing that we read is a map. */
  private List<Object> map(int depth) throws BrokenParquet {
    int size = in.length(in.varint());
    if (size > 0) {
      int types = in.unsignedByte();
      for (int i = 0; i < size; i++) {
        value(types >> 4, depth + 1);
        value(types & 0xF, depth + 1);
      }
    }
    return List.of();
  }
}
