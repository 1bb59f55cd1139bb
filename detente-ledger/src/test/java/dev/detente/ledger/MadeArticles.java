package dev.detente.ledger;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.ledger.store.CodedArticle;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles about quays, with the records that somebody who reads them would make. */
final class MadeArticles {
  private static final List<String> NAMES =
      List.of("Kari Nesheim", "Ola Vikan", "Berit Straumsnes", "Jon Haugmo", "Siri Fagervoll");
  private static final List<String> STATES = List.of("Norway", "Iceland", "Denmark", "Sweden");
  private static final List<String> CODES = List.of("NOR", "ISL", "DNK", "SWE");

  private MadeArticles() {}

  /** The number-th article; another day for each five. */
  static ArticleRecord record(int number) {
    return record("kai-" + number, number, "kaia");
  }

  static CodedArticle coded(int number) {
    return CodedArticle.of(record(number), null, "m1", "c1");
  }

  /** An article that differs from that of its number by what is closed. */
  static ArticleRecord record(String id, int number, String closed) {
    return record(id, number, closed, null);
  }

  static ArticleRecord record(String id, int number, String closed, @Nullable String url) {
    String name = NAMES.get(number % NAMES.size());
    int state = number % STATES.size();
    String surname = name.substring(name.indexOf(' ') + 1);
    String claim = closed + " i havn nummer " + number + " skal stenges";
    String text =
        "Havnesjef "
            + name
            + " sa tirsdag at "
            + claim
            + ". "
            + STATES.get(state)
            + " innførte sanksjoner mot havna.\n\n"
            + surname
            + " avviste fiskernes krav nummer "
            + number
            + ".";
    Span claimed = span(text, claim);
    String deed = STATES.get(state) + " innførte sanksjoner mot havna";
    String denied = "fiskernes krav nummer " + number;
    Article article =
        new Article(
            id,
            "nb",
            String.format("2031-%02d-%02d", 1 + number / 28 % 12, 1 + number % 28),
            "kystposten.example",
            url,
            null,
            ArticleText.of(text),
            List.of(new Passage(PassageKind.BODY, new Span(0, text.length()))));
    return new ArticleRecord(
        article,
        List.of(
            new Actor(
                "a1",
                name,
                ActorKind.PERSON,
                "NOR",
                "GOV",
                "havnesjef",
                List.of(span(text, name)),
                "name"),
            new Actor(
                "a2",
                STATES.get(state),
                ActorKind.STATE,
                CODES.get(state),
                "GOV",
                null,
                List.of(span(text, STATES.get(state))),
                "state")),
        List.of(
            new Statement(
                "s1",
                "a1",
                span(text, name),
                span(text, "sa"),
                List.of(claimed),
                StatementKind.INDIRECT,
                Act.SAY,
                null,
                List.of(),
                null,
                null,
                "cue:si"),
            new Statement(
                "s2",
                "a1",
                null,
                span(text, "avviste"),
                List.of(span(text, denied)),
                StatementKind.INDIRECT,
                Act.DENY,
                null,
                List.of(),
                null,
                null,
                "cue:avvise")),
        List.of(
            new Event(
                "e1",
                EventType.SANCTION,
                null,
                List.of("diplomatic"),
                "163",
                -8.0,
                -6,
                "material conflict",
                List.of("a2"),
                List.of(),
                null,
                null,
                EventStatus.ACTUAL,
                null,
                List.of(),
                span(text, "sanksjoner"),
                span(text, deed),
                "rule")),
        List.of(new Link("s2", Relation.REJECTS, "s1", 0.5, "rule")),
        List.of(),
        List.of());
  }

  private static Span span(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }
}
