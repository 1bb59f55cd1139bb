package dev.detente.source.parquet;

import java.nio.charset.StandardCharsets;

/**
 * The numbers that stand in a file for what it is made of.
 *
 * @see <a
 *     href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">
 *     parquet.thrift</a>
 */
final class Format {
  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  static final byte[] MAGIC_ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

  // Types of values.
  static final int BOOLEAN = 0;
  static final int INT32 = 1;
  static final int INT64 = 2;
  static final int INT96 = 3;
  static final int DOUBLE = 5;
  static final int BYTE_ARRAY = 6;

  // How often a value is there.
  static final int REQUIRED = 0;
  static final int OPTIONAL = 1;
  static final int REPEATED = 2;

  // What values stand for, as it was told first.
  static final int CONVERTED_UTF8 = 0;
  static final int CONVERTED_LIST = 3;
  static final int CONVERTED_ENUM = 4;
  static final int CONVERTED_DECIMAL = 5;
  static final int CONVERTED_DATE = 6;
  static final int CONVERTED_TIME_MILLIS = 7;
  static final int CONVERTED_TIME_MICROS = 8;
  static final int CONVERTED_TIMESTAMP_MILLIS = 9;
  static final int CONVERTED_TIMESTAMP_MICROS = 10;
  static final int CONVERTED_JSON = 19;

  // And as it is told since: fields of a union.
  static final int LOGICAL_STRING = 1;
  static final int LOGICAL_LIST = 3;
  static final int LOGICAL_DECIMAL = 5;
  static final int LOGICAL_DATE = 6;
  static final int LOGICAL_TIME = 7;
  static final int LOGICAL_TIMESTAMP = 8;

  // Encodings.
  static final int PLAIN = 0;
  static final int PLAIN_DICTIONARY = 2;
  static final int RLE = 3;
  static final int DELTA_BINARY_PACKED = 5;
  static final int DELTA_LENGTH_BYTE_ARRAY = 6;
  static final int DELTA_BYTE_ARRAY = 7;
  static final int RLE_DICTIONARY = 8;

  // Pages.
  static final int DATA_PAGE = 0;
  static final int DICTIONARY_PAGE = 2;
  static final int DATA_PAGE_V2 = 3;

  private Format() {}
}
