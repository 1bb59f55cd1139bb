package dev.detente.flink.input;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives an input to whichever task asks for one, in order. */
final class SplitQueue implements SplitEnumerator<InputSplit, List<InputSplit>> {
  private final SplitEnumeratorContext<InputSplit> context;
  private final Deque<InputSplit> waiting;

  SplitQueue(SplitEnumeratorContext<InputSplit> context, List<InputSplit> splits) {
    this.context = context;
    this.waiting = new ArrayDeque<>(splits);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int task, @Nullable String host) {
    if (!context.registeredReaders().containsKey(task)) {
      return;
    }
    InputSplit next = waiting.poll();
    if (next == null) {
      context.signalNoMoreSplits(task);
    } else {
      context.assignSplit(next, task);
    }
  }

  @Override
  public void addSplitsBack(List<InputSplit> splits, int task) {
    for (int i = splits.size() - 1; i >= 0; i--) {
      waiting.addFirst(splits.get(i));
    }
  }

  @Override
  public void addReader(int task) {}

  @Override
  public List<InputSplit> snapshotState(long checkpoint) {
    return new ArrayList<>(waiting);
  }

  @Override
  public void close() {}
}
