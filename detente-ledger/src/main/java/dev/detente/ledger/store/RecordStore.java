package dev.detente.ledger.store;

import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.conllu.ConlluReader;
import dev.detente.record.ArticleRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records and analyses of a ledger, as they were read. One thread at a time. */
public final class RecordStore {
  private final LedgerDatabase database;

  public RecordStore(LedgerDatabase database) {
    this.database = database;
  }

  /** The record with this number, current or former; null when there is none. */
  public @Nullable ArticleRecord record(long n) {
    List<ArticleRecord> found = records(List.of(n));
    return found.isEmpty() ? null : found.get(0);
  }

  /** The record of an article as it is now; null when there is none. */
  public @Nullable ArticleRecord record(String id) {
    List<Long> n = database.list("SELECT n FROM article WHERE id = ?", row -> row.getLong(1), id);
    return n.isEmpty() ? null : record(n.get(0));
  }

  /**
   * The records with these numbers, in order of the numbers; those that are not there are left out.
   */
  public List<ArticleRecord> records(List<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    StringBuilder these = new StringBuilder();
    for (long n : numbers) {
      these.append(these.length() == 0 ? "" : ", ").append(n);
    }
    return database.list(
        "SELECT a.id, b.text, b.record FROM body b JOIN (SELECT n, id FROM article WHERE n IN ("
            + these
            + ") UNION ALL SELECT n, id FROM former WHERE n IN ("
            + these
            + ")) a USING (n) WHERE b.n IN ("
            + these
            + ") ORDER BY b.n",
        row -> CodedArticle.record(row.getBytes(3), row.getString(1), row.getString(2)));
  }

  /**
   * An article with its analysis, to be coded anew.
   *
   * @param n its number
   * @param record as it was coded before
   * @param analysed null when the ledger holds no analysis of it
   */
  public record Coding(
      long n,
      int version,
      long content,
      ArticleRecord record,
      @Nullable AnalysedArticle analysed,
      @Nullable String model,
      @Nullable String codebook) {}

  /**
   * Current articles from a number on, at most so many, in order.
   *
   * @param codebook those that it coded are left out; null for none
   */
  public List<Coding> codings(long from, @Nullable String codebook, int most) {
    return database.list(
        "SELECT a.n, a.version, a.hash, a.id, b.text, b.record, b.analysis, a.model, a.codebook"
            + " FROM article a JOIN body b USING (n) WHERE a.n >= ? AND (?::VARCHAR IS NULL OR"
            + " a.codebook IS DISTINCT FROM ?) ORDER BY a.n LIMIT "
            + most,
        row -> {
          ArticleRecord record =
              CodedArticle.record(row.getBytes(6), row.getString(4), row.getString(5));
          byte[] analysis = row.getBytes(7);
          return new Coding(
              row.getLong(1),
              row.getInt(2),
              row.getLong(3),
              record,
              analysis == null ? null : analysed(record, Packing.unpack(analysis)),
              row.getString(8),
              row.getString(9));
        },
        from,
        codebook,
        codebook);
  }

  private static AnalysedArticle analysed(ArticleRecord record, String conllu) {
    String language = Objects.requireNonNullElse(record.article().language(), "nb");
    try {
      List<AnalysedArticle> read =
          new ConlluReader().read(new StringReader(conllu), record.article().id(), language);
      Analysis analysis =
          read.isEmpty() ? new Analysis(language, List.of(), false) : read.get(0).analysis();
      return new AnalysedArticle(record.article().withLanguage(language), analysis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
