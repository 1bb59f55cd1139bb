package dev.detente.flink.read;

import dev.detente.article.DetenteException;
import dev.detente.pipeline.OrderedRun;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Reads articles; what cannot be read, and what is to be known of the others, goes aside. */
public final class ReadFunction extends ProcessFunction<Arrival, Coded> {
  private static final long serialVersionUID = 1L;

  /** Where remarks go. */
  public static final OutputTag<Remark> REMARKS =
      new OutputTag<>("remarks", TypeInformation.of(Remark.class));

  private static final String UNDATED = "undated";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Settings settings;
  private transient @Nullable TaskReader reader;

  public ReadFunction(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    reader = new TaskReader(settings, getRuntimeContext());
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Coded> out)
      throws Exception {
    TaskReader reads = reader;
    if (reads == null) {
      throw new IllegalStateException("not open");
    }
    if (arrival.article() == null) {
      reads.refuse();
      refuse(arrival, String.valueOf(arrival.message()), context);
      return;
    }
    OrderedRun.Outcome<Coded> outcome =
        reads.read(arrival::incoming, read -> coded(arrival.order(), read.record()));
    Coded coded = outcome.value();
    if (coded == null) {
      reads.refuse();
      DetenteException failure = outcome.failure();
      refuse(arrival, failure == null ? "" : String.valueOf(failure.getMessage()), context);
      return;
    }
    out.collect(coded);
    if (!arrival.notices().isEmpty()) {
      context.output(REMARKS, new Remark(arrival.order(), arrival.notices(), ""));
    }
  }

  private static void refuse(Arrival arrival, String message, Context context) {
    context.output(REMARKS, new Remark(arrival.order(), arrival.notices(), message));
  }

  private static Coded coded(long order, ArticleRecord record) {
    String published = record.article().published();
    return new Coded(
        order,
        record.article().id(),
        published != null && DAY.matcher(published).matches() ? published : UNDATED,
        RecordWriter.line(record).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws Exception {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
