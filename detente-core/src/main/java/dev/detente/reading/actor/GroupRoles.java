package dev.detente.reading.actor;

import dev.detente.reading.actor.Entity.Known;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.record.ActorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The group that a plural refers to: one described alike before, or a new one. Used once per
 * article; not thread-safe.
 */
final class GroupRoles {
  private final Casting casting;
  private final List<Mention> mentions;
  private final @Nullable Entity[] resolved;

  GroupRoles(Casting casting) {
    this.casting = casting;
    this.mentions = casting.mentions;
    this.resolved = casting.resolved;
  }

  @Nullable Entity group(
      Mention mention, int m, Description description, @Nullable String country) {
    Role role = description.role();
    String lemma = description.role().whole() ? role.entry() : description.lemma();
    for (int i = m - 1; i >= Casting.farthest(m) && !role.vague(); i--) {
      if (mentions.get(m).sentence() - mentions.get(i).sentence() > 3 * Casting.REACH) {
        break;
      }
      Entity entity = resolved[i];
      if (entity == null || entity.kind != ActorKind.GROUP) {
        continue;
      }
      String other = casting.countryOf(entity);
      boolean compatible =
          country == null
              ? mention.definite() || other == null
              : other == null || other.equals(country);
      if (!compatible) {
        continue;
      }
      for (Known known : entity.known) {
        String otherLemma = known.description().lemma();
        if (otherLemma.equals(lemma)
            || otherLemma.equals(description.lemma())
            || known.description().role().entry().equals(role.entry())
            || mention.definite() && otherLemma.endsWith(description.lemma())) {
          if (entity.country == null) {
            entity.country = country;
          }
          return entity;
        }
      }
    }
    Entity entity = casting.described(mention, ActorKind.GROUP);
    entity.country = country;
    entity.plural = true;
    return entity;
  }
}
