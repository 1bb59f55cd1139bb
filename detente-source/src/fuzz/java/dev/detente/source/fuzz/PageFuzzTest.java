package dev.detente.source.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.detente.source.InputFormat;

/** Throws bytes at the reader of web pages. */
class PageFuzzTest {
  private static final ReaderTarget TARGET = new ReaderTarget(InputFormat.PAGE);

  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) {
    TARGET.read(bytes);
  }
}
