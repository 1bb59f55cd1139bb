package dev.detente.ledger.identity;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.Office;
import dev.detente.codebook.world.Organisation;
import dev.detente.codebook.world.World;
import dev.detente.ledger.identity.ActorSketch.Certainty;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each actor of an article who he is, as far as the article and the registers of the
 * codebook know: states by their code, organisations and office-holders by the register whatever
 * their spelling or language, an office without a name by who held it then, others by name. A pure
 * function of one record. Immutable and thread-safe.
 */
public final class Identifier {
  /** How a record says which entry of the register an organisation is. */
  private static final String REGISTERED = "org:";

  private final World world;
  private final GroupNames groups;

  /**
   * Office-holders by the skeletons of their first and last names, where these are one person's.
   */
  private final Map<String, String> spelled = new HashMap<>();

  public Identifier(Codebook codebook, World world) {
    this.world = world;
    this.groups = new GroupNames(codebook);
    Set<String> shared = new HashSet<>();
    for (Office office : world.offices().all()) {
      String ends = ends(NameSkeleton.words(office.person()));
      String other = spelled.putIfAbsent(ends, office.person());
      if (other != null && !other.equals(office.person())) {
        shared.add(ends);
      }
    }
    spelled.keySet().removeAll(shared);
  }

  /** A sketch of each actor, in the order of the record. */
  public List<ActorSketch> sketches(ArticleRecord record) {
    List<ActorSketch> sketches = new ArrayList<>(record.actors().size());
    for (Actor actor : record.actors()) {
      sketches.add(sketch(record, actor));
    }
    return sketches;
  }

  /** What is known of an actor; filled in step by step. */
  private record Known(Certainty certainty, String entity, String block, String why) {
    static Known sure(String entity, String why) {
      return new Known(Certainty.KNOWN, entity, entity, why);
    }
  }

  private ActorSketch sketch(ArticleRecord record, Actor actor) {
    String language = language(record);
    Known known =
        switch (actor.kind()) {
          case STATE -> state(actor, language);
          case ORGANISATION -> organisation(actor, language);
          case PERSON -> person(record, actor, language);
          case GROUP -> registered(actor, language) == null ? null : organisation(actor, language);
        };
    if (known == null) {
      known = described(record, actor, language);
    }
    return new ActorSketch(
        new ActorRef(record.article().id(), actor.id()),
        actor.name(),
        actor.kind(),
        actor.country(),
        actor.sector(),
        actor.role(),
        record.article().published(),
        known.certainty(),
        known.entity(),
        known.block(),
        known.why());
  }

  static String language(ArticleRecord record) {
    String language = record.article().language();
    return language == null ? "en" : language;
  }

  private @Nullable Known state(Actor actor, String language) {
    CountryMatch match = world.countries().name(actor.name(), language);
    String country = match == null ? actor.country() : match.country().key();
    return country == null ? null : Known.sure(country, "state " + country);
  }

  private @Nullable Known organisation(Actor actor, String language) {
    Organisation found = registered(actor, language);
    if (found != null) {
      return Known.sure("org:" + slug(found.name()), "register of organisations: " + found.name());
    }
    String kind = groups.kind(actor.name(), language);
    if (!isNamed(actor) || kind != null && kind.endsWith("-ministry")) {
      return null;
    }
    List<String> words = NameSkeleton.words(actor.name());
    if (words.isEmpty()) {
      return null;
    }
    boolean acronym = isAcronym(actor.name());
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      initials.append(word.charAt(0));
    }
    return new Known(
        acronym ? Certainty.PARTLY_NAMED : Certainty.NAMED,
        "org:" + String.join("-", words),
        "org:" + (acronym ? words.get(0) : words.size() > 1 ? initials : words.get(0)),
        "name " + actor.name());
  }

  private @Nullable Organisation registered(Actor actor, String language) {
    Organisation found = world.organisations().name(actor.name(), language);
    return found == null && actor.why().startsWith(REGISTERED)
        ? world.organisations().byKey(actor.why().substring(REGISTERED.length()))
        : found;
  }

  /** A name of one word without small letters. */
  private static boolean isAcronym(String name) {
    return name.length() > 1
        && name.indexOf(' ') < 0
        && name.chars().noneMatch(Character::isLowerCase);
  }

  private @Nullable Known person(ArticleRecord record, Actor actor, String language) {
    String published = record.article().published();
    if (!isNamed(actor)) {
      return holder(actor, language, published);
    }
    String name = plain(actor.name(), language);
    List<String> words = NameSkeleton.words(name);
    if (words.isEmpty()) {
      return null;
    }
    Office office = words.size() > 1 ? inFull(name, published) : bySurname(name, actor, published);
    if (office != null) {
      return Known.sure(
          "person:" + slug(office.person()), "register of office-holders: " + office.person());
    }
    String surname = words.get(words.size() - 1);
    return words.size() > 1
        ? new Known(Certainty.NAMED, "person:" + ends(words), "person:" + surname, "name " + name)
        : new Known(
            Certainty.PARTLY_NAMED,
            "person:" + surname + (actor.country() == null ? "" : "@" + actor.country()),
            "person:" + surname,
            "surname " + name);
  }

  private @Nullable Office inFull(String name, @Nullable String published) {
    List<Office> offices = world.offices().ofPerson(name, published);
    if (!offices.isEmpty()) {
      return offices.get(0);
    }
    // A spelling that the register does not have.
    String person = spelled.get(ends(NameSkeleton.words(name)));
    List<Office> theirs = person == null ? List.of() : world.offices().ofPerson(person, published);
    return theirs.isEmpty() ? null : theirs.get(0);
  }

  /** The only person of the register with this surname whom the country does not rule out. */
  private @Nullable Office bySurname(String name, Actor actor, @Nullable String published) {
    Office found = null;
    for (Office office : world.offices().ofSurname(name, published)) {
      if (actor.country() != null && !actor.country().equals(office.country())) {
        continue;
      }
      if (found != null && !found.person().equals(office.person())) {
        return null;
      }
      found = office;
    }
    return found;
  }

  /** Who held the office that a description without a name gives: "den franske presidenten". */
  private @Nullable Known holder(Actor actor, String language, @Nullable String published) {
    if (actor.country() == null || published == null) {
      return null;
    }
    String role = groups.office(actor.name(), language, world);
    if (role == null) {
      return null;
    }
    Set<String> people = new LinkedHashSet<>();
    for (Office office : world.offices().holders(role, actor.country(), published)) {
      people.add(office.person());
    }
    if (people.size() != 1) {
      return null;
    }
    String person = people.iterator().next();
    return Known.sure(
        "person:" + slug(person),
        role + " of " + actor.country() + " in " + published + " was " + person);
  }

  /** Groups and bodies without a name that mean the same whoever speaks of them. */
  private Known described(ArticleRecord record, Actor actor, String language) {
    String kind = groups.kind(actor.name(), language);
    if (kind != null && actor.why().startsWith("collective")) {
      return Known.sure("group:" + kind, kind + ": " + actor.name());
    }
    boolean guessed = actor.why().endsWith("country:around");
    if (kind != null && actor.country() != null && actor.kind() != ActorKind.PERSON && !guessed) {
      return Known.sure(
          actor.country() + ":" + kind, kind + " of " + actor.country() + ": " + actor.name());
    }
    String own = record.article().id() + "#" + actor.id();
    return new Known(Certainty.UNNAMED, own, own, "unnamed: " + actor.name());
  }

  /** The first and the last of a name's skeletons. */
  private static String ends(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : words.get(0) + "-" + words.get(words.size() - 1);
  }

  /** Whether the record's name is one, and no description. */
  private static boolean isNamed(Actor actor) {
    return !actor.why().startsWith("description") && !actor.why().startsWith("collective");
  }

  private static String plain(String name, String language) {
    return NameForm.withoutArticle(NameForm.plain(name), language).strip();
  }

  /** {@code Emmanuel Macron} as {@code emmanuel-macron}. */
  static String slug(String name) {
    StringBuilder slug = new StringBuilder(name.length());
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        slug.append(slug.length() == 0 ? "" : "-").append(word);
      }
    }
    return slug.toString();
  }
}
