package dev.detente.pipeline;

import dev.detente.language.AnalysedArticle;
import dev.detente.record.ArticleRecord;

/** An article that has been read: its analysis and its record. */
public record ReadArticle(AnalysedArticle analysed, ArticleRecord record) {}
