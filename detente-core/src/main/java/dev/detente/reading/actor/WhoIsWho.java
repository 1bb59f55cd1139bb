package dev.detente.reading.actor;

import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.Office;
import dev.detente.reading.actor.Entity.Known;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.record.ActorKind;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the titles, appositions and predicates of an article teach of those who are named in it, and
 * the office that each named person held by the register. Used once per article; not thread-safe.
 */
final class WhoIsWho {
  private final Casting casting;
  private final List<Mention> mentions;
  private final @Nullable Entity[] resolved;
  private final IntConsumer resolver;
  private boolean learned;

  /**
   * @param resolver resolves the mention with this index when it was not yet
   */
  WhoIsWho(Casting casting, IntConsumer resolver) {
    this.casting = casting;
    this.mentions = casting.mentions;
    this.resolved = casting.resolved;
    this.resolver = resolver;
  }

  void learnAll() {
    for (int m = 0; m < mentions.size(); m++) {
      Entity entity = resolved[m];
      if (entity != null) {
        learn(entity, m, false);
      }
    }
    for (Entity person : casting.persons) {
      person.office = officeOf(person);
    }
    for (Entity entity : casting.entities) {
      entity.settled = casting.countryOf(entity);
    }
    learned = true;
  }

  void learn(Entity entity, int m, boolean predicate) {
    Mention mention = mentions.get(m);
    for (Description description : mention.descriptions()) {
      Entity owner = ownerOf(mention, description);
      String country = description.country();
      if (owner == null
          && country == null
          && description.owner() < 0
          && isSpokesman(description.role())
          && description.sector() == null) {
        owner = bodyBefore(m);
      }
      if (country == null && owner != null && owner != entity) {
        country = casting.countryOf(owner);
      }
      if (country == null) {
        country = countryOfPlaceOwner(mention, description);
      }
      entity.known.add(new Known(description, owner == entity ? null : owner, country, predicate));
    }
  }

  /** "en talsmann i Kreml", "ordføreren i Kyiv": the country of a place named as owner. */
  @Nullable String countryOfPlaceOwner(Mention mention, Description description) {
    if (description.owner() < 0) {
      return null;
    }
    int at = casting.mentionOf[mention.sentence()][description.owner()];
    if (at < 0 || mentions.get(at).form() != Form.PLACE) {
      return null;
    }
    CountryMatch match = casting.countries.find(mentions.get(at).name(), casting.language);
    return match == null ? null : match.country().code();
  }

  @Nullable Entity ownerOf(Mention mention, Description description) {
    if (description.owner() < 0) {
      return null;
    }
    int at = casting.mentionOf[mention.sentence()][description.owner()];
    if (at < 0 || mentions.get(at) == mention) {
      return null;
    }
    // "talspersonen for fagforbundet": the owner stands after the role.
    if (learned && mentions.get(at).head() > mention.head()) {
      resolver.accept(at);
    }
    return resolved[at];
  }

  private @Nullable Office officeOf(Entity person) {
    if (!person.named) {
      return null;
    }
    List<Office> found = List.of();
    for (String name : person.names) {
      if (name.indexOf(' ') >= 0) {
        found = casting.offices.ofPerson(name, casting.published);
        if (!found.isEmpty()) {
          return fitting(found, person);
        }
      }
    }
    if (person.name.indexOf(' ') < 0) {
      found = casting.offices.ofSurname(NameForm.plain(person.name), casting.published);
      return fitting(found, person);
    }
    return null;
  }

  /** The first office that agrees with what the article says of the person. */
  private @Nullable Office fitting(List<Office> found, Entity person) {
    for (Office office : found) {
      boolean contradicted = false;
      for (Known known : person.known) {
        if (known.country() != null
            && !known.country().equals(office.country())
            && person.name.indexOf(' ') < 0) {
          contradicted = true;
        }
      }
      if (!contradicted) {
        return office;
      }
    }
    return null;
  }

  /** A role that speaks for a body and tells a sector only where none is named. */
  static boolean isSpokesman(Role role) {
    return role.inherit() && "GOV".equals(role.sector());
  }

  /** The body that a bare "talsmann" speaks for: the organisation that acts just before. */
  @Nullable Entity bodyBefore(int m) {
    for (int i = m - 1; i >= Casting.farthest(m); i--) {
      Mention before = mentions.get(i);
      if (mentions.get(m).sentence() - before.sentence() > 2) {
        return null;
      }
      Entity entity = resolved[i];
      if (entity != null
          && entity.kind == ActorKind.ORGANISATION
          && before.syntax().isSubject()
          && (entity.organisation == null || !entity.organisation.isMedia())) {
        return entity;
      }
    }
    return null;
  }
}
