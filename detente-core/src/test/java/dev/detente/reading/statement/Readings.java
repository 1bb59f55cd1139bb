package dev.detente.reading.statement;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.actor.ActorReader;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads test articles with the bundled model and codebook. */
final class Readings implements AutoCloseable {
  private final ArticleAnalyser analyser = ArticleAnalyser.load(Codebook.bundled());
  private final ActorReader actors =
      new ActorReader(Codebook.bundled(), World.load(Codebook.bundled()));
  private final StatementReader statements = new StatementReader(Codebook.bundled());

  /** A statement with its ids and spans spelled out. */
  record Told(
      @Nullable String speaker,
      List<String> content,
      @Nullable String cue,
      Statement statement,
      @Nullable String addressee,
      List<String> via) {
    String words() {
      return String.join(" … ", content);
    }
  }

  AnalysedArticle analyse(String language, String text) {
    return analyser.analyse(
        new Article(
            "t", language, "2024-05-13", null, null, null, ArticleText.of(text), List.of()));
  }

  List<Told> read(String language, String text) {
    AnalysedArticle article = analyse(language, text);
    Cast cast = actors.read(article);
    List<Told> told = new ArrayList<>();
    for (Statement statement : statements.read(article, cast, List.of(), List.of())) {
      told.add(
          new Told(
              name(cast, statement.speaker()),
              statement.content().stream().map(article::slice).toList(),
              slice(article, statement.cue()),
              statement,
              name(cast, statement.addressee()),
              statement.via().stream().map(id -> cast.actor(id).name()).toList()));
    }
    return told;
  }

  private static @Nullable String name(Cast cast, @Nullable String id) {
    return id == null ? null : cast.actor(id).name();
  }

  private static @Nullable String slice(AnalysedArticle article, @Nullable Span span) {
    return span == null ? null : article.slice(span);
  }

  @Override
  public void close() {
    analyser.close();
  }
}
