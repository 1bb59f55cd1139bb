package dev.detente.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.ArticleText;
import dev.detente.record.ArticleRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotated article beside what was read of it. Immutable.
 *
 * @param gold the annotation
 * @param text of the annotation
 * @param record null when it could not be read
 * @param figures of this article alone
 * @param differences in order of what is compared
 */
public record Comparison(
    JsonNode gold,
    ArticleText text,
    @Nullable ArticleRecord record,
    Figures figures,
    List<Difference> differences) {
  public Comparison {
    differences = List.copyOf(differences);
  }

  /** The article's id. */
  public String id() {
    return gold.path("id").asText();
  }

  /** The annotated language; {@code ?} when the annotation gives none. */
  public String language() {
    return gold.path("language").asText("?");
  }

  /** {@code constructed} for texts written to be annotated, {@code real} for all others. */
  public String origin() {
    return gold.path("origin").asText("").equals("constructed") ? "constructed" : "real";
  }
}
