package dev.detente.flink.across;

import dev.detente.flink.files.Line;
import dev.detente.flink.read.Coded;
import dev.detente.flink.read.Settings;
import dev.detente.source.duplicate.Fingerprint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Links, copies and stories of a bounded number of articles. Nothing but numbers is held for all
 * articles at once: what meets under a key is sorted by Flink, on disk where it is much. Each
 * article is compared with earlier ones, so that every pair is compared once.
 */
public final class Across {
  private Across() {}

  /** The lines about links and stories of these records. */
  public static DataStream<Line> of(DataStream<Coded> records, Settings settings) {
    DataStream<Coded> latest =
        records
            .keyBy(Coded::id)
            .process(new LatestOfId(), TypeInformation.of(Coded.class))
            .name("latest");
    DataStream<Piece> own =
        latest
            .map(coded -> Piece.own(coded.order(), coded.record()))
            .returns(Piece.class)
            .name("own");
    DataStream<LinksOf> links = links(latest, own, settings);
    DataStream<Told> told =
        latest
            .map(coded -> new Told(coded.id(), null, null))
            .returns(Told.class)
            .union(
                copies(latest, own, settings),
                links.map(of -> new Told(null, null, of)).returns(Told.class));
    DataStream<Line> stories =
        told.keyBy(all -> 0, Types.INT)
            .process(new Group(), TypeInformation.of(Line.class))
            .setParallelism(1)
            .name("stories");
    return links.map(Lines::of).returns(Line.class).union(stories);
  }

  private static DataStream<LinksOf> links(
      DataStream<Coded> latest, DataStream<Piece> own, Settings settings) {
    DataStream<Piece> asked = candidates(latest, new KeysOf(settings, false), 1);
    return fetched(own, asked)
        .union(own)
        .keyBy(Piece::article)
        .process(new Relate(settings), TypeInformation.of(LinksOf.class))
        .name("links");
  }

  private static DataStream<Told> copies(
      DataStream<Coded> latest, DataStream<Piece> own, Settings settings) {
    DataStream<Piece> alike =
        candidates(latest, new KeysOf(settings, true), Fingerprint.KEYS_SHARED)
            .keyBy(all -> 0, Types.INT)
            .process(new Connect(), TypeInformation.of(Piece.class))
            .setParallelism(1)
            .name("alike");
    return fetched(own, alike)
        .keyBy(Piece::article)
        .process(new Copies(), TypeInformation.of(Told.class))
        .name("copies");
  }

  private static DataStream<Piece> candidates(DataStream<Coded> latest, KeysOf keys, int fewest) {
    return latest
        .flatMap(keys)
        .returns(KeyOf.class)
        .name("keys")
        .keyBy(KeyOf::key)
        .process(new Meet(), TypeInformation.of(Meeting.class))
        .name("meet")
        .keyBy(Meeting::article)
        .process(new Candidates(fewest), TypeInformation.of(Piece.class))
        .name("candidates");
  }

  private static DataStream<Piece> fetched(DataStream<Piece> own, DataStream<Piece> asked) {
    return own.union(asked)
        .keyBy(Piece::article)
        .process(new Fetch(), TypeInformation.of(Piece.class))
        .name("fetch");
  }
}
