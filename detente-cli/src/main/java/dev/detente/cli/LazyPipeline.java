package dev.detente.cli;

import dev.detente.codebook.Codebook;
import dev.detente.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;

/** The reading, loaded when the first article needs it. Thread-safe; close it when done. */
final class LazyPipeline implements AutoCloseable {
  private final Codebook codebook;
  private final boolean analysed;
  private @Nullable Pipeline pipeline;

  /**
   * @param analysed whether every article brings its analysis along
   */
  LazyPipeline(Codebook codebook, boolean analysed) {
    this.codebook = codebook;
    this.analysed = analysed;
  }

  synchronized Pipeline get() {
    Pipeline loaded = pipeline;
    if (loaded == null) {
      loaded = Pipeline.load(codebook, analysed);
      pipeline = loaded;
    }
    return loaded;
  }

  @Override
  public synchronized void close() {
    if (pipeline != null) {
      pipeline.close();
    }
  }
}
