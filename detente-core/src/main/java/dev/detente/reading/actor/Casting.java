package dev.detente.reading.actor;

import dev.detente.codebook.world.Countries;
import dev.detente.codebook.world.Country;
import dev.detente.codebook.world.Gazetteer;
import dev.detente.codebook.world.NameOrigins;
import dev.detente.codebook.world.OfficeHolders;
import dev.detente.codebook.world.Organisation;
import dev.detente.codebook.world.Organisations;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Word;
import dev.detente.reading.actor.Entity.Known;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.record.ActorKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in one article as far as it is known yet: the mentions, the entities that they were
 * resolved to, and the tables of the world. Filled by {@link Resolver} and the classes that it
 * calls; mutable and confined to one call.
 */
final class Casting {
  /** Mentions that are looked at before or after one: keeps the time linear in the text. */
  static final int WINDOW = 600;

  /** Sentences that a pronoun looks back. */
  static final int REACH = 5;

  final AnalysedArticle article;
  final String language;
  final @Nullable String published;
  final RoleLexicon roles;
  final ActorWords words;
  final Countries countries;
  final Organisations organisations;
  final OfficeHolders offices;
  final Gazetteer gazetteer;
  final NameOrigins names;

  /** The country that the article is at home in; null when it cannot be told. */
  final @Nullable String domestic;

  final List<Mention> mentions;

  /** The entity of each mention; null for none or none yet. */
  final @Nullable Entity[] resolved;

  /** Index of the mention that each word belongs to, innermost first; -1 for none. */
  final int[][] mentionOf;

  final List<Entity> entities = new ArrayList<>();

  /** State actors by country code. */
  final Map<String, Entity> states = new LinkedHashMap<>();

  /** Organisations and groups by what makes them one: "org ...", "world ...", "people ...". */
  final Map<String, Entity> byKey = new HashMap<>();

  final List<Entity> persons = new ArrayList<>();
  final Namesakes namesakes = new Namesakes();

  Casting(
      AnalysedArticle article,
      List<Mention> mentions,
      RoleLexicon roles,
      ActorWords words,
      World world) {
    this.article = article;
    this.language = article.language();
    this.published = article.article().published();
    this.roles = roles;
    this.words = words;
    this.countries = world.countries();
    this.organisations = world.organisations();
    this.offices = world.offices();
    this.gazetteer = world.gazetteer();
    this.names = world.names();
    this.domestic = words.domestic();
    this.mentions = mentions;
    this.resolved = new @Nullable Entity[mentions.size()];
    this.mentionOf = new int[article.sentences().size()][];
    for (int i = 0; i < mentionOf.length; i++) {
      mentionOf[i] = new int[article.sentence(i).size()];
      Arrays.fill(mentionOf[i], -1);
    }
    placeWords();
  }

  /** The innermost mention of every word; a mention's own head and name words come first. */
  private void placeWords() {
    for (int m = 0; m < mentions.size(); m++) {
      Mention mention = mentions.get(m);
      int[] row = mentionOf[mention.sentence()];
      for (int w = mention.first(); w <= mention.last(); w++) {
        int current = row[w];
        if (current < 0 || width(mentions.get(current)) > width(mention)) {
          row[w] = m;
        }
      }
    }
    for (int m = 0; m < mentions.size(); m++) {
      Mention mention = mentions.get(m);
      int[] row = mentionOf[mention.sentence()];
      row[mention.head()] = m;
      for (int w = mention.nameFirst(); w >= 0 && w <= mention.nameLast(); w++) {
        row[w] = m;
      }
    }
  }

  private static int width(Mention mention) {
    return mention.last() - mention.first();
  }

  void assign(int m, @Nullable Entity entity) {
    resolved[m] = entity;
    if (entity == null) {
      return;
    }
    Mention mention = mentions.get(m);
    entity.mentions.add(mention);
    if (entity.gender == null && mention.gender() != null && !mention.plural()) {
      entity.gender = mention.gender();
    }
  }

  /** The first mention that is looked at before this one. */
  static int farthest(int m) {
    return Math.max(0, m - WINDOW);
  }

  Entity create(ActorKind kind, String name, String why) {
    Entity entity = new Entity(kind, name);
    entity.why = why;
    entities.add(entity);
    if (kind == ActorKind.PERSON) {
      persons.add(entity);
      namesakes.add(entity);
    }
    return entity;
  }

  /** Index of the entity's last mention before m; -1 when there is none. */
  int lastIndex(Entity entity, int m) {
    for (int i = m - 1; i >= farthest(m); i--) {
      if (resolved[i] == entity) {
        return i;
      }
    }
    return -1;
  }

  Entity state(Country country, String why) {
    Entity state = states.get(country.code());
    if (state == null) {
      state = create(ActorKind.STATE, country.name(), why);
      state.country = country.code();
      state.sector = "GOV";
      state.named = true;
      states.put(country.code(), state);
    }
    return state;
  }

  /** The entity of an organisation of the register, made under this name when there was none. */
  Entity body(Organisation body, String name) {
    Entity entity = byKey.get("world " + body.name());
    if (entity == null) {
      entity = create(ActorKind.ORGANISATION, name, "org:" + body.name());
      entity.organisation = body;
      entity.named = true;
      byKey.put("world " + body.name(), entity);
    }
    return entity;
  }

  /** The country that is known of an entity so far. */
  @Nullable String countryOf(Entity entity) {
    if (entity.country != null) {
      return entity.country;
    }
    if (entity.organisation != null) {
      return entity.organisation.country();
    }
    for (Known known : entity.known) {
      if (known.country() != null) {
        return known.country();
      }
    }
    return entity.office == null ? null : entity.office.country();
  }

  Entity described(Mention mention, ActorKind kind) {
    Description description = mention.description();
    Entity entity =
        create(
            kind,
            descriptionName(mention),
            "description:" + (description == null ? "" : description.role().entry()));
    entity.plural = mention.plural();
    entity.unknown = description != null && description.role().isUnknown();
    return entity;
  }

  /** The description in the article's words, without the capital of a sentence's first word. */
  private String descriptionName(Mention mention) {
    String text = text(mention);
    Word first = article.sentence(mention.sentence()).word(mention.first());
    boolean name =
        first.upos().equals("PROPN")
            || !first.nameType().isEmpty()
            || text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return name || text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  String text(Mention mention) {
    return article.slice(mention.span());
  }
}
