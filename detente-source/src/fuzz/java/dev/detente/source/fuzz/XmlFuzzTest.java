package dev.detente.source.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.detente.source.InputFormat;

/** Throws bytes at the reader of agency items and feeds in XML. */
class XmlFuzzTest {
  private static final ReaderTarget TARGET = new ReaderTarget(InputFormat.XML);

  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) {
    TARGET.read(bytes);
  }
}
