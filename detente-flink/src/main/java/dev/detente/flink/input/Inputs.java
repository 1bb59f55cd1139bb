package dev.detente.flink.input;

import dev.detente.flink.read.Arrival;
import dev.detente.flink.read.Settings;
import dev.detente.source.InputFormat;
import dev.detente.source.Part;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The articles of files and addresses as a source of Flink. Each input is read by one task, by the
 * code that reads it on one machine; how far it has been read is part of a checkpoint.
 */
public final class Inputs implements Source<Arrival, InputSplit, List<InputSplit>> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> names = new ArrayList<>();
  private final ArrayList<InputFormat> formats = new ArrayList<>();
  private final Settings settings;

  /**
   * @param parts what to read, in order
   */
  public Inputs(List<Part> parts, Settings settings) {
    for (Part part : parts) {
      names.add(part.name());
      formats.add(part.format());
    }
    this.settings = settings;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<InputSplit, List<InputSplit>> createEnumerator(
      SplitEnumeratorContext<InputSplit> context) {
    List<InputSplit> splits = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      splits.add(new InputSplit(i, new Part(names.get(i), formats.get(i)), null));
    }
    return new SplitQueue(context, splits);
  }

  @Override
  public SplitEnumerator<InputSplit, List<InputSplit>> restoreEnumerator(
      SplitEnumeratorContext<InputSplit> context, List<InputSplit> waiting) {
    return new SplitQueue(context, waiting);
  }

  @Override
  public SimpleVersionedSerializer<InputSplit> getSplitSerializer() {
    return new SplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<InputSplit>> getEnumeratorCheckpointSerializer() {
    return new SplitSerializer.OfLists();
  }

  @Override
  public SourceReader<Arrival, InputSplit> createReader(SourceReaderContext context)
      throws Exception {
    return new InputReader(context, settings);
  }
}
