package dev.detente.ledger;

import dev.detente.ledger.search.Marks;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import org.jspecify.annotations.Nullable;

/** Puts the words of an article, of its statements and of its events into the index. */
final class ItemWords {
  private ItemWords() {}

  /**
   * Adds all items of an article.
   *
   * @param marks by which other articles find it
   */
  static void add(SearchIndex index, long n, ArticleRecord record, Marks marks) {
    String language = record.article().language();
    index.add(ItemNumber.ofArticle(n), n, language, record.article().text().string(), marks);
    for (Statement statement : record.statements()) {
      StringBuilder words = new StringBuilder();
      statement.content().forEach(span -> words.append(record.article().slice(span)).append('\n'));
      add(index, n, statement.id(), language, words.toString());
    }
    for (Event event : record.events()) {
      add(index, n, event.id(), language, record.article().slice(event.evidence()));
    }
  }

  private static void add(
      SearchIndex index, long n, String id, @Nullable String language, String words) {
    long item = ItemNumber.of(n, id);
    if (item >= 0) {
      index.add(item, n, language, words);
    }
  }
}
