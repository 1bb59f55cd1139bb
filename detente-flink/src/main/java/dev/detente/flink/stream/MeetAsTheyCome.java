package dev.detente.flink.stream;

import dev.detente.flink.read.TaskReader;
import dev.detente.ledger.relate.ArticleSketch;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Tells an article which earlier ones a key has, and keeps it for later ones. */
public final class MeetAsTheyCome extends KeyedProcessFunction<String, Seen, Met> {
  private static final long serialVersionUID = 1L;

  /** Articles that a key holds, the latest; bounds its state and its time. */
  static final int MOST = 300;

  private transient @Nullable ListState<Seen> held;
  private transient @Nullable Counter pushedOut;

  @Override
  public void open(OpenContext context) {
    held = getRuntimeContext().getListState(new ListStateDescriptor<>("held", Seen.class));
    pushedOut =
        getRuntimeContext().getMetricGroup().addGroup(TaskReader.METRICS).counter("pushedOut");
  }

  private ListState<Seen> held() {
    if (held == null) {
      throw new IllegalStateException("not open");
    }
    return held;
  }

  @Override
  public void processElement(Seen seen, Context context, Collector<Met> out) throws Exception {
    List<Seen> others = new ArrayList<>();
    for (Seen other : held().get()) {
      // Of an article that comes again the last version counts.
      if (other.id() != seen.id()) {
        others.add(other);
      }
    }
    long[] earlier = new long[others.size()];
    long[] ids = new long[others.size()];
    byte[] alike = new byte[others.size()];
    for (int i = 0; i < earlier.length; i++) {
      earlier[i] = others.get(i).article();
      ids[i] = others.get(i).id();
      alike[i] = (byte) ArticleSketch.shared(seen.meanings(), others.get(i).meanings());
    }
    out.collect(new Met(seen.article(), earlier, ids, alike));
    if (others.size() == MOST) {
      others.remove(0);
      if (pushedOut != null) {
        pushedOut.inc();
      }
    }
    others.add(seen);
    held().update(others);
    context.timerService().registerEventTimeTimer(seen.expires());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Met> out) throws Exception {
    List<Seen> left = new ArrayList<>();
    for (Seen seen : held().get()) {
      if (seen.expires() > time) {
        left.add(seen);
      }
    }
    held().update(left);
  }
}
