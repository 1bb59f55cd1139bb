package dev.detente.source.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.detente.source.InputFormat;

/** Throws bytes at the reader of plain text and its encodings. */
class TextFuzzTest {
  private static final ReaderTarget TARGET = new ReaderTarget(InputFormat.TEXT);

  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) {
    TARGET.read(bytes);
  }
}
