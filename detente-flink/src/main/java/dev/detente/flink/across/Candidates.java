package dev.detente.flink.across;

import dev.detente.ledger.relate.CandidateIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the earlier articles that an article is compared with, as the ledger does: those with
 * most meanings in common, then with most keys, then the first, {@link CandidateIndex#MOST} at
 * most. Asks each of them, by a piece without a record.
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
    List<Long> chosen = new ArrayList<>(common.keySet());
    chosen.removeIf(article -> common.getOrDefault(article, 0) < fewest);
    chosen.sort(
        Comparator.comparing((Long article) -> alike.getOrDefault(article, 0))
            .thenComparing(article -> common.getOrDefault(article, 0))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    for (long article : chosen.subList(0, Math.min(CandidateIndex.MOST, chosen.size()))) {
      out.collect(new Piece(article, context.getCurrentKey(), null));
    }
  }
}
