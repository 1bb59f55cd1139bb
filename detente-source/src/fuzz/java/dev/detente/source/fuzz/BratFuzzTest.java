package dev.detente.source.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Throws bytes at the reader of brat's annotations. */
class BratFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) {
    MarkTarget.BRAT.read(bytes);
  }
}
