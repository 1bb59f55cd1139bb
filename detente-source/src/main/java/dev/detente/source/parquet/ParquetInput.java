package dev.detente.source.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of a file, wherever they lie. Of one thread. */
public interface ParquetInput extends AutoCloseable {
  long size();

  /** So many bytes from there on, which lie within the file. */
  byte[] read(long offset, int length) throws IOException;

  @Override
  void close() throws IOException;

  /** Those in memory. */
  static ParquetInput of(byte[] bytes) {
    return new ParquetInput() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public byte[] read(long offset, int length) {
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
      }

      @Override
      public void close() {}
    };
  }

  /** Those of a file. */
  static ParquetInput open(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    long size = channel.size();
    return new ParquetInput() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public byte[] read(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(offset);
        while (buffer.hasRemaining()) {
          if (channel.read(buffer) < 0) {
            throw new EOFException("the file has become shorter");
          }
        }
        return buffer.array();
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
