package dev.detente.flink.across;

import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Brings together the articles of a key. */
final class Meet extends KeyedProcessFunction<String, KeyOf, Meeting> {
  private static final long serialVersionUID = 1L;

  /**
   * A key of more articles says nothing of them: those that tell the same share others. Keeps the
   * time of a key bounded.
   */
  static final int MOST = 5000;

  private transient @Nullable ListState<Long> members;
  private transient @Nullable Counter passedOver;

  @Override
  public void open(OpenContext context) {
    members = getRuntimeContext().getListState(new ListStateDescriptor<>("members", Long.class));
    passedOver = getRuntimeContext().getMetricGroup().addGroup("detente").counter("keysPassedOver");
  }

  private ListState<Long> members() {
    if (members == null) {
      throw new IllegalStateException("not open");
    }
    return members;
  }

  @Override
  public void processElement(KeyOf key, Context context, Collector<Meeting> out) throws Exception {
    members().add(key.article());
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Meeting> out) throws Exception {
    long[] all = new long[16];
    int size = 0;
    for (long article : members().get()) {
      if (size == MOST) {
        if (passedOver != null) {
          passedOver.inc();
        }
        return;
      }
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = article;
    }
    Arrays.sort(all, 0, size);
    for (int i = 1; i < size; i++) {
      out.collect(new Meeting(all[i], Arrays.copyOf(all, i)));
    }
  }
}
