package dev.detente.flink.across;

import dev.detente.flink.read.Coded;
import dev.detente.flink.read.Reading;
import dev.detente.flink.read.Settings;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.source.duplicate.Fingerprint;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The keys under which articles find each other: those of links, or those of copies. */
final class KeysOf extends RichFlatMapFunction<Coded, KeyOf> {
  private static final long serialVersionUID = 1L;
  private static final int[] NONE = {};

  private final Settings settings;
  private final boolean copies;
  private transient @Nullable Reading reading;

  KeysOf(Settings settings, boolean copies) {
    this.settings = settings;
    this.copies = copies;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    reading = Reading.hold(settings);
  }

  @Override
  public void flatMap(Coded coded, Collector<KeyOf> out) {
    if (reading == null) {
      throw new IllegalStateException("not open");
    }
    ArticleRecord record = RecordReader.read(new String(coded.record(), StandardCharsets.UTF_8));
    if (copies) {
      for (long key : Fingerprint.of(record.article()).keys()) {
        out.collect(new KeyOf(Long.toHexString(key), coded.order(), NONE));
      }
    } else {
      ArticleSketch sketch = reading.sketcher().sketch(record);
      int[] meanings = sketch.meanings();
      for (String key : sketch.keys()) {
        out.collect(new KeyOf(key, coded.order(), meanings));
      }
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
