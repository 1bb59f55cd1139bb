package dev.detente.ledger.store;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.conllu.ConlluWriter;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.record.json.RecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * An article as it goes into the ledger and comes out of it: its record, and packed beside it the
 * record without its text and the analysis. Packing takes most of the time, so that it is done
 * where articles are read. Immutable.
 *
 * @param packedAnalysis null when the record came without one
 * @param model which language model analysed it; null when unknown
 * @param codebook which codebook coded it; null when unknown
 */
public record CodedArticle(
    ArticleRecord record,
    byte[] packedRecord,
    byte @Nullable [] packedAnalysis,
    @Nullable String model,
    @Nullable String codebook) {

  /** Packs a record, with its analysis when there is one. */
  public static CodedArticle of(
      ArticleRecord record,
      @Nullable AnalysedArticle analysed,
      @Nullable String model,
      @Nullable String codebook) {
    return new CodedArticle(
        record,
        Packing.pack(RecordWriter.line(with(record, record.article().id(), ArticleText.of("")))),
        analysed == null ? null : Packing.pack(new ConlluWriter().format(analysed)),
        model,
        codebook);
  }

  /** The record that was packed, with its text. */
  public static ArticleRecord record(byte[] packedRecord, String id, String text) {
    return with(RecordReader.read(Packing.unpack(packedRecord)), id, ArticleText.of(text));
  }

  /** The same under another id. */
  CodedArticle named(String id) {
    if (record.article().id().equals(id)) {
      return this;
    }
    return new CodedArticle(
        with(record, id, record.article().text()), packedRecord, packedAnalysis, model, codebook);
  }

  private static ArticleRecord with(ArticleRecord record, String id, ArticleText text) {
    Article article = record.article();
    return new ArticleRecord(
        new Article(
            id,
            article.language(),
            article.published(),
            article.outlet(),
            article.url(),
            article.title(),
            text,
            article.passages()),
        record.actors(),
        record.statements(),
        record.events(),
        record.links(),
        record.times(),
        record.places(),
        record.truncated());
  }
}
