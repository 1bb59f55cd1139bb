package dev.detente.flink;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.detente.flink.across.Across;
import dev.detente.flink.files.Line;
import dev.detente.flink.files.LineFiles;
import dev.detente.flink.input.Inputs;
import dev.detente.flink.read.Arrival;
import dev.detente.flink.read.Coded;
import dev.detente.flink.read.ReadFunction;
import dev.detente.flink.read.Remark;
import dev.detente.flink.read.Settings;
import dev.detente.source.Part;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The steps of {@code detente cluster read}: inputs, articles, records, files. */
final class ReadJob {
  static final String MESSAGES = "messages";

  private ReadJob() {}

  /**
   * Puts the steps together; the environment then runs them.
   *
   * @param tables whether records are also written as tables
   */
  static void build(
      StreamExecutionEnvironment environment,
      List<Part> parts,
      Settings settings,
      URI to,
      boolean tables) {
    int sources = Math.min(environment.getParallelism(), Math.max(1, parts.size()));
    SingleOutputStreamOperator<Coded> records =
        environment
            .fromSource(
                new Inputs(parts, settings),
                WatermarkStrategy.noWatermarks(),
                "articles",
                TypeInformation.of(Arrival.class))
            .setParallelism(sources)
            .rebalance()
            .process(new ReadFunction(settings), TypeInformation.of(Coded.class))
            .name("read");
    DataStream<Line> lines =
        records
            .map(coded -> new Line(LineFiles.records(coded.day()), coded.order(), coded.record()))
            .returns(Line.class)
            .union(
                records.getSideOutput(ReadFunction.REMARKS).map(ReadJob::line).returns(Line.class),
                Across.of(records, settings));
    // Flink sorts what is keyed, by key and then by a time, for which the order stands.
    lines
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Line>noWatermarks()
                .withTimestampAssigner((line, before) -> line.order()))
        .keyBy(Line::folder)
        .process(new InOrder(), TypeInformation.of(Line.class))
        .name("sort")
        .sinkTo(new LineFiles(to, tables))
        .name("files");
  }

  private static Line line(Remark remark) {
    List<String> lines = new ArrayList<>();
    remark.notices().lines().forEach(notice -> lines.add(message(false, notice)));
    if (!remark.refusal().isEmpty()) {
      lines.add(message(true, remark.refusal()));
    }
    return new Line(
        MESSAGES, remark.order(), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static String message(boolean refused, String message) {
    return "{\"schema\":\"detente/message/1\",\"refused\":"
        + refused
        + ",\"message\":\""
        + new String(JsonStringEncoder.getInstance().quoteAsString(message))
        + "\"}";
  }

  private static final class InOrder extends KeyedProcessFunction<String, Line, Line> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Line line, Context context, Collector<Line> out) {
      out.collect(line);
    }
  }
}
