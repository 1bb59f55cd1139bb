package dev.detente.flink.input;

import dev.detente.article.DetenteException;
import dev.detente.flink.read.Arrival;
import dev.detente.flink.read.Order;
import dev.detente.flink.read.Reading;
import dev.detente.flink.read.Settings;
import dev.detente.source.ArticleSource;
import dev.detente.source.Checkpoint;
import dev.detente.source.Incoming;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.jspecify.annotations.Nullable;

/** Reads one input after the other, each with a {@link Feeder} of its own. */
final class InputReader implements SourceReader<Arrival, InputSplit> {
  private final SourceReaderContext context;
  private final Reading reading;
  private final ArticleSource source;
  private final Deque<InputSplit> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private @Nullable InputSplit current;
  private @Nullable Feeder feeder;
  private long ordinal;
  private boolean asked;
  private boolean noMore;

  InputReader(SourceReaderContext context, Settings settings) throws IOException {
    this.context = context;
    this.reading = Reading.hold(settings);
    this.source = new ArticleSource(settings.options(reading.codebook()));
  }

  @Override
  public void start() {
    ask();
  }

  private void ask() {
    if (!asked && !noMore && waiting.isEmpty() && current == null) {
      asked = true;
      context.sendSplitRequest();
    }
  }

  @Override
  public void addSplits(List<InputSplit> splits) {
    asked = false;
    waiting.addAll(splits);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMore = true;
    available.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Arrival> output) {
    Feeder feeding = feeder;
    if (feeding == null) {
      InputSplit next = waiting.poll();
      if (next == null) {
        if (noMore) {
          return InputStatus.END_OF_INPUT;
        }
        available = new CompletableFuture<>();
        ask();
        return InputStatus.NOTHING_AVAILABLE;
      }
      current = next;
      Checkpoint reached = next.reached();
      ordinal = reached == null ? 0 : reached.articles();
      feeding = new Feeder(next, source);
      feeder = feeding;
    }
    Feeder.Given given;
    try {
      given = feeding.poll();
    } catch (DetenteException e) {
      // What a machine lacks it also lacks when it is asked again.
      throw new SuppressRestartsException(e);
    }
    if (given == null) {
      available = feeding.available();
      return available.isDone() ? InputStatus.MORE_AVAILABLE : InputStatus.NOTHING_AVAILABLE;
    }
    InputSplit split = current;
    if (given.incoming() == null || split == null) {
      feeder = null;
      current = null;
      ask();
      return InputStatus.MORE_AVAILABLE;
    }
    Incoming incoming = given.incoming();
    Checkpoint reached = incoming.reached();
    ordinal = reached == null ? ordinal + 1 : reached.articles();
    long order = Order.of(split.number(), ordinal);
    output.collect(Arrival.of(order, incoming), order);
    if (reached != null) {
      current = split.reaching(reached);
    }
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public List<InputSplit> snapshotState(long checkpoint) {
    List<InputSplit> splits = new ArrayList<>();
    if (current != null) {
      splits.add(current);
    }
    splits.addAll(waiting);
    return splits;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void close() throws Exception {
    if (feeder != null) {
      feeder.close();
    }
    reading.close();
  }
}
