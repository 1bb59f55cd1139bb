package dev.detente.cli;

import dev.detente.language.AnalysedArticle;
import dev.detente.record.ArticleRecord;

/** An article that has been read: its analysis and its record. */
record ReadArticle(AnalysedArticle analysed, ArticleRecord record) {}
