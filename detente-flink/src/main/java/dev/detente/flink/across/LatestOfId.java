package dev.detente.flink.across;

import dev.detente.flink.read.Coded;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Of several versions of an article, which have one id, the last. */
final class LatestOfId extends KeyedProcessFunction<String, Coded, Coded> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ValueState<Coded> latest;

  @Override
  public void open(OpenContext context) {
    latest = getRuntimeContext().getState(new ValueStateDescriptor<>("latest", Coded.class));
  }

  private ValueState<Coded> latest() {
    if (latest == null) {
      throw new IllegalStateException("not open");
    }
    return latest;
  }

  @Override
  public void processElement(Coded coded, Context context, Collector<Coded> out) throws Exception {
    Coded before = latest().value();
    if (before == null || before.order() < coded.order()) {
      latest().update(coded);
    }
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Coded> out) throws Exception {
    out.collect(latest().value());
  }
}
