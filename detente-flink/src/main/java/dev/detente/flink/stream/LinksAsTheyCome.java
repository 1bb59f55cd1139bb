package dev.detente.flink.stream;

import dev.detente.flink.read.Settings;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Links of articles with earlier ones. What {@code flink.across} does when all articles are there,
 * this does as they come: keys tell who may be meant, the nearest send what is compared of them.
 */
public final class LinksAsTheyCome {
  /** How much older than the newest an article may be and still be no late one. */
  private static final Duration LATE = Duration.ofDays(1);

  /** A partition in which nothing comes holds up nobody for longer. */
  private static final Duration IDLE = Duration.ofMinutes(1);

  private LinksAsTheyCome() {}

  /**
   * The messages of links.
   *
   * @param window how long an article is held for later ones, in the time of articles
   * @param topic that they go to
   */
  public static DataStream<Sending> of(
      DataStream<Sketched> sketches, Duration window, Settings settings, String topic) {
    SingleOutputStreamOperator<Seen> seen =
        sketches
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Sketched>forBoundedOutOfOrderness(LATE)
                    .withIdleness(IDLE)
                    .withTimestampAssigner((sketched, before) -> sketched.time()))
            .process(new Numbering(window), TypeInformation.of(Seen.class))
            .setParallelism(1)
            .name("number")
            .uid("number");
    DataStream<Own> own = seen.getSideOutput(Numbering.OWN);
    DataStream<Met> met =
        seen.keyBy(Seen::key)
            .process(new MeetAsTheyCome(), TypeInformation.of(Met.class))
            .name("meet")
            .uid("meet");
    SingleOutputStreamOperator<Ask> asks =
        met.connect(own)
            .keyBy(Met::article, Own::article, Types.LONG)
            .process(new Choose(), TypeInformation.of(Ask.class))
            .name("choose")
            .uid("choose");
    return asks.connect(own)
        .keyBy(Ask::id, Own::id, Types.LONG)
        .process(new Hold(), TypeInformation.of(Part.class))
        .name("hold")
        .uid("hold")
        .union(asks.getSideOutput(Choose.OWN))
        .keyBy(Part::article)
        .process(new Link(settings, topic), TypeInformation.of(Sending.class))
        .name("link")
        .uid("link");
  }
}
