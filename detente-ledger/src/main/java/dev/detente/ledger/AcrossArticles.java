package dev.detente.ledger;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.identity.Entity;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.LinkStore;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Claims;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.Demands;
import dev.detente.ledger.story.Heading;
import dev.detente.ledger.story.Stories;
import dev.detente.ledger.story.Story;
import dev.detente.ledger.story.Told;
import dev.detente.ledger.story.Turns;
import dev.detente.ledger.story.Voice;
import dev.detente.ledger.tension.Deed;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.EventStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger knows across articles: entities, stories, claims, and what was done between
 * parties. Everything is made of what {@link Adding} has written. Used by one thread.
 */
public final class AcrossArticles {
  /** Stands of one speaker among which changes of position are looked for. */
  private static final int MOST_TURNING = 500;

  private static final String STANDS =
      Turns.STANDS.stream()
          .map(act -> LedgerDatabase.quoted(act.label()))
          .sorted()
          .collect(Collectors.joining(", ", "(", ")"));

  /** How a text file says its date. */
  private static final Pattern DATED = Pattern.compile("^date \\d");

  private static final String DEMANDING_LABELS =
      Stream.of(Act.ASK, Act.DEMAND, Act.THREATEN)
          .map(act -> LedgerDatabase.quoted(act.label()))
          .collect(Collectors.joining(", ", "(", ")"));

  private static final String TO_DEMANDS =
      "(SELECT * EXCLUDE later FROM link UNION ALL SELECT * EXCLUDE n FROM own_link) WHERE relation IN ('same', 'denies',"
          + " 'rejects') AND to_item IN (SELECT item FROM statement WHERE act IN "
          + DEMANDING_LABELS
          + ")";

  private final Ledger ledger;

  public AcrossArticles(Ledger ledger) {
    this.ledger = ledger;
  }

  /** All entities, by id, or those that go by a name. */
  public List<Entity> entities(@Nullable String name) {
    Set<String> wanted = new HashSet<>();
    if (name != null) {
      wanted.add(name);
      wanted.addAll(ledger.entities(name));
    }
    Map<String, List<Ledger.Membership>> members = new TreeMap<>();
    for (Ledger.Membership member : ledger.members()) {
      if (name == null || wanted.contains(member.entity())) {
        members.computeIfAbsent(member.entity(), key -> new ArrayList<>()).add(member);
      }
    }
    List<Entity> entities = new ArrayList<>();
    members.forEach((id, own) -> entities.add(entity(id, own)));
    return entities;
  }

  private static Entity entity(String id, List<Ledger.Membership> members) {
    Set<String> aliases = new TreeSet<>();
    Map<String, Integer> countries = new TreeMap<>();
    Map<String, Integer> sectors = new TreeMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    Map<String, Entity.Role> roles = new TreeMap<>();
    List<Entity.Member> own = new ArrayList<>();
    for (Ledger.Membership member : members) {
      aliases.add(member.name());
      count(countries, member.country());
      count(sectors, member.sector());
      count(kinds, member.kind());
      if (member.role() != null) {
        String key = member.role() + "\t" + member.country();
        roles.merge(
            key,
            new Entity.Role(
                member.role(), member.country(), member.published(), member.published()),
            AcrossArticles::both);
      }
      own.add(new Entity.Member(member.actor(), member.why()));
    }
    List<Entity.Role> ordered = new ArrayList<>(roles.values());
    ordered.sort(
        Comparator.comparing((Entity.Role role) -> role.first() == null ? "9" : role.first())
            .thenComparing(Entity.Role::title));
    String kind = most(kinds);
    return new Entity(
        id,
        members.get(0).entityName(),
        kind == null ? ActorKind.PERSON : ActorKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        most(countries),
        most(sectors),
        new ArrayList<>(aliases),
        ordered,
        own);
  }

  private static Entity.Role both(Entity.Role one, Entity.Role other) {
    return new Entity.Role(
        one.title(),
        one.country(),
        earlier(one.first(), other.first()),
        later(one.last(), other.last()));
  }

  private static @Nullable String earlier(@Nullable String one, @Nullable String other) {
    return one == null || other != null && other.compareTo(one) < 0 ? other : one;
  }

  private static @Nullable String later(@Nullable String one, @Nullable String other) {
    return one == null || other != null && other.compareTo(one) > 0 ? other : one;
  }

  private static void count(Map<String, Integer> counts, @Nullable String value) {
    if (value != null) {
      counts.merge(value, 1, Integer::sum);
    }
  }

  /** The most frequent, the first of the alphabet among as many. */
  private static @Nullable String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** The headings of articles, by id. */
  public Map<String, Heading> headings(Collection<String> ids) {
    Map<String, Heading> headings = new TreeMap<>();
    if (ids.isEmpty()) {
      return headings;
    }
    ledger
        .database()
        .list(
            "SELECT id, language, published, outlet, coalesce(title, left(ltrim(text), 120))"
                + " FROM article JOIN body USING (n) WHERE id IN "
                + ids.stream()
                    .map(LedgerDatabase::quoted)
                    .collect(Collectors.joining(", ", "(", ")")),
            row ->
                new Heading(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)
                        .lines()
                        .filter(line -> !line.isBlank() && !DATED.matcher(line).find())
                        .findFirst()
                        .orElse("")
                        .strip()))
        .forEach(heading -> headings.put(heading.id(), heading));
    return headings;
  }

  /** All stories, those with most independent reports first. */
  public List<Story> stories() {
    Stories grouping = new Stories(ledger.copies());
    List<String> articles =
        ledger.database().list("SELECT id FROM article ORDER BY id", row -> row.getString(1));
    List<Story> stories =
        new ArrayList<>(
            grouping.joined(articles, new LinkStore(ledger.database()).sharing(Stories.SHARED)));
    stories.sort(
        Comparator.comparingInt((Story story) -> -story.reports().size())
            .thenComparing(story -> -story.printings())
            .thenComparing(Story::id));
    return stories;
  }

  /** The claims that somebody denies, rejects or confirms, those with most voices first. */
  public ClaimList claims() {
    return ClaimList.of(ledger.database());
  }

  /**
   * Those of some claims that an entity makes, or somebody of a country.
   *
   * @param who entity or country (ISO 3166-1 alpha-3)
   */
  public ClaimList claims(ClaimList claims, String who) {
    return claims.of(statementsBy(who));
  }

  private Set<Long> statementsBy(String who) {
    return new HashSet<>(
        ledger
            .database()
            .list(
                "SELECT s.item FROM statement s LEFT JOIN entity ON entity.entity = s.speaker WHERE"
                    + " s.speaker = ? OR entity.country = ?",
                row -> row.getLong(1),
                who,
                who));
  }

  /**
   * The sheets of some claims, in their order; those that are no longer there are left out.
   *
   * @param from the first of them
   * @param to after the last of them
   */
  public List<ClaimSheet> sheets(ClaimList claims, int from, int to) {
    List<ClaimList.Claim> some = claims.part(from, to);
    Map<String, ClaimSheet> sheets = new HashMap<>();
    Surroundings around = new Surroundings(ledger);
    around.add(some.stream().map(ClaimList.Claim::first).toList());
    sheets(around).forEach(sheet -> sheets.put(sheet.id(), sheet));
    List<ClaimSheet> ordered = new ArrayList<>();
    for (ClaimList.Claim claim : some) {
      End end = around.end(claim.first());
      ClaimSheet sheet = end == null ? null : sheets.get(end.toString());
      if (sheet != null) {
        ordered.add(sheet);
      }
    }
    return ordered;
  }

  /** The sheets of what was taken in, and of some of what takes a stand on it. */
  private List<ClaimSheet> sheets(Surroundings around) {
    around.addAnswers();
    if (around.items().isEmpty()) {
      return List.of();
    }
    Stories stories =
        new Stories(new LinkStore(ledger.database()).copies(List.copyOf(around.articles())));
    return Claims.sheets(voices(around.items()), around.links(), stories);
  }

  /**
   * The sheets of those claims of an article that somebody denies, rejects or confirms. Reads what
   * hangs together with them and nothing else.
   */
  public List<ClaimSheet> claims(String article) {
    Surroundings around = new Surroundings(ledger);
    around.add(
        ledger
            .database()
            .list(
                "SELECT item FROM statement WHERE n IN (SELECT n FROM article WHERE id = ?)",
                row -> row.getLong(1),
                article));
    return sheets(around).stream().filter(sheet -> sheet.isClaimed(null, article)).toList();
  }

  /** What became of demands. */
  public List<DemandLife> demands(Codebook codebook) {
    return demands(new Sketcher(codebook, World.load(codebook)));
  }

  /** What became of demands. */
  public List<DemandLife> demands(Sketcher sketcher) {
    List<Voice> demands = voices("WHERE s.act IN " + DEMANDING_LABELS);
    List<Voice> meetings = concessions();
    Map<String, String> languages = new HashMap<>();
    ledger
        .database()
        .visit(
            "SELECT id, coalesce(language, 'en') FROM article",
            row -> {
              languages.put(row.getString(1), row.getString(2));
              return true;
            });
    Map<End, Set<String>> meaning = new HashMap<>();
    for (List<Voice> some : List.of(demands, meetings)) {
      for (Voice voice : some) {
        String language = languages.getOrDefault(voice.end().article(), "en");
        meaning.put(voice.end(), sketcher.meaning(voice.words(), language));
      }
    }
    Map<End, Voice> rejecting = new HashMap<>();
    voices("WHERE s.item IN (SELECT from_item FROM " + TO_DEMANDS + " AND relation <> 'same')")
        .forEach(voice -> rejecting.put(voice.end(), voice));
    return Demands.lives(demands, meetings, meaning, linksToDemands(), rejecting);
  }

  /** What is the same as a demand, or denies or rejects it, within articles and across them. */
  private List<CrossLink> linksToDemands() {
    return ledger
        .database()
        .list(
            "SELECT f.id, from_item, relation, t.id, to_item, confidence, why FROM (FROM "
                + TO_DEMANDS
                + ") JOIN article f ON f.n = from_item >> 20 JOIN article t ON t.n = to_item >> 20",
            row ->
                new CrossLink(
                    new End(row.getString(1), ItemNumber.id(row.getLong(2))),
                    CrossRelation.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                    new End(row.getString(4), ItemNumber.id(row.getLong(5))),
                    row.getDouble(6),
                    row.getString(7)));
  }

  /** Events in which somebody concedes or steps back, as the voices of those who do. */
  private List<Voice> concessions() {
    return ledger
        .database()
        .list(
            "SELECT article.id, e.id, min(entity.entity), min(entity.name), min(entity.country),"
                + " coalesce(e.date, article.published), e.outlet, e.words FROM event e"
                + " JOIN article USING (n) JOIN party ON party.item = e.item AND part = 'actor'"
                + " JOIN entity ON entity.entity = party.entity"
                + " WHERE e.status = 'actual' AND e.type IN ('CONCEDE', 'RETREAT', 'AGREE')"
                + " GROUP BY e.item, article.id, e.id, e.date, article.published, e.outlet, e.words ORDER BY e.item",
            row -> {
              String country = row.getString(5);
              return new Voice(
                  new End(row.getString(1), row.getString(2)),
                  Act.PROMISE,
                  row.getString(3),
                  row.getString(4),
                  country == null ? row.getString(3) : country,
                  null,
                  DayRange.of(row.getString(6)),
                  row.getString(7),
                  row.getString(8));
            });
  }

  /**
   * Where somebody is reported to say one thing and later another, newest first, among the latest
   * {@value #MOST_TURNING} stands that they are reported to take.
   *
   * @param entity who
   */
  public List<Turns.Turn> turns(String entity, Sketcher sketcher) {
    Map<End, Set<String>> meaning = new HashMap<>();
    List<Long> latest =
        ledger
            .database()
            .list(
                "SELECT item FROM statement WHERE speaker = ? AND act IN "
                    + STANDS
                    + " ORDER BY day DESC NULLS LAST, item DESC LIMIT "
                    + MOST_TURNING,
                row -> row.getLong(1),
                entity);
    if (latest.isEmpty()) {
      return List.of();
    }
    List<Voice> voices = voices(latest);
    Set<Long> articles = new TreeSet<>();
    latest.forEach(item -> articles.add(ItemNumber.article(item)));
    Map<String, String> languages = new HashMap<>();
    ledger
        .database()
        .visit(
            "SELECT id, coalesce(language, 'en') FROM article WHERE n IN "
                + Surroundings.in(articles),
            row -> {
              languages.put(row.getString(1), row.getString(2));
              return true;
            });
    for (Voice voice : voices) {
      String language = languages.getOrDefault(voice.end().article(), "en");
      meaning.put(voice.end(), sketcher.meaning(voice.words(), language));
    }
    return Turns.of(voices, meaning);
  }

  /** All statements. */
  public List<Voice> voices() {
    return voices("");
  }

  private List<Voice> voices(String condition) {
    return voices("entity", condition);
  }

  /** Of some statements, with their few speakers: a join takes in the whole of what it joins to. */
  private List<Voice> voices(Collection<Long> items) {
    String these = "item IN " + Surroundings.in(items);
    return voices(
        "(SELECT * FROM entity WHERE entity IN (SELECT speaker FROM statement WHERE "
            + these
            + "))",
        "WHERE s." + these);
  }

  private List<Voice> voices(String speakers, String condition) {
    return ledger
        .database()
        .list(
            "SELECT article.id, s.id, s.act, s.speaker, speaker.name, speaker.country, s.addressee,"
                + " coalesce(s.date, article.published), s.outlet, s.words FROM statement s"
                + " JOIN article USING (n) LEFT JOIN "
                + speakers
                + " speaker ON speaker.entity = s.speaker "
                + condition
                + " ORDER BY s.item",
            row -> {
              String country = row.getString(6);
              return new Voice(
                  new End(row.getString(1), row.getString(2)),
                  Act.of(row.getString(3)),
                  row.getString(4),
                  row.getString(5),
                  country == null ? row.getString(4) : country,
                  row.getString(7),
                  DayRange.of(row.getString(8)),
                  row.getString(9),
                  row.getString(10));
            });
  }

  /** An event with the words that report it. */
  public record Evidence(End end, String type, String words) {}

  /** What was done between parties, and the events of articles that each deed is. */
  public record Deeds(List<Deed> deeds, Map<String, List<Evidence>> evidence) {
    /** The events of articles that a value is made of, and what each of them gives to it. */
    public List<Contribution> evidence(TensionPoint point) {
      List<Contribution> events = new ArrayList<>();
      for (TensionPoint.Part part : point.parts()) {
        for (Evidence one : evidence.getOrDefault(part.event(), List.of())) {
          events.add(new Contribution(part, one));
        }
      }
      return events;
    }
  }

  /** An event of an article, and what the deed that it tells gives to a value. */
  public record Contribution(TensionPoint.Part part, Evidence event) {
    /** The columns of a table of them: the names of {@link #fields}. */
    public static List<String> columns() {
      return List.of("gives", "share", "score", "type", "event", "words");
    }

    /** Its fields in JSON by name, in order. */
    public Map<String, @Nullable Object> fields() {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("gives", TensionPoint.rounded(part.gives()));
      fields.put("share", TensionPoint.rounded(part.share()));
      fields.put("score", part.score());
      fields.put("type", event.type());
      fields.put("event", event.end().toString());
      fields.put("words", event.words());
      return fields;
    }
  }

  private record Row(
      long item,
      End end,
      String type,
      String words,
      EventStatus status,
      double score,
      LocalDate first,
      LocalDate last,
      Set<String> actors,
      Set<String> recipients) {}

  /**
   * The events in which one of these takes part, each once however many articles tell it.
   *
   * @param parties countries (ISO 3166-1 alpha-3) or entities
   */
  public Deeds deeds(List<String> parties) {
    return deeds(parties, grouping());
  }

  /** Which articles print one report and which tell one story. Immutable. */
  public static final class Grouping {
    private final Stories stories;
    private final Map<String, String> storyOf;

    private Grouping(Stories stories, Map<String, String> storyOf) {
      this.stories = stories;
      this.storyOf = storyOf;
    }

    private String story(String article) {
      String report = stories.report(article);
      return storyOf.getOrDefault(report, report);
    }
  }

  /** How the articles belong together; takes a look at all links. */
  public Grouping grouping() {
    return new Grouping(
        new Stories(ledger.copies()),
        Stories.storyOf(new LinkStore(ledger.database()).sharing(Stories.SHARED)));
  }

  /**
   * The same, by how articles belong together; one that it does not know is a story of its own.
   *
   * @param parties countries (ISO 3166-1 alpha-3) or entities
   */
  public Deeds deeds(List<String> parties, Grouping grouping) {
    Map<End, Row> rows = rows(parties);
    List<End> ends = new ArrayList<>(rows.keySet());
    Map<Long, Integer> places = new HashMap<>();
    rows.values().forEach(row -> places.put(row.item(), places.size()));
    List<int[]> same = new ArrayList<>();
    for (long[] pair :
        new LinkStore(ledger.database()).pairs(CrossRelation.SAME, places.keySet())) {
      same.add(
          new int[] {
            Objects.requireNonNull(places.get(pair[0])), Objects.requireNonNull(places.get(pair[1]))
          });
    }
    List<Deed> deeds = new ArrayList<>();
    Map<String, List<Evidence>> evidence = new HashMap<>();
    for (Told told : grouping.stories.told(ends, same)) {
      List<Row> reports = told.members().stream().map(rows::get).filter(Objects::nonNull).toList();
      Row best = best(reports);
      Set<String> actors = new TreeSet<>();
      Set<String> recipients = new TreeSet<>();
      for (Row row : reports) {
        actors.addAll(row.actors());
        recipients.addAll(row.recipients());
      }
      deeds.add(
          new Deed(
              told.id(),
              grouping.story(told.members().get(0).article()),
              best.first(),
              best.last(),
              best.status(),
              best.score(),
              actors,
              recipients,
              told.reports()));
      evidence.put(
          told.id(),
          reports.stream().map(row -> new Evidence(row.end(), row.type(), row.words())).toList());
    }
    return new Deeds(deeds, evidence);
  }

  /**
   * The report whose date is most precise; among as precise ones what is told as fact before what
   * is alleged.
   */
  private static Row best(List<Row> reports) {
    return reports.stream()
        .min(
            Comparator.comparingLong(
                    (Row row) -> row.last().toEpochDay() - row.first().toEpochDay())
                .thenComparing(Row::status)
                .thenComparing(Row::end))
        .orElseThrow();
  }

  private Map<End, Row> rows(List<String> parties) {
    Map<Long, Set<String>> actors = new HashMap<>();
    Map<Long, Set<String>> recipients = new HashMap<>();
    String wanted = String.join(", ", parties.stream().map(party -> "?").toList());
    Object[] twice = new Object[2 * parties.size()];
    for (int i = 0; i < parties.size(); i++) {
      twice[i] = parties.get(i);
      twice[parties.size() + i] = parties.get(i);
    }
    String concerned =
        "(SELECT party.item FROM party JOIN actor ON actor.n = party.n AND actor.id ="
            + " party.actor_id WHERE party.entity IN ("
            + wanted
            + ") OR actor.country IN ("
            + wanted
            + "))";
    ledger
        .database()
        .visit(
            "SELECT party.item, party.part, party.entity, actor.country FROM party JOIN actor ON"
                + " actor.n = party.n AND actor.id = party.actor_id WHERE party.item IN "
                + concerned,
            row -> {
              Set<String> names =
                  (row.getString(2).equals("actor") ? actors : recipients)
                      .computeIfAbsent(row.getLong(1), key -> new TreeSet<>());
              names.add(row.getString(3));
              if (row.getString(4) != null) {
                names.add(row.getString(4));
              }
              return true;
            },
            twice);
    Map<End, Row> rows = new TreeMap<>();
    ledger
        .database()
        .visit(
            "SELECT e.item, article.id, e.id, e.type, e.words, e.status, e.score,"
                + " coalesce(e.day, article.day), coalesce(e.last_day, e.day, article.last_day,"
                + " article.day) FROM event e JOIN article USING (n) WHERE e.item IN "
                + concerned,
            row -> {
              if (row.getDate(8) != null && row.getDate(9) != null) {
                End end = new End(row.getString(2), row.getString(3));
                rows.put(
                    end,
                    new Row(
                        row.getLong(1),
                        end,
                        row.getString(4),
                        row.getString(5),
                        EventStatus.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                        row.getDouble(7),
                        row.getDate(8).toLocalDate(),
                        row.getDate(9).toLocalDate(),
                        actors.getOrDefault(row.getLong(1), Set.of()),
                        recipients.getOrDefault(row.getLong(1), Set.of())));
              }
              return true;
            },
            twice);
    return rows;
  }
}
