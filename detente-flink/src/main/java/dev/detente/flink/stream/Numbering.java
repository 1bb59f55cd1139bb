package dev.detente.flink.stream;

import dev.detente.flink.read.TaskReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives each article its place among all and sends its keys out. One task does it, so that all keys
 * see articles in the same order and each pair is compared once, when the later of the two comes.
 */
public final class Numbering extends ProcessFunction<Sketched, Seen>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Where the articles themselves go. */
  public static final OutputTag<Own> OWN = new OutputTag<>("own", TypeInformation.of(Own.class));

  /** Articles are forgotten day by day, so that few timers are kept. */
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final long window;
  private long next;
  private transient @Nullable ListState<Long> kept;
  private transient @Nullable Counter late;

  /**
   * @param window how long articles are held for later ones
   */
  public Numbering(Duration window) {
    this.window = window.toMillis();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    ListState<Long> state =
        context.getOperatorStateStore().getListState(new ListStateDescriptor<>("next", Long.class));
    for (Long reached : state.get()) {
      next = Math.max(next, reached);
    }
    kept = state;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (kept != null) {
      kept.clear();
      kept.add(next);
    }
  }

  @Override
  public void open(OpenContext context) {
    late = getRuntimeContext().getMetricGroup().addGroup(TaskReader.METRICS).counter("late");
  }

  @Override
  public void processElement(Sketched sketched, Context context, Collector<Seen> out) {
    long now = context.timerService().currentWatermark();
    if (sketched.time() < now && late != null) {
      late.inc();
    }
    // A late article is held as long as one that comes now: those that come with it may be late,
    // too.
    long from = Math.max(sketched.time(), now);
    long expires = (Math.floorDiv(from + window, DAY) + 1) * DAY;
    long article = next++;
    long id = id(sketched.id());
    context.output(OWN, new Own(article, id, expires, sketched.keys().length, sketched.sketch()));
    for (String key : sketched.keys()) {
      out.collect(new Seen(key, article, id, expires, sketched.meanings()));
    }
  }

  private static long id(String id) {
    try {
      return ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)))
          .getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
