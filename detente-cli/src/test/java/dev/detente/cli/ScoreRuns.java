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
    Map<String, ArticleRecord> records = new HashMap<>();
    read(gold)
        .lines()
        .map(RecordReader::read)
        .forEach(record -> records.put(record.article().id(), record));
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
