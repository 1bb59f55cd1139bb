package dev.detente.source.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;

/** How a page is packed. */
enum Codec {
  UNCOMPRESSED,
  SNAPPY,
  GZIP,
  LZO,
  BROTLI,
  LZ4,
  ZSTD,
  LZ4_RAW;

  static Codec of(int number) throws BrokenParquet {
    if (number < 0 || number >= values().length) {
      throw BrokenParquet.unknown("packed in a way that has the number " + number);
    }
    return values()[number];
  }

  /** Packs; of {@link #ZSTD} alone. */
  static byte[] pack(byte[] plain) {
    ZstdCompressor zstd = new ZstdCompressor();
    byte[] packed = new byte[zstd.maxCompressedLength(plain.length)];
    return Arrays.copyOf(packed, zstd.compress(plain, 0, plain.length, packed, 0, packed.length));
  }

  /**
   * Unpacks.
   *
   * @param length that it has to have then
   */
  byte[] unpack(byte[] packed, int length) throws BrokenParquet {
    if (length == 0) {
      return new byte[0];
    }
    switch (this) {
      case UNCOMPRESSED:
        if (packed.length != length) {
          throw new BrokenParquet("a page is not as long as it says");
        }
        return packed;
      case SNAPPY:
        return unpack(new SnappyDecompressor(), packed, length);
      case ZSTD:
        return unpack(new ZstdDecompressor(), packed, length);
      case LZ4_RAW:
        return unpack(new Lz4Decompressor(), packed, length);
      case GZIP, BROTLI:
        try (ByteArrayInputStream in = new ByteArrayInputStream(packed);
            InputStream plain =
                this == GZIP ? new GZIPInputStream(in) : new BrotliInputStream(in)) {
          byte[] bytes = plain.readNBytes(length);
          if (bytes.length != length || plain.read() >= 0) {
            throw new BrokenParquet("a page is not as long as it says");
          }
          return bytes;
        } catch (IOException | IllegalStateException e) {
          throw new BrokenParquet("a page cannot be unpacked (" + e.getMessage() + ")");
        }
      default:
        throw BrokenParquet.unknown("packed with " + name());
    }
  }

  private static byte[] unpack(Decompressor codec, byte[] packed, int length) throws BrokenParquet {
    byte[] plain = new byte[length];
    try {
      if (codec.decompress(packed, 0, packed.length, plain, 0, length) != length) {
        throw new BrokenParquet("a page is not as long as it says");
      }
    } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BrokenParquet("a page cannot be unpacked (" + e.getMessage() + ")");
    }
    return plain;
  }
}
