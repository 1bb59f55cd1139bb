package dev.detente.flink.stream;

import dev.detente.flink.across.Lines;
import dev.detente.flink.read.Reading;
import dev.detente.flink.read.Settings;
import dev.detente.flink.read.TaskReader;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.SketchBytes;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Links an article with those that were chosen for it, when all have come. */
public final class Link extends KeyedProcessFunction<Long, Part, Sending> {
  private static final long serialVersionUID = 1L;

  private final Settings settings;
  private final String topic;
  private transient @Nullable Reading reading;
  private transient @Nullable ListState<Part> parts;
  private transient @Nullable Counter links;

  /**
   * @param topic of links
   */
  public Link(Settings settings, String topic) {
    this.settings = settings;
    this.topic = topic;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    reading = Reading.hold(settings);
    parts = getRuntimeContext().getListState(new ListStateDescriptor<>("parts", Part.class));
    links = getRuntimeContext().getMetricGroup().addGroup(TaskReader.METRICS).counter("links");
  }

  @Override
  public void processElement(Part part, Context context, Collector<Sending> out) throws Exception {
    if (reading == null || parts == null || links == null) {
      throw new IllegalStateException("not open");
    }
    parts.add(part);
    Part own = null;
    List<Part> others = new ArrayList<>();
    for (Part one : parts.get()) {
      if (one.others() > 0) {
        own = one;
      } else {
        others.add(one);
      }
    }
    if (own == null || others.size() < own.others()) {
      return;
    }
    parts.clear();
    List<ArticleSketch> sketches =
        others.stream().map(other -> SketchBytes.read(other.sketch())).toList();
    for (CrossLink link : reading.relater().relate(SketchBytes.read(own.sketch()), sketches)) {
      String key = link.from() + " " + link.relation().label() + " " + link.to();
      out.collect(Sending.of(topic, key, Lines.of(link), -1));
      links.inc();
    }
  }

  @Override
  public void close() {
    if (reading != null) {
      reading.close();
      reading = null;
    }
  }
}
