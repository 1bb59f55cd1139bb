package dev.detente.reading.actor;

import dev.detente.codebook.world.Months;
import dev.detente.codebook.world.Office;
import dev.detente.reading.actor.Entity.Known;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.record.ActorKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person that a role refers to: one of that role in the article, the holder of the office, the
 * counterpart of another, or somebody new. Used once per article; not thread-safe.
 */
final class PersonRoles {
  /** How the offices of those who lead a country begin in {@code roles.yaml}. */
  private static final String HEAD = "head-of-";

  /** The same offices in the register. */
  private static final Set<String> HEADS =
      Set.of("president", "prime-minister", "chancellor", "supreme-leader");

  private final Casting casting;
  private final List<Mention> mentions;
  private final @Nullable Entity[] resolved;

  PersonRoles(Casting casting) {
    this.casting = casting;
    this.mentions = casting.mentions;
    this.resolved = casting.resolved;
  }

  @Nullable Entity personRole(
      Mention mention,
      int m,
      Description description,
      @Nullable Entity owner,
      @Nullable String country) {
    Role role = description.role();
    if (role.relative()) {
      Entity counterpart = counterpart(owner, description.country());
      if (counterpart != null) {
        return counterpart;
      }
      return casting.described(mention, ActorKind.PERSON);
    }
    if (mention.definite() || description.country() != null || owner != null) {
      Entity before = personBefore(mention, m, description, owner, country);
      if (before != null) {
        return before;
      }
      Entity holder = holder(description, country);
      if (holder != null) {
        return holder;
      }
    }
    Entity entity = casting.described(mention, ActorKind.PERSON);
    entity.gender = role.gender();
    return entity;
  }

  /** The person whom the article calls by this role: the last one before, else the next. */
  private @Nullable Entity personBefore(
      Mention mention,
      int m,
      Description description,
      @Nullable Entity owner,
      @Nullable String country) {
    for (int i = m - 1; i >= Casting.farthest(m); i--) {
      Entity entity = resolved[i];
      if (entity != null
          && entity.isPerson()
          && fits(entity, mention, description, owner, country)) {
        return entity;
      }
    }
    if (!mention.definite() && country == null) {
      return null;
    }
    for (int i = m + 1; i < Math.min(mentions.size(), m + Casting.WINDOW); i++) {
      Entity entity = resolved[i];
      if (entity != null
          && entity.isPerson()
          && entity.named
          && fits(entity, mention, description, owner, country)) {
        return entity;
      }
    }
    return null;
  }

  private boolean fits(
      Entity person,
      Mention mention,
      Description description,
      @Nullable Entity owner,
      @Nullable String country) {
    Role role = description.role();
    if (role.gender() != null && person.gender != null && role.gender() != person.gender) {
      return false;
    }
    String office = role.office() == null ? null : officeKey(description);
    for (Known known : person.known) {
      if (known.description().former() != description.former() && description.former()) {
        continue;
      }
      if (!sameRole(known.description(), description)) {
        continue;
      }
      if (country != null && known.country() != null && !country.equals(known.country())) {
        continue;
      }
      if (country != null && known.country() == null && !countryAgrees(person, country)) {
        continue;
      }
      if (owner != null && known.owner() != null && owner != known.owner() && role.inherit()) {
        continue;
      }
      if (!mention.definite() && country == null) {
        continue;
      }
      return true;
    }
    if (leads(person, role, mention, country)) {
      return true;
    }
    return office != null
        && person.office != null
        && person.office.role().equals(office)
        && person.office.held(monthFirst(), monthLast())
        && (country != null ? country.equals(person.office.country()) : mention.definite());
  }

  /** "den franske lederen": the president or prime minister of that country. */
  private boolean leads(Entity person, Role role, Mention mention, @Nullable String country) {
    if (!role.leader() || country == null || !mention.definite() || !person.named) {
      return false;
    }
    if (!country.equals(casting.countryOf(person))) {
      return false;
    }
    for (Known known : person.known) {
      String office = known.description().role().office();
      if (!known.description().former() && office != null && office.startsWith(HEAD)) {
        return true;
      }
    }
    return person.office != null
        && person.office.held(monthFirst(), monthLast())
        && HEADS.contains(person.office.role());
  }

  private boolean countryAgrees(Entity person, String country) {
    String own = casting.countryOf(person);
    return own == null || own.equals(country);
  }

  private int monthFirst() {
    return Months.first(casting.published);
  }

  private int monthLast() {
    return Months.last(casting.published);
  }

  private static boolean sameRole(Description known, Description asked) {
    if (known.lemma().equals(asked.lemma())) {
      return true;
    }
    if (known.role().entry().equals(asked.role().entry())
        && asked.role().whole()
        && known.role().whole()) {
      return true;
    }
    if (isContraction(asked.lemma(), known.lemma()) || sameOffice(known.role(), asked.role())) {
      return true;
    }
    for (String ending : asked.role().takesUp()) {
      if (known.lemma().endsWith(ending) || known.role().entry().equals(ending)) {
        return true;
      }
    }
    // "ministeren" for the "utenriksminister", "lederen" for the "Frp-leder".
    return !asked.role().whole() && known.lemma().endsWith(asked.lemma())
        || asked.role().whole()
            && asked.role().office() == null
            && known.lemma().endsWith(asked.role().entry());
  }

  /** "regjeringssjefen" for the "statsminister". */
  private static boolean sameOffice(Role known, Role asked) {
    return known.whole()
        && asked.whole()
        && asked.office() != null
        && asked.office().equals(known.office());
  }

  /** "viseminister" for "viseutenriksminister": what stands between the ends is left out. */
  private static boolean isContraction(String asked, String known) {
    if (known.length() <= asked.length()) {
      return false;
    }
    for (int cut = 3; cut <= asked.length() - 5; cut++) {
      if (known.startsWith(asked.substring(0, cut)) && known.endsWith(asked.substring(cut))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String officeKey(Description description) {
    return casting.offices.role(description.role().entry(), casting.language);
  }

  /** The named person of the article who held the office then, by the register. */
  private @Nullable Entity holder(Description description, @Nullable String country) {
    String office = officeKey(description);
    if (office == null) {
      return null;
    }
    String code = country == null ? casting.domestic : country;
    if (code == null) {
      return null;
    }
    for (Office held : casting.offices.holders(office, code, casting.published)) {
      Entity called = casting.namesakes.called(held.person());
      Entity found = called != null && called.named ? called : null;
      for (Entity person : casting.namesakes.surnamed(Entity.lastWord(held.person()))) {
        if (person.named
            && (found == null
                || casting.namesakes.order(person) < casting.namesakes.order(found))) {
          found = person;
        }
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * "sin russiske kollega": the person of that country in the same office. None where the article
   * names more persons than anybody keeps apart, so that time stays linear in its length.
   */
  private @Nullable Entity counterpart(@Nullable Entity owner, @Nullable String country) {
    if (country == null || casting.persons.size() > Casting.WINDOW) {
      return null;
    }
    Entity only = null;
    int count = 0;
    for (Entity person : casting.persons) {
      if (person == owner || !country.equals(casting.countryOf(person)) || !person.named) {
        continue;
      }
      if (owner != null && sharesRole(person, owner)) {
        return person;
      }
      only = person;
      count++;
    }
    return count == 1 ? only : null;
  }

  private boolean sharesRole(Entity first, Entity second) {
    for (Known known : first.known) {
      for (Known other : second.known) {
        if (sameRole(known.description(), other.description())) {
          return true;
        }
      }
    }
    return first.office != null
        && second.office != null
        && first.office.role().equals(second.office.role());
  }
}
