package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.record.ArticleRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records by what their articles are called. Articles of one name and different texts are kept
 * apart; of an article that was read twice, the later record counts. Not thread-safe.
 */
final class KnownRecords {
  private final Map<String, Map<String, ArticleRecord>> byName = new HashMap<>();

  /** Keeps a record under a name, one of perhaps several of its article. */
  void add(String name, ArticleRecord record) {
    byName
        .computeIfAbsent(name, key -> new LinkedHashMap<>())
        .put(record.article().text().string(), record);
  }

  /**
   * The record of the article of this name; null when there is none.
   *
   * @param text of the article, which decides between several of the name; null when not known
   * @param where who names it, for messages
   * @throws DetenteException DET-0168 when there are several of the name and the text is none of
   *     theirs
   */
  @Nullable ArticleRecord get(String name, @Nullable String text, String where) {
    Map<String, ArticleRecord> named = byName.getOrDefault(name, Map.of());
    ArticleRecord exact = text == null ? null : named.get(text);
    if (exact != null || named.isEmpty()) {
      return exact;
    }
    if (named.size() > 1) {
      throw new DetenteException(
          "DET-0168",
          where
              + ": the records have "
              + named.size()
              + " different articles called \""
              + name
              + "\"; give each an id of its own, or leave all but one out");
    }
    return named.values().iterator().next();
  }
}
