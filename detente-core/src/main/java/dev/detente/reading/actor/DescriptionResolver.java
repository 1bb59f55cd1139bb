package dev.detente.reading.actor;

import dev.detente.codebook.world.Country;
import dev.detente.reading.actor.Entity.Known;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.record.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * Who the descriptions of an article refer to: "den franske presidenten", "regjeringen", "tre
 * soldater". Used once per article, in the order of the text; not thread-safe.
 */
final class DescriptionResolver {
  private final Casting casting;
  private final WhoIsWho who;
  private final Predication predication;
  private final PersonRoles persons;
  private final OrganisationRoles organisations;
  private final GroupRoles groups;
  private @Nullable Setting setting;

  DescriptionResolver(Casting casting, WhoIsWho who) {
    this.casting = casting;
    this.who = who;
    this.predication = new Predication(casting);
    this.persons = new PersonRoles(casting);
    this.organisations = new OrganisationRoles(casting);
    this.groups = new GroupRoles(casting);
  }

  @Nullable Entity description(Mention mention, int m) {
    Description description = mention.description();
    if (description == null) {
      return null;
    }
    Entity subject = predication.subjectOfPredicate(mention, m);
    if (subject != null) {
      who.learn(subject, m, true);
      return null;
    }
    if (predication.isPredicate(mention)) {
      return null;
    }
    Entity named = predication.nameBefore(mention);
    if (named != null) {
      return named;
    }
    Role role = description.role();
    Entity owner = who.ownerOf(mention, description);
    String country = description.country();
    if (country == null && owner != null) {
      country = casting.countryOf(owner);
    }
    if (country == null) {
      country = who.countryOfPlaceOwner(mention, description);
    }
    if (owner == null && country == null && WhoIsWho.isSpokesman(role) && !mention.definite()) {
      owner = who.bodyBefore(m);
      country = owner == null ? null : casting.countryOf(owner);
    }
    Entity entity =
        switch (role.kind()) {
          case "state" -> stateRole(mention, m, description, owner, country);
          case "organisation" -> organisations.organisationRole(mention, m, description, country);
          case "group" -> groups.group(mention, m, description, country);
          default ->
              mention.plural()
                  ? groups.group(mention, m, description, country)
                  : persons.personRole(mention, m, description, owner, country);
        };
    if (entity != null) {
      entity.known.add(new Known(description, owner == entity ? null : owner, country, false));
    }
    return entity;
  }

  private @Nullable Entity stateRole(
      Mention mention,
      int m,
      Description description,
      @Nullable Entity owner,
      @Nullable String country) {
    if (owner != null && owner.kind == ActorKind.ORGANISATION) {
      return description.role().domestic() ? owner : null;
    }
    String code = country;
    if (code == null && (mention.definite() || description.role().domestic())) {
      code = contextCountry(m);
      if (code == null && description.role().domestic()) {
        code = casting.domestic;
      }
    }
    Country state = code == null ? null : casting.countries.byCode(code);
    if (state == null) {
      return mention.syntax().isSubject() ? casting.described(mention, ActorKind.GROUP) : null;
    }
    return casting.state(state, "role:" + description.role().entry());
  }

  /** The country that the text around is about. */
  private @Nullable String contextCountry(int m) {
    Setting names = setting;
    if (names == null) {
      names = new Setting(casting);
      setting = names;
    }
    return names.countryAt(casting.mentions.get(m).sentence());
  }
}
