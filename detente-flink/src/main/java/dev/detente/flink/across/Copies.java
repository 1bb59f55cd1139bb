package dev.detente.flink.across;

import dev.detente.record.json.RecordReader;
import dev.detente.source.duplicate.CopyGroup;
import dev.detente.source.duplicate.Fingerprint;
import dev.detente.source.duplicate.NearDuplicates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Of articles that may be copies, those that print one report. */
final class Copies extends KeyedProcessFunction<Long, Piece, Told> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ListState<byte[]> fingerprints;

  @Override
  public void open(OpenContext context) {
    fingerprints =
        getRuntimeContext().getListState(new ListStateDescriptor<>("fingerprints", byte[].class));
  }

  private ListState<byte[]> fingerprints() {
    if (fingerprints == null) {
      throw new IllegalStateException("not open");
    }
    return fingerprints;
  }

  @Override
  public void processElement(Piece piece, Context context, Collector<Told> out) throws Exception {
    byte[] record = piece.record();
    if (record != null) {
      fingerprints()
          .add(
              Fingerprint.of(
                      RecordReader.read(new String(record, StandardCharsets.UTF_8)).article())
                  .bytes());
    }
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Told> out) throws Exception {
    List<Fingerprint> reports = new ArrayList<>();
    for (byte[] bytes : fingerprints().get()) {
      reports.add(Fingerprint.ofBytes(bytes));
    }
    for (CopyGroup group : NearDuplicates.STANDARD.group(reports)) {
      if (group.members().size() > 1) {
        out.collect(new Told(null, group.members().toArray(new String[0]), null));
      }
    }
  }
}
