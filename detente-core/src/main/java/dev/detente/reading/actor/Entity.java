package dev.detente.reading.actor;

import dev.detente.codebook.world.Office;
import dev.detente.codebook.world.Organisation;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.record.ActorKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A candidate actor while the article is being resolved. Mutable and confined to one call; turned
 * into an {@link dev.detente.record.Actor} at the end.
 */
final class Entity {
  final ActorKind kind;
  final List<Mention> mentions = new ArrayList<>();
  final Set<String> names = new LinkedHashSet<>();

  /** What was learned of it, with the entity that the describing noun belongs to. */
  final List<Known> known = new ArrayList<>();

  String name;
  @Nullable String country;

  /** The country that names and titles gave before descriptions were read. */
  @Nullable String settled;

  /** The country that only the text around it gives. */
  @Nullable String around;

  @Nullable String sector;
  @Nullable Gender gender;
  boolean plural;
  boolean named;

  /** Whether no lexicon knows the noun that describes it. */
  boolean unknown;

  /** Whether country and sector are settled, also where they are null. */
  boolean fixed;

  @Nullable Organisation organisation;
  @Nullable Office office;
  String why = "";

  /** A description together with its resolved owner and the country that they give. */
  record Known(
      Description description,
      @Nullable Entity owner,
      @Nullable String country,
      boolean predicate) {}

  Entity(ActorKind kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  boolean isPerson() {
    return kind == ActorKind.PERSON;
  }

  /** Last word of the fullest name, small letters, without "al-". */
  String surname() {
    return lastWord(name);
  }

  static String lastWord(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return last.startsWith("al-") || last.startsWith("el-") ? last.substring(3) : last;
  }

  static String firstWord(String name) {
    int space = name.indexOf(' ');
    return (space < 0 ? name : name.substring(0, space)).toLowerCase(Locale.ROOT);
  }
}
