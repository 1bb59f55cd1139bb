package dev.detente.reading.actor;

import dev.detente.article.Span;
import dev.detente.record.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who could be an actor of the article, and who each nominal or pronoun refers to. Made
 * by {@link ActorReader}; read by the statement and event readers. Immutable and thread-safe.
 *
 * <p>Words are addressed by sentence index and word index (0-based) of the article's analysis.
 */
public interface Cast {

  /** All candidates, in order of first mention, ids {@code a1}, {@code a2}, ... */
  List<Actor> actors();

  /**
   * The actor that a word refers to: the word may be any word of a mention's nominal (its head,
   * part of a name, a title) or a pronoun that could be resolved; null when it refers to no actor
   * or cannot be told.
   */
  @Nullable String actorAt(int sentence, int word);

  /**
   * The mention a word belongs to, with titles and determiners ("den russiske presidenten",
   * "president Emmanuel Macron"), or the pronoun itself; null when there is none.
   */
  @Nullable Span mentionAt(int sentence, int word);

  /**
   * Whether the word is a pronoun of the other gender than the actor's, who is then somebody else;
   * false when either tells no gender.
   */
  default boolean differs(String id, int sentence, int word) {
    return false;
  }

  /** The actor with this id; throws {@link IllegalArgumentException} for an unknown one. */
  Actor actor(String id);

  /**
   * The state actor of a country (ISO 3166-1 alpha-3) when the article mentions it as one; null
   * else.
   */
  @Nullable String state(String country);

  /**
   * The article's own outlet when the article mentions it (addressee of "sier X til NRK"); null
   * else.
   */
  @Nullable String outlet();

  /**
   * Whether the article shows the actor acting even where no statement or event was read: a named
   * person, or a state, organisation or group that is the subject of a clause.
   */
  boolean acts(String id);
}
