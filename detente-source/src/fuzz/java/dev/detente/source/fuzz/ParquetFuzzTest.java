package dev.detente.source.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.detente.source.InputFormat;

/** Throws bytes at the reader of Parquet. */
class ParquetFuzzTest {
  private static final ReaderTarget TARGET = new ReaderTarget(InputFormat.PARQUET);

  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) {
    TARGET.read(bytes);
  }
}
