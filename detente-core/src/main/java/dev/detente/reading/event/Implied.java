package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.ActorKind;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parties that a text leaves to its reader: who "both sides" are, whose border soldiers stand at,
 * whom demands that are only spelled out were put to, whom an attack is upon. Not thread-safe; of
 * one article.
 */
final class Implied {
  /** What a state does to another before it attacks it, the nearest first. */
  private static final List<EventType> AGAINST =
      List.of(EventType.ASSAULT, EventType.MOBILIZE, EventType.THREATEN);

  /** In how many sentences two states stand together that are at odds. */
  private static final int OFTEN = 2;

  /** How many times as often as with any other. */
  private static final double AHEAD = 1.2;

  /** How many words may stand between "near" and the country. */
  private static final int REACH = 5;

  private final AnalysedArticle article;
  private final Cast cast;
  private final WordLists words;
  private final Occasion occasion;
  private final Encounters encounters;

  Implied(
      AnalysedArticle article,
      Cast cast,
      WordLists words,
      Occasion occasion,
      Encounters encounters) {
    this.article = article;
    this.cast = cast;
    this.words = words;
    this.occasion = occasion;
    this.encounters = encounters;
  }

  /** Whether an actor is the two sides of something, by its name. */
  private boolean bothSides(String id) {
    return cast.actor(id).kind() != ActorKind.PERSON
        && words.list("both_sides").contains(cast.actor(id).name().toLowerCase(Locale.ROOT));
  }

  /** These parties with "both sides" as the two that it means, where the article has two. */
  List<String> named(List<String> parties, List<String> others) {
    List<String> found = new ArrayList<>();
    for (String id : parties) {
      List<String> sides = bothSides(id) ? encounters.sides(this::bothSides, others) : List.of();
      if (sides.isEmpty()) {
        found.add(id);
      } else {
        sides.stream().filter(side -> !found.contains(side)).forEach(found::add);
      }
    }
    return found;
  }

  /**
   * The state that forces stand at the border of, gather around or enter; null when the sentence
   * names none but their own.
   */
  @Nullable String threatened(Mention mention, List<String> actors) {
    String own = actors.isEmpty() ? null : cast.actor(actors.get(0)).country();
    if (own == null) {
      return null;
    }
    Sentence tree = mention.tree();
    List<Occasion.Standing> standings = occasion.standingsIn(tree);
    boolean border = false;
    for (int i = 0; i < tree.size(); i++) {
      boolean frontier =
          tree.word(i).upos().equals("NOUN") && Tree.is(tree, i, words.list("frontier"));
      if (!frontier && !words.list("close_in").contains(Tree.form(tree, i))) {
        continue;
      }
      border |= frontier;
      String found = foreign(mention, standings, i + 1, i + 1 + REACH, own);
      if (found == null && frontier) {
        found = foreign(mention, standings, i - 2, i, own);
      }
      if (found != null) {
        return found;
      }
    }
    return border ? encounters.foe(actors.get(0), null, 1, 1) : null;
  }

  /** The first state but this one whose name or place stands between two words. */
  private @Nullable String foreign(
      Mention mention, List<Occasion.Standing> standings, int from, int to, String own) {
    Sentence tree = mention.tree();
    for (int i = Math.max(0, from); i < Math.min(to, tree.size()); i++) {
      Word word = tree.word(i);
      if (word.upos().equals("VERB") || word.upos().equals("PUNCT")) {
        return null;
      }
      String country = null;
      String actor = cast.actorAt(mention.sentence(), i);
      if (actor != null && cast.actor(actor).kind() == ActorKind.STATE) {
        country = cast.actor(actor).country();
      }
      for (Occasion.Standing standing : standings) {
        if (country == null && standing.span().overlaps(word.span())) {
          country = standing.place().country();
        }
      }
      if (country != null && !country.equals(own)) {
        return cast.state(country);
      }
    }
    return null;
  }

  /**
   * Whom an earlier statement of the same kind and speaker was put to, for one that only spells it
   * out ("De viktigste kravene går ut på at ..."); empty when it was to nobody.
   */
  List<String> before(Draft draft, Discourse discourse) {
    Statement statement = draft.source().statement();
    Span cue = statement == null ? null : statement.cue();
    Draft last = discourse.lastOf(draft.type());
    if (cue == null || last == null || !last.actors().equals(draft.actors())) {
      return List.of();
    }
    for (Word word : article.wordsWithin(cue)) {
      if (word.upos().equals("NOUN") && word.feat("Definite").equals("Def")) {
        return last.recipients();
      }
    }
    return List.of();
  }

  /**
   * Whom a state's attack that names nobody is upon: the state that its side was said to attack,
   * threaten or gather forces against before, else the one that the article names with theirs far
   * more often than any other; null when there is no such state.
   *
   * @param around the statement that tells of it, whose speaker's side is not meant; null for none
   */
  @Nullable String attacked(List<String> actors, @Nullable Statement around, Discourse discourse) {
    if (actors.isEmpty() || cast.actor(actors.get(0)).kind() != ActorKind.STATE) {
      return null;
    }
    String own = Encounters.side(cast, actors.get(0));
    for (EventType type : AGAINST) {
      Draft last = discourse.lastOf(type);
      if (last != null
          && !last.actors().isEmpty()
          && !last.recipients().isEmpty()
          && Encounters.side(cast, last.actors().get(0)).equals(own)
          && cast.actor(last.recipients().get(0)).kind() == ActorKind.STATE) {
        return last.recipients().get(0);
      }
    }
    String speaker = around == null ? null : around.speaker();
    return encounters.foe(
        actors.get(0), speaker == null ? null : cast.actor(speaker).country(), OFTEN, AHEAD);
  }
}
