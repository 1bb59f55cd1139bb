package dev.detente.flink.across;

import dev.detente.ledger.relate.ArticleSketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private transient @Nullable ListState<KeyOf> members;
  private transient @Nullable Counter passedOver;

  @Override
  public void open(OpenContext context) {
    members = getRuntimeContext().getListState(new ListStateDescriptor<>("members", KeyOf.class));
    passedOver = getRuntimeContext().getMetricGroup().addGroup("detente").counter("keysPassedOver");
  }

  private ListState<KeyOf> members() {
    if (members == null) {
      throw new IllegalStateException("not open");
    }
    return members;
  }

  @Override
  public void processElement(KeyOf key, Context context, Collector<Meeting> out) throws Exception {
    members().add(key);
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Meeting> out) throws Exception {
    List<KeyOf> all = new ArrayList<>();
    for (KeyOf member : members().get()) {
      if (all.size() == MOST) {
        if (passedOver != null) {
          passedOver.inc();
        }
        return;
      }
      all.add(member);
    }
    all.sort(Comparator.comparingLong(KeyOf::article));
    for (int i = 1; i < all.size(); i++) {
      long[] earlier = new long[i];
      byte[] alike = new byte[i];
      for (int j = 0; j < i; j++) {
        earlier[j] = all.get(j).article();
        alike[j] = (byte) ArticleSketch.shared(all.get(i).meanings(), all.get(j).meanings());
      }
      out.collect(new Meeting(all.get(i).article(), earlier, alike));
    }
  }
}
