package dev.detente.web.api;

import dev.detente.article.DetenteException;
import dev.detente.record.ArticleRecord;

/** Reads an article that somebody sends. Thread-safe. */
@FunctionalInterface
public interface Reading {
  /** What a body is. */
  enum Form {
    JSON,
    TEXT,
    PAGE
  }

  /**
   * The record of an article.
   *
   * @throws DetenteException when it cannot be read
   */
  ArticleRecord read(byte[] article, Form form);
}
