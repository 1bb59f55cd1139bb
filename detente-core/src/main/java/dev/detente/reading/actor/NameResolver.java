package dev.detente.reading.actor;

import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.Organisation;
import dev.detente.language.Sentence;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.reading.actor.Mention.Syntax;
import dev.detente.record.ActorKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the names of an article refer to: full names before surnames, the tables of countries,
 * organisations and seats before what stands around. Used once per article; not thread-safe.
 */
final class NameResolver {
  private final Casting casting;

  /** The names of persons as they stand in the article. */
  private final Set<String> bareNames = new HashSet<>();

  NameResolver(Casting casting) {
    this.casting = casting;
    for (Mention mention : casting.mentions) {
      if (mention.form() == Form.PERSON) {
        bareNames.add(mention.name());
      }
    }
  }

  /** Persons named with two words or more, before the surnames alone are read. */
  void fullNames() {
    for (Mention mention : casting.mentions) {
      if (mention.form() != Form.PERSON || mention.name().indexOf(' ') < 0) {
        continue;
      }
      String name = withoutGenitive(mention.name());
      Entity person = personNamed(name);
      if (person == null) {
        person = casting.create(ActorKind.PERSON, name, "name:PER");
        person.named = true;
      } else if (name.length() > person.name.length()) {
        casting.namesakes.rename(person, name);
      }
      casting.namesakes.call(person, name);
      if (person.gender == null) {
        person.gender = mention.gender();
      }
    }
  }

  /**
   * "Kari Norlis": the name without an ending that the register or the rest of the article lacks.
   */
  private String withoutGenitive(String name) {
    if (!name.endsWith("s") || !casting.offices.ofPerson(name, casting.published).isEmpty()) {
      return name;
    }
    String base = name.substring(0, name.length() - 1);
    if (!casting.offices.ofPerson(base, casting.published).isEmpty() || bareNames.contains(base)) {
      return base;
    }
    return name;
  }

  /** The person with this full name or one that differs only in middle names or an initial. */
  private @Nullable Entity personNamed(String name) {
    Entity called = casting.namesakes.called(name);
    if (called != null) {
      return called;
    }
    String first = Entity.firstWord(name);
    for (Entity person : casting.namesakes.surnamed(Entity.lastWord(name))) {
      if (Entity.firstWord(person.name).equals(first)
          || isInitial(first, person.name)
          || person.name.endsWith(" " + name)
          || name.endsWith(" " + person.name)) {
        return person;
      }
    }
    return null;
  }

  private static boolean isInitial(String first, String name) {
    return first.length() <= 2
        && first.endsWith(".")
        && name.toLowerCase(Locale.ROOT).startsWith(first.substring(0, first.length() - 1));
  }

  @Nullable Entity name(Mention mention, int m) {
    return switch (mention.form()) {
      case PERSON -> person(mention, m);
      case PLACE -> place(mention);
      case ORGANISATION -> organisation(mention, "name:ORG");
      default -> otherName(mention, m);
    };
  }

  private Entity person(Mention mention, int m) {
    boolean full = mention.name().indexOf(' ') >= 0;
    String name = full ? withoutGenitive(mention.name()) : mention.name();
    Entity person = full ? personNamed(name) : personByPart(mention, m);
    if (person == null) {
      person = casting.create(ActorKind.PERSON, name, "name:PER");
      person.named = true;
    }
    casting.namesakes.call(person, name);
    return person;
  }

  /** The person that a surname or given name alone refers to. */
  private @Nullable Entity personByPart(Mention mention, int m) {
    String part = Entity.lastWord(mention.name());
    Entity found = nearest(part, m, mention);
    if (found == null && part.endsWith("s") && part.length() > 3) {
      found = nearest(part.substring(0, part.length() - 1), m, mention);
    }
    return found;
  }

  private @Nullable Entity nearest(String part, int m, Mention mention) {
    Entity best = null;
    int last = -1;
    for (Entity person : casting.namesakes.surnamed(part)) {
      if (!person.named) {
        continue;
      }
      if (mention.gender() != null && person.gender != null && mention.gender() != person.gender) {
        continue;
      }
      int index = casting.lastIndex(person, m);
      if (best == null || index > last) {
        best = person;
        last = index;
      }
    }
    if (best == null) {
      for (Entity person : casting.namesakes.withWord(part)) {
        int index = person.named ? casting.lastIndex(person, m) : -1;
        if (person.named && (best == null || index > last)) {
          best = person;
          last = index;
        }
      }
    }
    return best;
  }

  private @Nullable Entity place(Mention mention) {
    CountryMatch match = casting.countries.name(mention.name(), casting.language);
    if (match == null) {
      Entity person =
          mention.name().indexOf(' ') < 0 ? surnamed(mention.name()) : registered(mention.name());
      if (person != null) {
        return person;
      }
    }
    if (match != null) {
      return casting.state(match.country(), "country:" + match.country().key());
    }
    ActorWords.Collective collective = casting.words.collective(mention.name());
    if (collective != null) {
      if (mention.syntax() == Syntax.LOCATION) {
        return null;
      }
      String key = "collective " + mention.name();
      Entity entity = casting.byKey.get(key);
      if (entity == null) {
        entity = casting.create(ActorKind.GROUP, mention.name(), key);
        entity.country = collective.country();
        entity.sector = collective.sector();
        entity.named = true;
        entity.fixed = true;
        casting.byKey.put(key, entity);
      }
      return entity;
    }
    Organisation body = casting.organisations.name(mention.name(), casting.language);
    if (body != null) {
      return organisation(mention, "organisation:" + body.name());
    }
    String metonym = casting.words.metonym(mention.name());
    if (metonym != null && mention.syntax() != Syntax.LOCATION) {
      body = casting.organisations.byKey(metonym);
      return body == null ? null : casting.body(body, mention.name());
    }
    match = casting.countries.seat(mention.name(), casting.language);
    if (match != null) {
      return mention.syntax() == Syntax.LOCATION || isDestination(mention)
          ? null
          : casting.state(match.country(), "seat:" + mention.name());
    }
    if (mention.syntax() == Syntax.SPEAKER || !mention.descriptions().isEmpty()) {
      return organisation(mention, "name:place");
    }
    return null;
  }

  /** "fra Kyiv", "til Paris": a town that somebody comes from or goes to. */
  private boolean isDestination(Mention mention) {
    Sentence sentence = casting.article.sentence(mention.sentence());
    int marker = sentence.child(mention.head(), "case");
    return marker >= 0 && casting.words.isDestinationPreposition(sentence.word(marker).form());
  }

  /** The person whose surname stands under another label; null when there is none. */
  private @Nullable Entity surnamed(String name) {
    for (Entity person : casting.namesakes.surnamed(name.toLowerCase(Locale.ROOT))) {
      if (person.named && person.name.indexOf(' ') > 0) {
        casting.namesakes.call(person, name);
        return person;
      }
    }
    return null;
  }

  /**
   * The person of this full name although it stands under another label: one whom the article names
   * elsewhere as a person, or an office-holder of the register; null when there is none.
   */
  private @Nullable Entity registered(String name) {
    Entity person = casting.namesakes.called(name);
    if (person == null && !casting.offices.ofPerson(name, casting.published).isEmpty()) {
      person = casting.create(ActorKind.PERSON, name, "name:register");
      person.named = true;
    }
    if (person != null) {
      casting.namesakes.call(person, name);
    }
    return person;
  }

  private Entity organisation(Mention mention, String why) {
    String name = mention.name();
    Organisation body = casting.organisations.name(name, casting.language);
    if (body == null) {
      Entity person = name.indexOf(' ') < 0 ? surnamed(name) : registered(name);
      if (person != null) {
        return person;
      }
    }
    String key = body == null ? "org " + name.toLowerCase(Locale.ROOT) : "world " + body.name();
    Entity entity = casting.byKey.get(key);
    if (entity == null) {
      entity =
          casting.create(ActorKind.ORGANISATION, name, body == null ? why : "org:" + body.name());
      entity.organisation = body;
      entity.named = true;
      casting.byKey.put(key, entity);
    }
    entity.names.add(name);
    String abbreviation = bracket(mention);
    if (abbreviation != null) {
      casting.byKey.putIfAbsent("org " + abbreviation.toLowerCase(Locale.ROOT), entity);
    }
    return entity;
  }

  /** The abbreviation in a bracket that closes the mention. */
  private @Nullable String bracket(Mention mention) {
    if (mention.last() - mention.nameLast() == 3) {
      return casting.article.sentence(mention.sentence()).word(mention.last() - 1).form();
    }
    return null;
  }

  private @Nullable Entity otherName(Mention mention, int m) {
    Entity known = casting.byKey.get("org " + mention.name().toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    Entity person =
        mention.name().indexOf(' ') >= 0 ? personNamed(mention.name()) : personByPart(mention, m);
    if (person != null) {
      casting.namesakes.call(person, mention.name());
      return person;
    }
    if (!casting.offices.ofPerson(mention.name(), casting.published).isEmpty()
        || mention.name().indexOf(' ') < 0
            && !casting.offices.ofSurname(mention.name(), casting.published).isEmpty()) {
      return person(mention, m);
    }
    boolean first = mention.nameFirst() == 0 && mention.name().indexOf(' ') < 0;
    if (mention.syntax() == Syntax.SPEAKER
        || mention.syntax() == Syntax.SUBJECT && !first && !mention.quoted()
        || !mention.descriptions().isEmpty()) {
      return organisation(mention, "name:other");
    }
    return null;
  }
}
