package dev.detente.reading.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An annotated article as the readers before the event reader would give it if they made no error:
 * its actors, statements, times and places.
 */
final class AnnotatedArticle implements Cast {
  private final JsonNode gold;
  private final AnalysedArticle article;
  private final List<Actor> actors = new ArrayList<>();
  private final Map<String, Actor> byName = new HashMap<>();
  private final Map<List<Integer>, Actor> at = new HashMap<>();
  private final Map<List<Integer>, Span> mentions = new HashMap<>();

  private record Standing(Span span, Actor actor) {}

  AnnotatedArticle(JsonNode gold, AnalysedArticle article) {
    this.gold = gold;
    this.article = article;
    List<Standing> standings = new ArrayList<>();
    for (JsonNode node : gold.path("actors")) {
      List<Span> spans = new ArrayList<>();
      node.path("mentions").forEach(mention -> spans.addAll(find(mention.asText())));
      Actor actor =
          new Actor(
              "a" + (actors.size() + 1),
              node.path("name").asText(),
              ActorKind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
              node.path("country").asText(null),
              node.path("sector").asText(null),
              null,
              spans,
              "annotated");
      actors.add(actor);
      byName.put(actor.name(), actor);
      spans.forEach(span -> standings.add(new Standing(span, actor)));
    }
    standings.sort(Comparator.comparing((Standing s) -> s.span().length()).reversed());
    for (int s = 0; s < article.sentences().size(); s++) {
      Sentence sentence = article.sentence(s);
      for (int w = 0; w < sentence.size(); w++) {
        for (Standing standing : standings) {
          if (standing.span().overlaps(sentence.word(w).span())) {
            at.put(List.of(s, w), standing.actor());
            mentions.put(List.of(s, w), standing.span());
            break;
          }
        }
      }
    }
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

  List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode node : gold.path("statements")) {
      List<Span> content = new ArrayList<>();
      for (JsonNode piece : node.path("content")) {
        find(piece.asText()).stream().limit(1).forEach(content::add);
      }
      if (content.isEmpty()) {
        continue;
      }
      content.sort(null);
      Span cue =
          find(node.path("cue").asText()).stream()
              .min(Comparator.comparing(span -> Math.abs(span.start() - content.get(0).start())))
              .orElse(null);
      statements.add(
          new Statement(
              node.path("id").asText(),
              id(node.path("speaker").asText(null)),
              null,
              cue,
              content,
              StatementKind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
              Act.of(node.path("act").asText()),
              id(node.path("addressee").asText(null)),
              List.of(),
              null,
              null,
              "annotated"));
    }
    return statements;
  }

  List<TimeExpression> times() {
    List<TimeExpression> times = new ArrayList<>();
    for (JsonNode node : gold.path("times")) {
      for (Span span : find(node.path("text").asText())) {
        times.add(new TimeExpression(span, node.path("value").asText(), "annotated"));
      }
    }
    times.sort(Comparator.comparing(TimeExpression::span));
    return times;
  }

  List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (JsonNode node : gold.path("places")) {
      find(node.path("text").asText()).stream()
          .limit(1)
          .forEach(
              span ->
                  places.add(
                      new Place(
                          "p" + (places.size() + 1),
                          span,
                          node.path("name").asText(),
                          node.path("country").asText(null),
                          null,
                          null,
                          "point",
                          "annotated")));
    }
    return places;
  }

  private @Nullable String id(@Nullable String name) {
    Actor actor = name == null ? null : byName.get(name);
    return actor == null ? null : actor.id();
  }

  /** Where these words stand, not inside other words. */
  private List<Span> find(String words) {
    List<Span> found = new ArrayList<>();
    String text = article.article().text().string();
    if (words.isEmpty()) {
      return found;
    }
    for (int i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + words.length())) {
      int end = i + words.length();
      boolean before =
          i > 0
              && Character.isLetterOrDigit(text.charAt(i - 1))
              && Character.isLetterOrDigit(text.charAt(i));
      boolean after =
          end < text.length()
              && Character.isLetterOrDigit(text.charAt(end))
              && Character.isLetterOrDigit(text.charAt(end - 1));
      if (!before && !after) {
        found.add(article.article().text().span(i, end));
      }
    }
    return found;
  }

  @Override
  public List<Actor> actors() {
    return actors;
  }

  @Override
  public @Nullable String actorAt(int sentence, int word) {
    Actor actor = at.get(List.of(sentence, word));
    return actor == null ? null : actor.id();
  }

  @Override
  public @Nullable Span mentionAt(int sentence, int word) {
    return mentions.get(List.of(sentence, word));
  }

  @Override
  public Actor actor(String id) {
    return actors.get(Integer.parseInt(id.substring(1)) - 1);
  }

  @Override
  public @Nullable String state(String country) {
    for (Actor actor : actors) {
      if (actor.kind() == ActorKind.STATE && country.equals(actor.country())) {
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
