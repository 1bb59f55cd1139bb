package dev.detente.flink.across;

import dev.detente.flink.read.Reading;
import dev.detente.flink.read.Settings;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.record.json.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Links an article with earlier ones. */
final class Relate extends KeyedProcessFunction<Long, Piece, LinksOf> {
  private static final long serialVersionUID = 1L;

  /** Sketches kept, since articles that follow each other are compared with the same ones. */
  private static final int HELD = 1000;

  private final Settings settings;
  private transient @Nullable Reading reading;
  private transient @Nullable ListState<Piece> pieces;
  private transient @Nullable Map<Long, ArticleSketch> held;

  Relate(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    reading = Reading.hold(settings);
    held =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, ArticleSketch> eldest) {
            return size() > HELD;
          }
        };
    pieces = getRuntimeContext().getListState(new ListStateDescriptor<>("pieces", Piece.class));
  }

  private ListState<Piece> pieces() {
    if (pieces == null) {
      throw new IllegalStateException("not open");
    }
    return pieces;
  }

  @Override
  public void processElement(Piece piece, Context context, Collector<LinksOf> out)
      throws Exception {
    pieces().add(piece);
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<LinksOf> out) throws Exception {
    ArticleSketch own = null;
    List<Piece> others = new ArrayList<>();
    for (Piece piece : pieces().get()) {
      if (!piece.isOwn()) {
        others.add(piece);
      }
    }
    if (others.isEmpty() || reading == null) {
      return;
    }
    List<ArticleSketch> earlier = new ArrayList<>();
    for (Piece piece : pieces().get()) {
      ArticleSketch sketch = sketch(piece, reading);
      if (piece.isOwn()) {
        own = sketch;
      } else {
        earlier.add(sketch);
      }
    }
    if (own == null) {
      throw new IllegalStateException("an article without its record");
    }
    List<CrossLink> links = reading.relater().relate(own, earlier);
    if (!links.isEmpty()) {
      out.collect(LinksOf.of(context.getCurrentKey(), links));
    }
  }

  private ArticleSketch sketch(Piece piece, Reading with) {
    ArticleSketch ready = held == null ? null : held.get(piece.other());
    if (ready == null) {
      byte[] record = piece.record();
      if (record == null) {
        throw new IllegalStateException("an article without its record");
      }
      ready = with.sketcher().sketch(RecordReader.read(new String(record, StandardCharsets.UTF_8)));
      if (held != null) {
        held.put(piece.other(), ready);
      }
    }
    return ready;
  }

  @Override
  public void close() {
    if (reading != null) {
      reading.close();
      reading = null;
    }
  }
}
