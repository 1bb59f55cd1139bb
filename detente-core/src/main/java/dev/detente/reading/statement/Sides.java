package dev.detente.reading.statement;

import dev.detente.language.AnalysedArticle;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose side the one that a word names is, seen from the speaker of a statement. Immutable and
 * thread-safe.
 */
final class Sides {
  /** The sides that are somebody's. */
  static final Set<String> PARTIES = Set.of("first", "second", "self", "own", "other");

  private final Cast cast;
  private final @Nullable String speaker;
  private final @Nullable String country;

  Sides(Cast cast, @Nullable String speaker) {
    this.cast = cast;
    this.speaker = speaker;
    this.country = speaker == null ? null : cast.actor(speaker).country();
  }

  /**
   * {@code first} and {@code second} person, {@code self}, {@code own} (of the speaker's country),
   * {@code other} actor, {@code pronoun}, or {@code thing}.
   */
  String of(AnalysedArticle article, int sentence, int index) {
    Word word = article.sentence(sentence).word(index);
    if (word.feat("Person").equals("1")) {
      return "first";
    }
    if (word.feat("Person").equals("2")) {
      return "second";
    }
    String actor = cast.actorAt(sentence, index);
    if (actor == null) {
      return word.upos().equals("PRON") ? "pronoun" : "thing";
    }
    if (actor.equals(speaker)) {
      return "self";
    }
    return country != null && country.equals(cast.actor(actor).country()) ? "own" : "other";
  }
}
