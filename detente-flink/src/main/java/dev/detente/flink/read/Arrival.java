package dev.detente.flink.read;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.conllu.ConlluReader;
import dev.detente.language.conllu.ConlluWriter;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.Incoming;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave, on its way to the task that reads it: an article as a record in which nothing
 * is read yet, or why there is none.
 *
 * @param order place among all of the job's; see {@link Order}
 * @param article null when it could not be taken from the source
 * @param analysis that the article brought along, as CoNLL-U; null when it brought none
 * @param language that the analysis said; empty when it said none
 * @param code of the failure; null when there is an article
 * @param message of the failure; null when there is an article
 * @param notices what a user should know, each on a line
 */
public record Arrival(
    long order,
    byte @Nullable [] article,
    byte @Nullable [] analysis,
    String language,
    @Nullable String code,
    @Nullable String message,
    String notices) {

  /** Packs what a source gave. */
  public static Arrival of(long order, Incoming incoming) {
    Article article = incoming.article();
    Analysis analysis = incoming.analysis();
    DetenteException failure = incoming.failure();
    return new Arrival(
        order,
        article == null ? null : bytes(RecordWriter.line(unread(article))),
        article == null || analysis == null
            ? null
            : bytes(new ConlluWriter().format(new AnalysedArticle(article, analysis))),
        analysis == null ? "" : analysis.language(),
        failure == null ? null : failure.code(),
        failure == null ? null : failure.getMessage(),
        String.join("\n", incoming.notices()));
  }

  /** What the source gave; only for one with an article. */
  Incoming incoming() {
    if (article == null) {
      throw new IllegalStateException("no article");
    }
    Article sent = RecordReader.read(new String(article, StandardCharsets.UTF_8)).article();
    return Incoming.sent(sent, analysis == null ? null : analysis(analysis));
  }

  private Analysis analysis(byte[] conllu) {
    try {
      List<AnalysedArticle> read =
          new ConlluReader()
              .read(new StringReader(new String(conllu, StandardCharsets.UTF_8)), "", language);
      Analysis found = read.get(0).analysis();
      return new Analysis(language, found.sentences(), found.truncated());
    } catch (IOException e) {
      throw new IllegalStateException("a string that cannot be read", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ArticleRecord unread(Article article) {
    return new ArticleRecord(
        article, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
  }
}
