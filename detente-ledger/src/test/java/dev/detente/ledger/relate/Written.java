package dev.detente.ledger.relate;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;

/** Records of articles that tests write themselves: words are given as they stand in the text. */
public final class Written {
  private final String id;
  private final String language;
  private final String published;
  private final String text;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  private Written(String id, String language, String published, String text) {
    this.id = id;
    this.language = language;
    this.published = published;
    this.text = text;
  }

  public static Written article(String id, String language, String published, String text) {
    return new Written(id, language, published, text);
  }

  private Span span(String words) {
    int at = text.indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException("not in the text: " + words);
    }
    return new Span(at, at + words.length());
  }

  private Written actor(String name, ActorKind kind, String country, String sector, String role) {
    boolean named = kind == ActorKind.STATE || Character.isUpperCase(name.charAt(0));
    actors.add(
        new Actor(
            "a" + (actors.size() + 1),
            name,
            kind,
            country,
            sector,
            role,
            text.contains(name) ? List.of(span(name)) : List.of(),
            named ? "name" : "description:" + name));
    return this;
  }

  public Written person(String name, String country, String role) {
    return actor(name, ActorKind.PERSON, country, "GOV", role);
  }

  public Written state(String name, String country) {
    return actor(name, ActorKind.STATE, country, "GOV", null);
  }

  public Written organisation(String name, String country, String sector) {
    return actor(name, ActorKind.ORGANISATION, country, sector, null);
  }

  public Written group(String name, String country, String sector) {
    return actor(name, ActorKind.GROUP, country, sector, null);
  }

  /** An actor, by his number; the first is 1. */
  public Written says(int speaker, Act act, String words) {
    statements.add(
        new Statement(
            "s" + (statements.size() + 1),
            "a" + speaker,
            null,
            null,
            List.of(span(words)),
            StatementKind.INDIRECT,
            act,
            null,
            List.of(),
            null,
            null,
            "test"));
    return this;
  }

  public Written event(
      EventType type, String mode, int actor, int recipient, String date, String words) {
    events.add(
        new Event(
            "e" + (events.size() + 1),
            type,
            mode,
            List.of(),
            null,
            null,
            -5,
            "material conflict",
            actor == 0 ? List.of() : List.of("a" + actor),
            recipient == 0 ? List.of() : List.of("a" + recipient),
            null,
            date,
            EventStatus.ACTUAL,
            null,
            List.of(),
            span(words),
            span(words),
            "test"));
    return this;
  }

  public Written link(String from, Relation relation, String to) {
    links.add(new Link(from, relation, to, 0.9, "test"));
    return this;
  }

  public ArticleRecord record() {
    return new ArticleRecord(
        new Article(id, language, published, null, null, null, ArticleText.of(text), List.of()),
        actors,
        statements,
        events,
        links,
        List.of(),
        List.of());
  }
}
