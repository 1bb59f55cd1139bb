package dev.detente.record;

import dev.detente.article.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks, is spoken to, acts or is acted upon.
 *
 * @param id unique within the record: {@code a1}, {@code a2}, ...
 * @param name fullest name the article gives; states by their English short name; an unnamed one by
 *     its description
 * @param country ISO 3166-1 alpha-3, or IGO UNO EUR NGO MNC; null when unknown
 * @param sector PLOVER sector (GOV, MIL, ...); null when unknown
 * @param role office or description in the article's words ({@code president}); null when none
 * @param mentions in order of the text, code points; no bare pronouns
 * @param why rule, register entry or model head that made the record
 */
public record Actor(
    String id,
    String name,
    ActorKind kind,
    @Nullable String country,
    @Nullable String sector,
    @Nullable String role,
    List<Span> mentions,
    String why) {
  public Actor {
    mentions = List.copyOf(mentions);
  }
}
