package dev.detente.reading.actor;

import dev.detente.codebook.world.CountryMatch;
import dev.detente.language.Word;
import dev.detente.record.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * Who the names of peoples and their adjectives refer to: "russerne", "en ukrainer", "fransk". Used
 * once per article; not thread-safe.
 */
final class PeopleResolver {
  private final Casting casting;
  private final @Nullable Entity[] resolved;

  PeopleResolver(Casting casting) {
    this.casting = casting;
    this.resolved = casting.resolved;
  }

  @Nullable Entity people(Mention mention, int m) {
    Word word = casting.article.sentence(mention.sentence()).word(mention.head());
    CountryMatch match = casting.countries.inhabitant(word.form(), casting.language);
    if (match == null) {
      return null;
    }
    if (mention.plural() && mention.definite() && !match.part()) {
      return casting.state(match.country(), "people:" + match.country().key());
    }
    if (!mention.plural()) {
      if (mention.definite()) {
        for (int i = m - 1; i >= Casting.farthest(m); i--) {
          Entity entity = resolved[i];
          if (entity != null
              && entity.isPerson()
              && match.country().code().equals(casting.countryOf(entity))) {
            return entity;
          }
        }
      }
      Entity person = casting.described(mention, ActorKind.PERSON);
      person.country = match.country().code();
      person.sector = "CVL";
      return person;
    }
    String key = "people " + match.country().code();
    Entity group = casting.byKey.get(key);
    if (group == null) {
      group = casting.described(mention, ActorKind.GROUP);
      group.country = match.country().code();
      group.sector = "CVL";
      casting.byKey.put(key, group);
    }
    return group;
  }

  @Nullable Entity adjective(Mention mention) {
    Word word = casting.article.sentence(mention.sentence()).word(mention.head());
    CountryMatch match = casting.countries.adjective(word.form(), casting.language);
    return match == null || match.part()
        ? null
        : casting.state(match.country(), "adjective:" + match.country().key());
  }
}
