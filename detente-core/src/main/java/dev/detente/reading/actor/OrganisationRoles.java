package dev.detente.reading.actor;

import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.Organisation;
import dev.detente.reading.actor.Entity.Known;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.record.ActorKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that a noun refers to: one of the register, one named before, or a new one. Used
 * once per article; not thread-safe.
 */
final class OrganisationRoles {
  private final Casting casting;
  private final List<Mention> mentions;
  private final @Nullable Entity[] resolved;

  OrganisationRoles(Casting casting) {
    this.casting = casting;
    this.mentions = casting.mentions;
    this.resolved = casting.resolved;
  }

  @Nullable Entity organisationRole(
      Mention mention, int m, Description description, @Nullable String country) {
    String text = NameForm.plain(casting.text(mention));
    Organisation body = casting.organisations.name(text, casting.language);
    if (body != null && !(description.role().domestic() && SentenceWords.isGeneric(body))) {
      return casting.body(body, text);
    }
    Role role = description.role();
    String home = country == null && isHomeBody(mention, role) ? casting.domestic : country;
    if (mention.definite() && !role.denotes().isEmpty()) {
      Entity denoted = denoted(role);
      if (denoted != null) {
        return denoted;
      }
    }
    if (mention.definite()) {
      Entity before = organisationBefore(m, description, home);
      if (before != null) {
        return before;
      }
    }
    String key = "orgrole " + description.lemma() + " " + home;
    Entity entity = mention.definite() || home != null ? casting.byKey.get(key) : null;
    if (entity == null) {
      entity = casting.described(mention, ActorKind.ORGANISATION);
      entity.sector = role.inherit() ? null : role.sector();
      entity.country = home;
      casting.byKey.put(key, entity);
    }
    return entity;
  }

  /**
   * "Utenriksdepartementet" with a capital inside a sentence: the name of the body of that kind
   * where the article is at home, for those abroad have no capital.
   */
  private boolean isHomeBody(Mention mention, Role role) {
    String form = casting.article.sentence(mention.sentence()).word(mention.head()).form();
    return role.domestic()
        && mention.definite()
        && mention.head() > 0
        && mention.first() == mention.head()
        && SentenceWords.isCapital(form)
        && !NameForm.isAllCapitals(form)
        && !casting
            .article
            .sentence(mention.sentence())
            .word(mention.head() - 1)
            .upos()
            .equals("PUNCT");
  }

  /** "alliansen", "unionen": the organisation of the article that the noun stands for. */
  private @Nullable Entity denoted(Role role) {
    for (String key : role.denotes()) {
      Entity entity = casting.byKey.get("world " + key);
      if (entity != null) {
        return entity;
      }
    }
    for (Mention mention : mentions) {
      for (Description description : mention.descriptions()) {
        String form = casting.article.sentence(mention.sentence()).word(description.word()).form();
        Organisation body = casting.organisations.compound(form, casting.language);
        if (body != null && role.denotes().contains(body.name())) {
          return casting.body(body, form.substring(0, form.indexOf('-')));
        }
      }
    }
    return null;
  }

  /** "partiet", "avisen": the organisation of that kind that was named last. */
  private @Nullable Entity organisationBefore(
      int m, Description description, @Nullable String country) {
    String lemma = description.lemma();
    String sector = description.role().sector();
    for (int i = m - 1; i >= Casting.farthest(m); i--) {
      Entity entity = resolved[i];
      if (entity == null || entity.kind != ActorKind.ORGANISATION) {
        continue;
      }
      if (mentions.get(m).sentence() - mentions.get(i).sentence() > 3 * Casting.REACH) {
        break;
      }
      if (country != null
          && casting.countryOf(entity) != null
          && !country.equals(casting.countryOf(entity))) {
        continue;
      }
      for (Known known : entity.known) {
        String other = known.description().lemma();
        if (other.equals(lemma) || other.endsWith(lemma)) {
          return entity;
        }
      }
      String name = entity.name.toLowerCase(Locale.ROOT);
      if (name.contains(lemma) && lemma.length() >= 4) {
        return entity;
      }
      if (entity.organisation != null
          && sector != null
          && sector.equals(entity.organisation.sectorAt(casting.published))
          && description.role().whole()
          && country == null
          && isGeneric(sector)) {
        return entity;
      }
    }
    return null;
  }

  private static boolean isGeneric(String sector) {
    return switch (sector) {
      case "PTY", "JRN", "IGO", "NGO", "BUS", "LAB" -> true;
      default -> false;
    };
  }
}
