package dev.detente.flink.across;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Sends the record of an article to those that ask for it. */
final class Fetch extends KeyedProcessFunction<Long, Piece, Piece> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ListState<Piece> pieces;

  @Override
  public void open(OpenContext context) {
    pieces = getRuntimeContext().getListState(new ListStateDescriptor<>("pieces", Piece.class));
  }

  private ListState<Piece> pieces() {
    if (pieces == null) {
      throw new IllegalStateException("not open");
    }
    return pieces;
  }

  @Override
  public void processElement(Piece piece, Context context, Collector<Piece> out) throws Exception {
    pieces().add(piece);
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Piece> out) throws Exception {
    byte[] record = null;
    List<Long> asking = new ArrayList<>();
    for (Piece piece : pieces().get()) {
      if (piece.record() != null) {
        record = piece.record();
      } else {
        asking.add(piece.other());
      }
    }
    for (long other : asking) {
      out.collect(new Piece(other, context.getCurrentKey(), record));
    }
  }
}
