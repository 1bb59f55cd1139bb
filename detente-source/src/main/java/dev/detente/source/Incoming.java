package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.language.Analysis;
import dev.detente.record.ArticleRecord;
import dev.detente.source.mark.Annotation;
import dev.detente.source.page.ExtractedPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source gives for one article: the article, or why there is none. Immutable.
 *
 * @param article null when it could not be read
 * @param failure null when it could
 * @param page the web page that it was taken from; null when from none
 * @param notices what a user should know though the article was read, each with its code
 * @param reached how far its input has been read with it; null when that was not kept
 * @param analysis what the article brought along, its language empty when it did not say; null when
 *     it is yet to be analysed
 * @param annotations what people marked in it, held to its text
 * @param record what Detente read in it before, when the input is a record; null else
 */
public record Incoming(
    @Nullable Article article,
    @Nullable DetenteException failure,
    @Nullable ExtractedPage page,
    List<String> notices,
    @Nullable Checkpoint reached,
    @Nullable Analysis analysis,
    List<Annotation> annotations,
    @Nullable ArticleRecord record) {
  public Incoming {
    annotations = List.copyOf(annotations);
    notices = List.copyOf(notices);
    if ((article == null) == (failure == null)) {
      throw new IllegalArgumentException("either an article or a failure");
    }
  }

  /** An article, or why there is none. */
  public Incoming(@Nullable Article article, @Nullable DetenteException failure) {
    this(article, failure, null, List.of(), null, null, List.of(), null);
  }

  /** An article of a page, or why there is none. */
  Incoming(
      @Nullable Article article,
      @Nullable DetenteException failure,
      @Nullable ExtractedPage page,
      List<String> notices) {
    this(article, failure, page, notices, null, null, List.of(), null);
  }

  /** An article that brings its analysis along. */
  static Incoming analysed(Article article, Analysis analysis) {
    return new Incoming(article, null, null, List.of(), null, analysis, List.of(), null);
  }

  /** An article that was read before. */
  static Incoming read(ArticleRecord record) {
    return new Incoming(record.article(), null, null, List.of(), null, null, List.of(), record);
  }

  /** The same with what people marked in it. */
  Incoming annotated(List<Annotation> marked) {
    return new Incoming(article, failure, page, notices, reached, analysis, marked, record);
  }

  /** The same about an article of which more is known. */
  Incoming knowing(Article known) {
    return new Incoming(known, failure, page, notices, reached, analysis, annotations, record);
  }

  /**
   * An article as it was sent from where its source was read to where it is to be read.
   *
   * @param analysis null when it is yet to be analysed
   */
  public static Incoming sent(Article article, @Nullable Analysis analysis) {
    return new Incoming(article, null, null, List.of(), null, analysis, List.of(), null);
  }

  static Incoming of(Article article) {
    return new Incoming(article, null);
  }

  /** The same with these notices before its own. */
  Incoming noticing(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(more);
    all.addAll(notices);
    return new Incoming(article, failure, page, all, reached, analysis, annotations, record);
  }

  Incoming reaching(Checkpoint checkpoint) {
    return new Incoming(article, failure, page, notices, checkpoint, analysis, annotations, record);
  }

  static Incoming failed(String code, String message) {
    return new Incoming(null, new DetenteException(code, message));
  }
}
