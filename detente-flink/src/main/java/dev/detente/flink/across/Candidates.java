package dev.detente.flink.across;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the earlier articles that an article is compared with, by {@link Nearest}. Asks each of
 * them, by a piece without a record.
 */
final class Candidates extends KeyedProcessFunction<Long, Meeting, Piece> {
  private static final long serialVersionUID = 1L;

  private final int fewest;
  private transient @Nullable ListState<Meeting> met;

  /**
   * @param fewest keys in common
   */
  Candidates(int fewest) {
    this.fewest = fewest;
  }

  @Override
  public void open(OpenContext context) {
    met = getRuntimeContext().getListState(new ListStateDescriptor<>("met", Meeting.class));
  }

  private ListState<Meeting> met() {
    if (met == null) {
      throw new IllegalStateException("not open");
    }
    return met;
  }

  @Override
  public void processElement(Meeting meeting, Context context, Collector<Piece> out)
      throws Exception {
    met().add(meeting);
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Piece> out) throws Exception {
    Map<Long, Integer> common = new HashMap<>();
    Map<Long, Integer> alike = new HashMap<>();
    for (Meeting meeting : met().get()) {
      for (int i = 0; i < meeting.earlier().length; i++) {
        common.merge(meeting.earlier()[i], 1, Integer::sum);
        alike.put(meeting.earlier()[i], Byte.toUnsignedInt(meeting.alike()[i]));
      }
    }
    for (long article : Nearest.of(common, alike, fewest)) {
      out.collect(new Piece(article, context.getCurrentKey(), null));
    }
  }
}
