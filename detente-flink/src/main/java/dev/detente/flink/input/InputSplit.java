package dev.detente.flink.input;

import dev.detente.source.Checkpoint;
import dev.detente.source.Part;
import org.apache.flink.api.connector.source.SourceSplit;
import org.jspecify.annotations.Nullable;

/**
 * One input of a job, and how far it has been read.
 *
 * @param number its place among the inputs, from 0
 * @param reached null when nothing has been read
 */
record InputSplit(int number, Part part, @Nullable Checkpoint reached) implements SourceSplit {
  @Override
  public String splitId() {
    return Integer.toString(number);
  }

  /** The same, read as far as this. */
  InputSplit reaching(Checkpoint checkpoint) {
    return new InputSplit(number, part, checkpoint);
  }
}
