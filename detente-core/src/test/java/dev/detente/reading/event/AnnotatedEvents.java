package dev.detente.reading.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.article.passages.ArticleStructure;
import java.util.ArrayList;
import java.util.List;

/** The events of an annotated article, as far as they say which drafts are worth a question. */
final class AnnotatedEvents {
  private record Told(String type, Span evidence) {}

  private final List<Told> events;

  private AnnotatedEvents(List<Told> events) {
    this.events = events;
  }

  static AnnotatedEvents of(JsonNode gold) {
    ArticleText text = ArticleText.of(gold.path("text").asText());
    List<Told> events = new ArrayList<>();
    for (JsonNode event : gold.path("events")) {
      String words = event.path("evidence").asText();
      int start = text.string().indexOf(words);
      if (start >= 0 && !words.isEmpty()) {
        events.add(new Told(event.path("type").asText(), text.span(start, start + words.length())));
      }
    }
    return new AnnotatedEvents(events);
  }

  /** Whether an event of the draft's type is annotated in its words. */
  boolean tellOf(Draft draft) {
    for (Told told : events) {
      if (told.type().equals(draft.type().name()) && told.evidence().overlaps(draft.evidence())) {
        return true;
      }
    }
    return false;
  }

  /** The article to be analysed. */
  static Article article(JsonNode gold, ArticleStructure structure) {
    ArticleText text = ArticleText.of(gold.path("text").asText());
    String language = gold.path("language").asText();
    return new Article(
        gold.path("id").asText(),
        language,
        gold.path("published").asText(null),
        gold.path("outlet").asText(null),
        null,
        null,
        text,
        structure.passages(text, language));
  }
}
