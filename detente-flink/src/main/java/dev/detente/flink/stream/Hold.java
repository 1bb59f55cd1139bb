package dev.detente.flink.stream;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Holds the sketch of an article and sends it to those that ask for it. */
public final class Hold extends KeyedCoProcessFunction<Long, Ask, Own, Part> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ValueState<Own> held;
  private transient @Nullable ListState<Ask> waiting;

  @Override
  public void open(OpenContext context) {
    held = getRuntimeContext().getState(new ValueStateDescriptor<>("held", Own.class));
    waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", Ask.class));
  }

  @Override
  public void processElement1(Ask ask, Context context, Collector<Part> out) throws Exception {
    if (held == null || waiting == null) {
      throw new IllegalStateException("not open");
    }
    Own article = held.value();
    if (article == null) {
      // It comes by another way, and may be overtaken.
      waiting.add(ask);
    } else {
      out.collect(new Part(ask.article(), 0, article.sketch()));
    }
  }

  @Override
  public void processElement2(Own article, Context context, Collector<Part> out) throws Exception {
    if (held == null || waiting == null) {
      throw new IllegalStateException("not open");
    }
    Own before = held.value();
    if (before != null && before.article() > article.article()) {
      return;
    }
    held.update(article);
    for (Ask ask : waiting.get()) {
      out.collect(new Part(ask.article(), 0, article.sketch()));
    }
    waiting.clear();
    // After the keys have forgotten it, nobody asks any more.
    context.timerService().registerEventTimeTimer(article.expires() + 1);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Part> out) throws Exception {
    Own article = held == null ? null : held.value();
    if (held != null && article != null && article.expires() < time) {
      held.clear();
    }
  }
}
