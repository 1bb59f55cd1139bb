package dev.detente.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.cli.score.Figures;
import dev.detente.cli.score.Scorer;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commands as the scoring tests use them. */
public final class ScoreRuns {
  private ScoreRuns() {}

  /** The records of annotated articles as JSON Lines. */
  public static String read(Path gold) {
    return Run.piped("", "read", gold).out();
  }

  /** The figures of annotated articles. */
  public static Figures of(Path gold) {
    return ofSureLinks(gold, read(gold), 0);
  }

  /**
   * The figures of annotated articles, of the links those alone that are as sure as this.
   *
   * @param lines their records as JSON Lines
   */
  public static Figures ofSureLinks(Path gold, String lines, double least) {
    Map<String, ArticleRecord> records = new HashMap<>();
    lines
        .lines()
        .map(RecordReader::read)
        .forEach(record -> records.put(record.article().id(), record));
    records.replaceAll(
        (id, record) ->
            record.withLinks(
                record.links().stream().filter(link -> link.confidence() >= least).toList()));
    Scorer scorer = new Scorer();
    for (JsonNode article : ScoreCommand.load(List.of(gold))) {
      scorer.add(article, records.get(article.path("id").asText()));
    }
    return scorer.figures();
  }

  /** What {@code score} prints for records written before. */
  public static String table(Path gold, Path records) {
    return Run.piped("", "score", gold, "--records", records).out();
  }
}
