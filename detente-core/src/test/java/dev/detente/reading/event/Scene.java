package dev.detente.reading.event;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article written by hand with its trees and its cast. A sentence is a text block of lines
 * {@code form lemma UPOS head deprel [actor[:country] [feats]]}, heads counted from 1, {@code -}
 * for no actor; an underscore in an actor is a space of its name.
 */
final class Scene {
  /** The rules alone; what the weights do is measured on articles. */
  private static final EventReader READER = new EventReader(Codebook.bundled(), ChoiceModel.none());

  private final AnalysedArticle article;
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<List<Integer>, String> at = new HashMap<>();

  Scene(String language, String published, String... blocks) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (String block : blocks) {
      List<Word> words = new ArrayList<>();
      for (String line : block.strip().split("\n", -1)) {
        String[] cells = line.strip().split("\\s+", -1);
        int start = text.length();
        text.append(cells[0]);
        Span span = new Span(start, text.length());
        if (cells.length > 5 && !cells[5].equals("-")) {
          int colon = cells[5].indexOf(':');
          String id = colon < 0 ? cells[5] : cells[5].substring(0, colon);
          at.put(List.of(sentences.size(), words.size()), id);
          actors.putIfAbsent(
              id,
              new Actor(
                  id,
                  id.replace('_', ' '),
                  ActorKind.STATE,
                  colon < 0 ? null : cells[5].substring(colon + 1),
                  "GOV",
                  null,
                  List.of(span),
                  "by hand"));
        }
        words.add(
            new Word(
                cells[0],
                cells[1],
                cells[2],
                cells.length > 6 ? cells[6] : "",
                Integer.parseInt(cells[3]) - 1,
                cells[4],
                "O",
                span));
        text.append(' ');
      }
      sentences.add(new Sentence(words, -1));
    }
    article =
        new AnalysedArticle(
            new Article(
                "scene",
                language,
                published,
                null,
                null,
                null,
                ArticleText.of(text.toString()),
                List.of()),
            new Analysis(language, sentences, false));
  }

  List<Event> read() {
    return read(List.of(), List.of(), List.of());
  }

  List<Event> read(List<Statement> statements, List<TimeExpression> times, List<Place> places) {
    return READER.read(article, new HandCast(), statements, times, places);
  }

  AnalysedArticle article() {
    return article;
  }

  Cast cast() {
    return new HandCast();
  }

  Span span(String words) {
    int start = article.article().text().string().indexOf(words);
    return new Span(start, start + words.length());
  }

  private final class HandCast implements Cast {
    @Override
    public List<Actor> actors() {
      return List.copyOf(actors.values());
    }

    @Override
    public @Nullable String actorAt(int sentence, int word) {
      return at.get(List.of(sentence, word));
    }

    @Override
    public @Nullable Span mentionAt(int sentence, int word) {
      return actorAt(sentence, word) == null ? null : article.sentence(sentence).word(word).span();
    }

    @Override
    public Actor actor(String id) {
      Actor actor = actors.get(id);
      if (actor == null) {
        throw new IllegalArgumentException(id);
      }
      return actor;
    }

    @Override
    public @Nullable String state(String country) {
      for (Actor actor : actors.values()) {
        if (country.equals(actor.country())) {
          return actor.id();
        }
      }
      return null;
    }

    @Override
    public @Nullable String outlet() {
      return null;
    }

    @Override
    public boolean acts(String id) {
      return true;
    }
  }
}
