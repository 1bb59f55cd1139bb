package dev.detente.source.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Throws bytes at the reader of Web Annotations. */
class WebAnnotationFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) {
    MarkTarget.WEB_ANNOTATION.read(bytes);
  }
}
