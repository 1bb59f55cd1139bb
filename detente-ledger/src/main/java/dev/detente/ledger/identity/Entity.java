package dev.detente.ledger.identity;

import dev.detente.record.ActorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, as all articles together know him. Immutable.
 *
 * @param id the same whatever order articles come in
 * @param name the fullest usual name
 * @param country ISO 3166-1 alpha-3, or IGO UNO EUR NGO MNC; null when unknown
 * @param sector PLOVER sector most articles give; null when unknown
 * @param aliases all names that articles give him, in alphabetical order
 * @param roles what articles call him, in order of time
 * @param members the actors of articles that he is, in order
 */
public record Entity(
    String id,
    String name,
    ActorKind kind,
    @Nullable String country,
    @Nullable String sector,
    List<String> aliases,
    List<Role> roles,
    List<Member> members) {
  public Entity {
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
    members = List.copyOf(members);
  }

  /**
   * An actor of an article, and why he is this entity.
   *
   * @param why register entry, name or decision
   */
  public record Member(ActorRef ref, String why) {}

  /**
   * A role that articles state.
   *
   * @param title in the articles' words
   * @param country of the role's holder then; null when unknown
   * @param first EDTF date of the first article that states it; null when none has a date
   * @param last EDTF date of the last one
   */
  public record Role(
      String title, @Nullable String country, @Nullable String first, @Nullable String last) {}
}
