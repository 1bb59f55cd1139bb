package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.record.ArticleRecord;
import dev.detente.source.ArticleSource;
import dev.detente.source.Incoming;
import dev.detente.source.InputFormat;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import dev.detente.web.api.Reading;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads articles that are sent to the reading room, as if they came on standard input. */
final class SentArticles implements Reading {
  private final Codebook codebook;
  private final LazyPipeline pipeline;

  SentArticles(Codebook codebook, LazyPipeline pipeline) {
    this.codebook = codebook;
    this.pipeline = pipeline;
  }

  @Override
  public ArticleRecord read(byte[] article, Form form) {
    InputFormat format =
        switch (form) {
          case JSON -> InputFormat.JSON;
          case TEXT -> InputFormat.TEXT;
          case PAGE -> InputFormat.PAGE;
        };
    List<Incoming> sent = new ArrayList<>();
    new ArticleSource(
            List.of("-"),
            new SourceOptions(Metadata.NONE, Limits.DEFAULT, codebook, format),
            new ByteArrayInputStream(article))
        .forEach(sent::add);
    if (sent.size() != 1) {
      throw new DetenteException(
          "DET-0803", sent.size() + " articles were sent; send one in each request");
    }
    DetenteException failure = sent.get(0).failure();
    if (failure != null) {
      throw failure;
    }
    return pipeline.get().read(sent.get(0)).record();
  }
}
