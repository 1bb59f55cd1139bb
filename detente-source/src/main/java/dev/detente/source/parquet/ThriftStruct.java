package dev.detente.source.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A struct as Thrift packs it, its fields by their numbers: a number is a {@link Long}, a text a
 * {@code byte[]}, a list a {@link List}. What is not of the kind that is asked for is as if it were
 * not there.
 */
record ThriftStruct(Map<Integer, Object> fields) {
  static final ThriftStruct EMPTY = new ThriftStruct(Map.of());

  boolean has(int field) {
    return fields.containsKey(field);
  }

  long number(int field, long otherwise) {
    return fields.get(field) instanceof Long number ? number : otherwise;
  }

  /** A number that has to be one of an int, else the other. */
  int integer(int field, int otherwise) {
    long number = number(field, otherwise);
    return number == (int) number ? (int) number : otherwise;
  }

  boolean flag(int field, boolean otherwise) {
    return fields.get(field) instanceof Boolean flag ? flag : otherwise;
  }

  @Nullable String text(int field) {
    return fields.get(field) instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : null;
  }

  /** The struct of a field; an empty one when there is none. */
  ThriftStruct struct(int field) {
    return fields.get(field) instanceof ThriftStruct struct ? struct : EMPTY;
  }

  /** The structs of a list; none when there is no such list. */
  List<ThriftStruct> structs(int field) {
    return fields.get(field) instanceof List<?> list
        ? list.stream()
            .filter(ThriftStruct.class::isInstance)
            .map(ThriftStruct.class::cast)
            .toList()
        : List.of();
  }
}
