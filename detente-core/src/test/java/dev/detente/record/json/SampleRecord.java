package dev.detente.record.json;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Quantity;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.record.TimeExpression;
import java.util.List;

/** A record in which every field says something. */
final class SampleRecord {
  static final String TEXT =
      "Denies build-up \uD83D\uDEF3\n\n"
          + "\"No ships have sailed,\" minister Ada Quill told NTB in Bergen on Monday.";

  private SampleRecord() {}

  static ArticleRecord withText(String text) {
    Span whole = new Span(0, 15);
    return new ArticleRecord(
        new Article(
            "x-1",
            "en",
            "2031-05",
            "northpost.example",
            null,
            "A title",
            ArticleText.of(text),
            List.of(new Passage(PassageKind.HEADLINE, whole))),
        List.of(
            new Actor(
                "a1",
                "Ada Quill",
                ActorKind.PERSON,
                "NOR",
                "GOV",
                "minister",
                List.of(new Span(43, 61), new Span(52, 61)),
                "name:PER"),
            new Actor(
                "a2", "NTB", ActorKind.ORGANISATION, "MNC", "JRN", null, List.of(), "register")),
        List.of(
            new Statement(
                "s1",
                null,
                null,
                null,
                List.of(whole),
                StatementKind.INDIRECT,
                Act.DENY,
                null,
                List.of(),
                null,
                null,
                "heading"),
            new Statement(
                "s2",
                "a1",
                new Span(43, 61),
                new Span(62, 66),
                List.of(new Span(18, 42)),
                StatementKind.DIRECT,
                Act.DENY,
                "a2",
                List.of("a2"),
                "2031-05-XX",
                "p1",
                "cue:tell")),
        List.of(
            new Event(
                "e1",
                EventType.MOBILIZE,
                "troops",
                List.of("military"),
                "154",
                -7.2,
                -6.5,
                "material conflict",
                List.of("a1"),
                List.of(),
                "p1",
                "2031-05-XX",
                EventStatus.NEGATED,
                "s2",
                List.of(
                    new Quantity("ships", 100000, "more than", new Span(22, 27)),
                    new Quantity("percent", 2.5, null, new Span(22, 27))),
                new Span(33, 39),
                new Span(18, 42),
                "trigger:sail")),
        List.of(new Link("s2", Relation.REPEATS, "s1", 0.8, "same words")),
        List.of(new TimeExpression(new Span(84, 90), "2031-05-XX", "weekday")),
        List.of(
            new Place(
                "p1", new Span(74, 80), "Bergen", "NOR", 60.39, 5.0, "point", "gazetteer:Bergen")));
  }
}
