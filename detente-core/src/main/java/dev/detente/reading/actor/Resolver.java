package dev.detente.reading.actor;

import dev.detente.codebook.world.Countries;
import dev.detente.codebook.world.Country;
import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.Gazetteer;
import dev.detente.codebook.world.Months;
import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.Office;
import dev.detente.codebook.world.OfficeHolders;
import dev.detente.codebook.world.Organisation;
import dev.detente.codebook.world.Organisations;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Entity.Known;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.reading.actor.Mention.Syntax;
import dev.detente.record.ActorKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who the mentions of one article refer to: names first, over the whole article, then
 * descriptions and pronouns in the order of the text. Used once per article; not thread-safe.
 */
final class Resolver {
  /** Mentions that are looked at before or after one: keeps the time linear in the text. */
  private static final int WINDOW = 600;

  /** Sentences that a pronoun looks back. */
  private static final int REACH = 5;

  private final AnalysedArticle article;
  private final String language;
  private final @Nullable String published;
  private final RoleLexicon roles;
  private final ActorWords words;
  private final Countries countries;
  private final Organisations organisations;
  private final OfficeHolders offices;
  private final Gazetteer gazetteer;
  private final @Nullable String domestic;
  private final List<Mention> mentions;
  private final @Nullable Entity[] resolved;
  private final boolean[] tried;
  private boolean learned;
  private @Nullable Setting setting;

  /** Index of the mention that each word belongs to, innermost first; -1 for none. */
  private final int[][] mentionOf;

  private final List<Entity> entities = new ArrayList<>();
  private final Map<String, Entity> states = new LinkedHashMap<>();
  private final Map<String, Entity> byKey = new HashMap<>();
  private final List<Entity> persons = new ArrayList<>();

  Resolver(
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
    this.domestic = words.domestic();
    this.mentions = mentions;
    this.resolved = new @Nullable Entity[mentions.size()];
    this.tried = new boolean[mentions.size()];
    this.mentionOf = new int[article.sentences().size()][];
    for (int i = 0; i < mentionOf.length; i++) {
      mentionOf[i] = new int[article.sentence(i).size()];
      java.util.Arrays.fill(mentionOf[i], -1);
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

  ResolvedCast resolve() {
    fullNames();
    for (int m = 0; m < mentions.size(); m++) {
      if (mentions.get(m).isName()) {
        assign(m, name(mentions.get(m), m));
      }
    }
    learnAll();
    for (int m = 0; m < mentions.size(); m++) {
      resolve(m);
    }
    return new Profile(
            article, entities, mentions, resolved, mentionOf, roles, words, countries, gazetteer,
            domestic)
        .cast();
  }

  private void resolve(int m) {
    if (tried[m]) {
      return;
    }
    tried[m] = true;
    Mention mention = mentions.get(m);
    Entity entity =
        switch (mention.form()) {
          case NOMINAL -> nominal(mention, m);
          case PEOPLE -> people(mention, m);
          case PRONOUN -> pronoun(mention, m);
          case ADJECTIVE -> adjective(mention);
          case RELATIVE -> relative(mention);
          default -> null;
        };
    if (entity != null) {
      assign(m, entity);
    }
  }

  private void assign(int m, @Nullable Entity entity) {
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
  private static int farthest(int m) {
    return Math.max(0, m - WINDOW);
  }

  private Entity create(ActorKind kind, String name, String why) {
    Entity entity = new Entity(kind, name);
    entity.why = why;
    entities.add(entity);
    if (kind == ActorKind.PERSON) {
      persons.add(entity);
    }
    return entity;
  }

  // --- names ------------------------------------------------------------------------------------

  /** Persons named with two words or more, before the surnames alone are read. */
  private void fullNames() {
    for (Mention mention : mentions) {
      if (mention.form() != Form.PERSON || mention.name().indexOf(' ') < 0) {
        continue;
      }
      Entity person = personNamed(mention.name());
      if (person == null) {
        person = create(ActorKind.PERSON, mention.name(), "name:PER");
        person.named = true;
      } else if (mention.name().length() > person.name.length()) {
        person.name = mention.name();
      }
      person.names.add(mention.name());
      if (person.gender == null) {
        person.gender = mention.gender();
      }
    }
  }

  /** The person with this full name or one that differs only in middle names or an initial. */
  private @Nullable Entity personNamed(String name) {
    for (Entity person : persons) {
      if (person.names.contains(name)) {
        return person;
      }
    }
    String last = Entity.lastWord(name);
    String first = Entity.firstWord(name);
    for (Entity person : persons) {
      if (person.surname().equals(last)
          && (Entity.firstWord(person.name).equals(first) || isInitial(first, person.name))) {
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

  private @Nullable Entity name(Mention mention, int m) {
    return switch (mention.form()) {
      case PERSON -> person(mention, m);
      case PLACE -> place(mention);
      case ORGANISATION -> organisation(mention, "name:ORG");
      default -> otherName(mention, m);
    };
  }

  private Entity person(Mention mention, int m) {
    Entity person =
        mention.name().indexOf(' ') >= 0 ? personNamed(mention.name()) : personByPart(mention, m);
    if (person == null) {
      person = create(ActorKind.PERSON, mention.name(), "name:PER");
      person.named = true;
    }
    person.names.add(mention.name());
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
    for (Entity person : persons) {
      if (!person.named || !person.surname().equals(part)) {
        continue;
      }
      if (mention.gender() != null && person.gender != null && mention.gender() != person.gender) {
        continue;
      }
      if (best == null || lastIndex(person, m) > lastIndex(best, m)) {
        best = person;
      }
    }
    if (best == null) {
      for (Entity person : persons) {
        if (person.named && Entity.hasWord(person.name, part)) {
          best = best == null || lastIndex(person, m) > lastIndex(best, m) ? person : best;
        }
      }
    }
    return best;
  }

  /** Index of the entity's last mention before m; -1 when there is none. */
  private int lastIndex(Entity entity, int m) {
    for (int i = m - 1; i >= farthest(m); i--) {
      if (resolved[i] == entity) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Entity place(Mention mention) {
    CountryMatch match = countries.name(mention.name(), language);
    if (match == null && mention.name().indexOf(' ') < 0) {
      Entity person = surnamed(mention.name());
      if (person != null) {
        return person;
      }
    }
    if (match != null) {
      return state(match.country(), "country:" + match.country().key());
    }
    ActorWords.Collective collective = words.collective(mention.name());
    if (collective != null) {
      if (mention.syntax() == Syntax.LOCATION) {
        return null;
      }
      String key = "collective " + mention.name();
      Entity entity = byKey.get(key);
      if (entity == null) {
        entity = create(ActorKind.GROUP, mention.name(), key);
        entity.country = collective.country();
        entity.sector = collective.sector();
        entity.named = true;
        entity.fixed = true;
        byKey.put(key, entity);
      }
      return entity;
    }
    Organisation body = organisations.name(mention.name(), language);
    if (body != null) {
      return organisation(mention, "organisation:" + body.name());
    }
    String metonym = words.metonym(mention.name());
    if (metonym != null && mention.syntax() != Syntax.LOCATION) {
      return worldOrganisation(metonym, mention.name());
    }
    match = countries.seat(mention.name(), language);
    if (match != null) {
      return mention.syntax() == Syntax.LOCATION || isDestination(mention)
          ? null
          : state(match.country(), "seat:" + mention.name());
    }
    if (mention.syntax() == Syntax.SPEAKER || !mention.descriptions().isEmpty()) {
      return organisation(mention, "name:place");
    }
    return null;
  }

  /** "fra Kyiv", "til Paris": a town that somebody comes from or goes to. */
  private boolean isDestination(Mention mention) {
    Sentence sentence = article.sentence(mention.sentence());
    int marker = sentence.child(mention.head(), "case");
    return marker >= 0 && words.isDestinationPreposition(sentence.word(marker).form());
  }

  private Entity state(Country country, String why) {
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

  /** The person whose surname stands under another label; null when there is none. */
  private @Nullable Entity surnamed(String name) {
    for (Entity person : persons) {
      if (person.named
          && person.name.indexOf(' ') > 0
          && person.surname().equals(name.toLowerCase(Locale.ROOT))) {
        person.names.add(name);
        return person;
      }
    }
    return null;
  }

  private Entity organisation(Mention mention, String why) {
    String name = mention.name();
    Organisation body = organisations.name(name, language);
    if (body == null && name.indexOf(' ') < 0) {
      Entity person = surnamed(name);
      if (person != null) {
        return person;
      }
    }
    String key = body == null ? "org " + name.toLowerCase(Locale.ROOT) : "world " + body.name();
    Entity entity = byKey.get(key);
    if (entity == null) {
      entity = create(ActorKind.ORGANISATION, name, body == null ? why : "org:" + body.name());
      entity.organisation = body;
      entity.named = true;
      byKey.put(key, entity);
    }
    entity.names.add(name);
    String abbreviation = bracket(mention);
    if (abbreviation != null) {
      byKey.putIfAbsent("org " + abbreviation.toLowerCase(Locale.ROOT), entity);
    }
    return entity;
  }

  /** The entity of an organisation of the register, made when the article had none so far. */
  private @Nullable Entity worldOrganisation(String key, String name) {
    Entity entity = byKey.get("world " + key);
    Organisation body = organisations.byKey(key);
    if (entity == null && body != null) {
      entity = create(ActorKind.ORGANISATION, name, "org:" + key);
      entity.organisation = body;
      entity.named = true;
      byKey.put("world " + key, entity);
    }
    return entity;
  }

  /** The abbreviation in a bracket that closes the mention. */
  private @Nullable String bracket(Mention mention) {
    if (mention.last() - mention.nameLast() == 3) {
      return article.sentence(mention.sentence()).word(mention.last() - 1).form();
    }
    return null;
  }

  private @Nullable Entity otherName(Mention mention, int m) {
    Entity known = byKey.get("org " + mention.name().toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    Entity person =
        mention.name().indexOf(' ') >= 0 ? personNamed(mention.name()) : personByPart(mention, m);
    if (person != null) {
      person.names.add(mention.name());
      return person;
    }
    if (!offices.ofPerson(mention.name(), published).isEmpty()
        || mention.name().indexOf(' ') < 0
            && !offices.ofSurname(mention.name(), published).isEmpty()) {
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

  // --- what titles and appositions teach
  // -----------------------------------------------------------

  private void learnAll() {
    for (int m = 0; m < mentions.size(); m++) {
      Entity entity = resolved[m];
      if (entity != null) {
        learn(entity, m, false);
      }
    }
    for (Entity person : persons) {
      person.office = officeOf(person);
    }
    for (Entity entity : entities) {
      entity.settled = countryOf(entity);
    }
    learned = true;
  }

  private void learn(Entity entity, int m, boolean predicate) {
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
        country = countryOf(owner);
      }
      if (country == null) {
        country = countryOfPlaceOwner(mention, description);
      }
      entity.known.add(new Known(description, owner == entity ? null : owner, country, predicate));
    }
  }

  /** "en talsmann i Kreml", "ordføreren i Kyiv": the country of a place named as owner. */
  private @Nullable String countryOfPlaceOwner(Mention mention, Description description) {
    if (description.owner() < 0) {
      return null;
    }
    int at = mentionOf[mention.sentence()][description.owner()];
    if (at < 0 || mentions.get(at).form() != Form.PLACE) {
      return null;
    }
    CountryMatch match = countries.find(mentions.get(at).name(), language);
    return match == null ? null : match.country().code();
  }

  private @Nullable Entity ownerOf(Mention mention, Description description) {
    if (description.owner() < 0) {
      return null;
    }
    int at = mentionOf[mention.sentence()][description.owner()];
    if (at < 0 || mentions.get(at) == mention) {
      return null;
    }
    // "talspersonen for fagforbundet": the owner stands after the role.
    if (learned && mentions.get(at).head() > mention.head()) {
      resolve(at);
    }
    return resolved[at];
  }

  /** The country that is known of an entity so far. */
  private @Nullable String countryOf(Entity entity) {
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

  private @Nullable Office officeOf(Entity person) {
    if (!person.named) {
      return null;
    }
    List<Office> found = List.of();
    for (String name : person.names) {
      if (name.indexOf(' ') >= 0) {
        found = offices.ofPerson(name, published);
        if (!found.isEmpty()) {
          return fitting(found, person);
        }
      }
    }
    if (person.name.indexOf(' ') < 0) {
      found = offices.ofSurname(NameForm.plain(person.name), published);
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

  // --- descriptions
  // ----------------------------------------------------------------------------------

  private @Nullable Entity nominal(Mention mention, int m) {
    Description description = mention.description();
    if (description == null) {
      return null;
    }
    Entity subject = subjectOfPredicate(mention, m);
    if (subject != null) {
      learn(subject, m, true);
      return null;
    }
    if (isPredicate(mention)) {
      return null;
    }
    Entity named = nameBefore(mention);
    if (named != null) {
      return named;
    }
    Role role = description.role();
    Entity owner = ownerOf(mention, description);
    String country = description.country();
    if (country == null && owner != null) {
      country = countryOf(owner);
    }
    if (country == null) {
      country = countryOfPlaceOwner(mention, description);
    }
    if (owner == null && country == null && isSpokesman(role) && !mention.definite()) {
      owner = bodyBefore(m);
      country = owner == null ? null : countryOf(owner);
    }
    Entity entity =
        switch (role.kind()) {
          case "state" -> stateRole(mention, m, description, owner, country);
          case "organisation" -> organisationRole(mention, m, description, country);
          case "group" -> group(mention, m, description, country);
          default ->
              mention.plural()
                  ? group(mention, m, description, country)
                  : personRole(mention, m, description, owner, country);
        };
    if (entity != null) {
      entity.known.add(new Known(description, owner == entity ? null : owner, country, false));
    }
    return entity;
  }

  /** "Peskov, presidentens talsperson": the entity whose name the description follows. */
  private @Nullable Entity nameBefore(Mention mention) {
    Word word = article.sentence(mention.sentence()).word(mention.head());
    if (!word.relation().equals("appos") || word.head() < 0 || word.head() > mention.head()) {
      return null;
    }
    int at = mentionOf[mention.sentence()][word.head()];
    if (at < 0 || !mentions.get(at).isName()) {
      return null;
    }
    Entity entity = resolved[at];
    Description description = mention.description();
    return entity != null
            && description != null
            && entity.isPerson() == description.role().kind().equals("person")
        ? entity
        : null;
  }

  /** A role that speaks for a body and tells a sector only where none is named. */
  private static boolean isSpokesman(Role role) {
    return role.inherit() && "GOV".equals(role.sector());
  }

  /** The body that a bare "talsmann" speaks for: the organisation that acts just before. */
  private @Nullable Entity bodyBefore(int m) {
    for (int i = m - 1; i >= farthest(m); i--) {
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

  private boolean isPredicate(Mention mention) {
    Sentence sentence = article.sentence(mention.sentence());
    Word word = sentence.word(mention.head());
    int subject = sentence.child(mention.head(), "nsubj");
    // "Det var regjeringen som ...": no predicate of anybody.
    boolean cleft =
        subject < 0
            || sentence.word(subject).feat("Gender").equals("Neut")
                && sentence.word(subject).upos().equals("PRON");
    return sentence.child(mention.head(), "cop") >= 0 && !cleft && !word.relation().equals("nsubj");
  }

  /** "Peskov er talsmann for presidenten": the entity that a predicate describes. */
  private @Nullable Entity subjectOfPredicate(Mention mention, int m) {
    Sentence sentence = article.sentence(mention.sentence());
    if (!isPredicate(mention) || mention.plural()) {
      return null;
    }
    int subject = sentence.child(mention.head(), "nsubj");
    if (subject < 0) {
      return null;
    }
    int at = mentionOf[mention.sentence()][subject];
    if (at < 0 || at == m || mentions.get(at).head() != subject) {
      return null;
    }
    Entity entity = resolved[at];
    return entity != null && entity.isPerson() && entity.named ? entity : null;
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
        code = domestic;
      }
    }
    Country state = code == null ? null : countries.byCode(code);
    if (state == null) {
      return mention.syntax().isSubject() ? described(mention, m, ActorKind.GROUP) : null;
    }
    return state(state, "role:" + description.role().entry());
  }

  /** The country that the text around is about. */
  private @Nullable String contextCountry(int m) {
    Setting names = setting;
    if (names == null) {
      names =
          new Setting(
              article, mentions, resolved, mentionOf, countries, gazetteer, words, domestic);
      setting = names;
    }
    return names.countryAt(mentions.get(m).sentence());
  }

  private @Nullable Entity organisationRole(
      Mention mention, int m, Description description, @Nullable String country) {
    String text = NameForm.plain(text(mention));
    Organisation body = organisations.name(text, language);
    if (body != null && !(description.role().domestic() && SentenceWords.isGeneric(body))) {
      Entity entity = byKey.get("world " + body.name());
      if (entity == null) {
        entity = create(ActorKind.ORGANISATION, text, "org:" + body.name());
        entity.organisation = body;
        entity.named = true;
        byKey.put("world " + body.name(), entity);
      }
      return entity;
    }
    Role role = description.role();
    if (mention.definite() && !role.denotes().isEmpty()) {
      Entity denoted = denoted(role);
      if (denoted != null) {
        return denoted;
      }
    }
    if (mention.definite()) {
      Entity before = organisationBefore(m, description, country);
      if (before != null) {
        return before;
      }
    }
    String key = "orgrole " + description.lemma() + " " + country;
    Entity entity = mention.definite() || country != null ? byKey.get(key) : null;
    if (entity == null) {
      entity = described(mention, m, ActorKind.ORGANISATION);
      entity.sector = role.inherit() ? null : role.sector();
      entity.country = country;
      byKey.put(key, entity);
    }
    return entity;
  }

  /** "alliansen", "unionen": the organisation of the article that the noun stands for. */
  private @Nullable Entity denoted(Role role) {
    for (String key : role.denotes()) {
      Entity entity = byKey.get("world " + key);
      if (entity != null) {
        return entity;
      }
    }
    for (Mention mention : mentions) {
      for (Description description : mention.descriptions()) {
        String form = article.sentence(mention.sentence()).word(description.word()).form();
        Organisation body = organisations.compound(form, language);
        if (body != null && role.denotes().contains(body.name())) {
          Entity entity =
              create(
                  ActorKind.ORGANISATION,
                  form.substring(0, form.indexOf('-')),
                  "org:" + body.name());
          entity.organisation = body;
          entity.named = true;
          byKey.put("world " + body.name(), entity);
          return entity;
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
    for (int i = m - 1; i >= farthest(m); i--) {
      Entity entity = resolved[i];
      if (entity == null || entity.kind != ActorKind.ORGANISATION) {
        continue;
      }
      if (mentions.get(m).sentence() - mentions.get(i).sentence() > 3 * REACH) {
        break;
      }
      if (country != null && countryOf(entity) != null && !country.equals(countryOf(entity))) {
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
          && sector.equals(entity.organisation.sectorAt(published))
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

  private @Nullable Entity group(
      Mention mention, int m, Description description, @Nullable String country) {
    Role role = description.role();
    String lemma = description.role().whole() ? role.entry() : description.lemma();
    for (int i = m - 1; i >= farthest(m) && !role.vague(); i--) {
      if (mentions.get(m).sentence() - mentions.get(i).sentence() > 3 * REACH) {
        break;
      }
      Entity entity = resolved[i];
      if (entity == null || entity.kind != ActorKind.GROUP) {
        continue;
      }
      String other = countryOf(entity);
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
    Entity entity = described(mention, m, ActorKind.GROUP);
    entity.country = country;
    entity.plural = true;
    return entity;
  }

  private Entity described(Mention mention, int m, ActorKind kind) {
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

  private String text(Mention mention) {
    return article.slice(mention.span());
  }

  private @Nullable Entity personRole(
      Mention mention,
      int m,
      Description description,
      @Nullable Entity owner,
      @Nullable String country) {
    Role role = description.role();
    if (role.relative()) {
      Entity counterpart = counterpart(mention, m, owner, description.country());
      if (counterpart != null) {
        return counterpart;
      }
      return described(mention, m, ActorKind.PERSON);
    }
    if (mention.definite() || description.country() != null || owner != null) {
      Entity before = personBefore(mention, m, description, owner, country);
      if (before != null) {
        return before;
      }
      Entity holder = holder(description, country, m);
      if (holder != null) {
        return holder;
      }
    }
    Entity entity = described(mention, m, ActorKind.PERSON);
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
    for (int i = m - 1; i >= farthest(m); i--) {
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
    for (int i = m + 1; i < Math.min(mentions.size(), m + WINDOW); i++) {
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
    return office != null
        && person.office != null
        && person.office.role().equals(office)
        && person.office.held(monthFirst(), monthLast())
        && (country != null ? country.equals(person.office.country()) : mention.definite());
  }

  private boolean countryAgrees(Entity person, String country) {
    String own = countryOf(person);
    return own == null || own.equals(country);
  }

  private int monthFirst() {
    return Months.first(published);
  }

  private int monthLast() {
    return Months.last(published);
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
    // "ministeren" for the "utenriksminister", "lederen" for the "Frp-leder".
    return !asked.role().whole() && known.lemma().endsWith(asked.lemma())
        || asked.role().whole()
            && asked.role().office() == null
            && known.lemma().endsWith(asked.role().entry());
  }

  private @Nullable String officeKey(Description description) {
    return offices.role(description.role().entry(), language);
  }

  /** The named person of the article who held the office then, by the register. */
  private @Nullable Entity holder(Description description, @Nullable String country, int m) {
    String office = officeKey(description);
    if (office == null) {
      return null;
    }
    String code = country == null ? domestic : country;
    if (code == null) {
      return null;
    }
    for (Office held : offices.holders(office, code, published)) {
      for (Entity person : persons) {
        if (person.named
            && (person.names.contains(held.person())
                || person.surname().equals(Entity.lastWord(held.person())))) {
          return person;
        }
      }
    }
    return null;
  }

  /** "sin russiske kollega": the person of that country in the same office. */
  private @Nullable Entity counterpart(
      Mention mention, int m, @Nullable Entity owner, @Nullable String country) {
    if (country == null) {
      return null;
    }
    Entity only = null;
    int count = 0;
    for (Entity person : persons) {
      if (person == owner || !country.equals(countryOf(person)) || !person.named) {
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

  // --- peoples, adjectives, pronouns
  // -----------------------------------------------------------------

  private @Nullable Entity people(Mention mention, int m) {
    Word word = article.sentence(mention.sentence()).word(mention.head());
    CountryMatch match = countries.inhabitant(word.form(), language);
    if (match == null) {
      return null;
    }
    if (mention.plural() && mention.definite() && !match.part()) {
      return state(match.country(), "people:" + match.country().key());
    }
    if (!mention.plural()) {
      if (mention.definite()) {
        for (int i = m - 1; i >= farthest(m); i--) {
          Entity entity = resolved[i];
          if (entity != null
              && entity.isPerson()
              && match.country().code().equals(countryOf(entity))) {
            return entity;
          }
        }
      }
      Entity person = described(mention, m, ActorKind.PERSON);
      person.country = match.country().code();
      person.sector = "CVL";
      return person;
    }
    String key = "people " + match.country().code();
    Entity group = byKey.get(key);
    if (group == null) {
      group = described(mention, m, ActorKind.GROUP);
      group.country = match.country().code();
      group.sector = "CVL";
      byKey.put(key, group);
    }
    return group;
  }

  private @Nullable Entity relative(Mention mention) {
    int noun =
        SentenceWords.relativeAntecedent(article.sentence(mention.sentence()), mention.head());
    int at = noun < 0 ? -1 : mentionOf[mention.sentence()][noun];
    return at < 0 ? null : resolved[at];
  }

  private @Nullable Entity adjective(Mention mention) {
    Word word = article.sentence(mention.sentence()).word(mention.head());
    CountryMatch match = countries.adjective(word.form(), language);
    return match == null || match.part()
        ? null
        : state(match.country(), "adjective:" + match.country().key());
  }

  private @Nullable Entity pronoun(Mention mention, int m) {
    Sentence sentence = article.sentence(mention.sentence());
    Word word = sentence.word(mention.head());
    ActorWords.Pronoun personal = words.pronoun(word.form());
    ActorWords.Pronoun possessive = words.possessive(word.form());
    ActorWords.Pronoun pronoun =
        personal == null || mention.syntax() == Syntax.POSSESSOR && possessive != null
            ? possessive
            : personal;
    if (pronoun == null) {
      return null;
    }
    if (pronoun.reflexive()) {
      return subjectAbove(mention);
    }
    Map<Entity, Integer> scores = new LinkedHashMap<>();
    for (int i = m - 1; i >= farthest(m); i--) {
      Mention before = mentions.get(i);
      int distance = mention.sentence() - before.sentence();
      if (distance > REACH) {
        break;
      }
      Entity entity = resolved[i];
      if (entity == null || !agrees(entity, before, pronoun) || clashes(before, mention)) {
        continue;
      }
      int score = 100 - 28 * distance + salience(before, mention);
      if (pronoun.gender() != null && entity.gender == pronoun.gender()) {
        score += 20;
      }
      score -= 5 * Math.min(entity.mentions.size(), 6);
      if (!entity.named) {
        score -= 6;
      }
      scores.merge(entity, score, Math::max);
    }
    Entity best = null;
    int bestScore = pronoun.thing() ? 120 : 35;
    for (Map.Entry<Entity, Integer> entry : scores.entrySet()) {
      if (entry.getValue() > bestScore) {
        bestScore = entry.getValue();
        best = entry.getKey();
      }
    }
    if (best != null && best.gender == null && best.isPerson()) {
      best.gender = pronoun.gender();
    }
    return best;
  }

  private int salience(Mention before, Mention pronoun) {
    int score =
        switch (before.syntax()) {
          case SPEAKER -> 22;
          case SUBJECT -> 26;
          case OBJECT -> 2;
          case LOCATION -> -24;
          case POSSESSOR -> 0;
          default -> 22;
        };
    Sentence sentence = article.sentence(before.sentence());
    if (sentence.root() == governor(before)) {
      score += 28;
    }
    if (sentence.passage() == article.sentence(pronoun.sentence()).passage()) {
      score += 38;
    }
    if (before.quoted() && !pronoun.quoted()) {
      score -= 40;
    }
    if (before.form() == Form.PRONOUN) {
      score -= 24;
    }
    if (pronoun.syntax() == Syntax.SPEAKER && before.syntax() == Syntax.SPEAKER) {
      score += 14;
    }
    return score;
  }

  private int governor(Mention mention) {
    return article.sentence(mention.sentence()).word(mention.head()).head();
  }

  private boolean agrees(Entity entity, Mention before, ActorWords.Pronoun pronoun) {
    if (before.form() == Form.ADJECTIVE || before.form() == Form.RELATIVE) {
      return false;
    }
    if (pronoun.thing()) {
      return entity.kind == ActorKind.STATE || entity.kind == ActorKind.ORGANISATION;
    }
    if (pronoun.plural()) {
      return entity.kind == ActorKind.GROUP
          || entity.kind == ActorKind.ORGANISATION
          || entity.kind == ActorKind.STATE && before.syntax() != Syntax.LOCATION;
    }
    return entity.isPerson()
        && !entity.unknown
        && (entity.gender == null || pronoun.gender() == null || entity.gender == pronoun.gender());
  }

  /** A pronoun is not its fellow argument, nor a word of a nominal that holds it. */
  private boolean clashes(Mention before, Mention pronoun) {
    if (before.sentence() != pronoun.sentence()) {
      return false;
    }
    if (before.covers(pronoun.head())) {
      return true;
    }
    if (pronoun.syntax() == Syntax.POSSESSOR) {
      return false;
    }
    Sentence sentence = article.sentence(pronoun.sentence());
    int a = sentence.word(before.head()).head();
    int b = sentence.word(pronoun.head()).head();
    return a >= 0 && a == b && before.syntax().isSubject() != pronoun.syntax().isSubject();
  }

  /** The subject that "sin" refers to. */
  private @Nullable Entity subjectAbove(Mention mention) {
    Sentence sentence = article.sentence(mention.sentence());
    int at = mention.head();
    for (int steps = 0; at >= 0 && steps < sentence.size(); steps++) {
      int subject = sentence.child(at, "nsubj");
      if (subject >= 0 && !mention.covers(subject) && subject != mention.head()) {
        int m = mentionOf[mention.sentence()][subject];
        if (m >= 0 && resolved[m] != null && mentions.get(m).head() == subject) {
          return resolved[m];
        }
        return null;
      }
      at = sentence.word(at).head();
    }
    return null;
  }

  Set<String> stateCodes() {
    return states.keySet();
  }
}
