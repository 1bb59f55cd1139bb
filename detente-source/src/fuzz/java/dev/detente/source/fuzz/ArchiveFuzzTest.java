package dev.detente.source.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.detente.source.InputFormat;

/** Throws bytes at the reader of web archives. */
class ArchiveFuzzTest {
  private static final ReaderTarget TARGET = new ReaderTarget(InputFormat.ARCHIVE);

  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) {
    TARGET.read(bytes);
  }
}
