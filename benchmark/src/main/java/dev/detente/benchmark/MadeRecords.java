package dev.detente.benchmark;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records of as many articles as one likes, made of a few real ones: other people, states, days and
 * numbers, the same sentences, and an answer to demands. A name is changed letter by letter into
 * one as long, so that all spans hold. Some articles tell of the same people and days, and one in
 * twenty is another's copy.
 */
final class MadeRecords {
  private static final String VOWELS = "aeiouyæøå";
  private static final String CONSONANTS = "bdfghjklmnprstv";
  private static final List<String> STATES =
      List.of(
          "NOR", "SWE", "DNK", "ISL", "FIN", "RUS", "UKR", "USA", "GBR", "FRA", "DEU", "POL", "CHN",
          "ISR", "IRN", "TUR", "IND", "JPN", "ESP", "ITA");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final int DAYS = 3650;

  /** Articles that tell of the same people at the same time. */
  private static final int TOGETHER = 6;

  /** How many casts of people there are; as among real ones, many speak again and again. */
  private static final int CASTS = 4000;

  private static final Set<Act> DEMANDING = EnumSet.of(Act.DEMAND, Act.ASK, Act.THREATEN);
  private static final Set<Act> ANSWERING = EnumSet.of(Act.REFUSE, Act.DENY);

  private final List<ArticleRecord> templates;

  MadeRecords(List<ArticleRecord> templates) {
    this.templates = templates.stream().map(MadeRecords::answered).toList();
  }

  /** With every demand rejected by the next other speaker who refuses or denies something. */
  private static ArticleRecord answered(ArticleRecord template) {
    List<Link> links = new ArrayList<>(template.links());
    List<Statement> statements = template.statements();
    for (int i = 0; i < statements.size(); i++) {
      Statement demand = statements.get(i);
      if (DEMANDING.contains(demand.act())) {
        statements.subList(i + 1, statements.size()).stream()
            .filter(later -> ANSWERING.contains(later.act()))
            .filter(later -> !Objects.equals(later.speaker(), demand.speaker()))
            .findFirst()
            .ifPresent(
                later ->
                    links.add(new Link(later.id(), Relation.REJECTS, demand.id(), 0.8, "made")));
      }
    }
    return template.withLinks(links);
  }

  /** The template that an article is made of: each of those together is told twice. */
  int template(long number) {
    long original = copied(number);
    return (int)
        ((original / TOGETHER * (TOGETHER / 2) + original % (TOGETHER / 2)) % templates.size());
  }

  /** An article that is a copy has the words of the one before it. */
  private static long copied(long number) {
    return number % 20 == 19 ? number - 1 : number;
  }

  /** The number-th article. */
  ArticleRecord record(long number) {
    long original = copied(number);
    long together = original / TOGETHER;
    Random dice = new Random(together * 0x9E3779B97F4A7C15L);
    long cast = dice.nextInt(CASTS);
    int day = dice.nextInt(DAYS);
    Random own = new Random(original);
    ArticleRecord template = templates.get(template(number));
    String text = digits(template.article().text().string(), dice);
    Map<String, String> names = new HashMap<>();
    for (Actor actor : template.actors()) {
      if (actor.kind() == ActorKind.PERSON) {
        for (String part : actor.name().split(" ", -1)) {
          if (part.length() > 3 && Character.isUpperCase(part.charAt(0))) {
            names.computeIfAbsent(part, name -> other(name, cast));
          }
        }
      }
    }
    text = otherWords(text, names, cast, original);
    Article article = template.article();
    List<Actor> actors =
        template.actors().stream()
            .map(actor -> actor(actor, names, (int) (cast % STATES.size())))
            .toList();
    LocalDate published = FIRST.plusDays(day + own.nextInt(3));
    // What the template dates lies as far from the day on which it is told.
    long later = ChronoUnit.DAYS.between(day(article.published()), published);
    return new ArticleRecord(
        new Article(
            "made-" + number,
            article.language(),
            published.toString(),
            "outlet-" + new Random(number).nextInt(40) + ".example",
            null,
            null,
            ArticleText.of(text),
            article.passages()),
        actors,
        template.statements().stream()
            .map(statement -> statement.withDate(moved(statement.date(), later)))
            .toList(),
        template.events().stream().map(event -> event(event, later)).toList(),
        template.links(),
        template.times(),
        template.places(),
        false);
  }

  /**
   * Names become others', and so do three of four longer words, that few stretches are alike; one
   * in three is the article's own, so that two which tell the same tell it in other words.
   */
  private static String otherWords(
      String text, Map<String, String> names, long cast, long article) {
    StringBuilder changed = new StringBuilder(text.length());
    Matcher word = WORD.matcher(text);
    int at = 0;
    while (word.find()) {
      changed.append(text, at, word.start());
      String name = names.get(word.group());
      boolean other =
          word.group().length() > 3
              && Character.isLowerCase(word.group().charAt(0))
              && (word.group().hashCode() + cast) % 4 != 0;
      boolean own = (word.group().hashCode() + article) % 3 == 0;
      changed.append(
          name != null
              ? name
              : other ? other(word.group(), own ? -1 - article : cast) : word.group());
      at = word.end();
    }
    return changed.append(text, at, text.length()).toString();
  }

  private static LocalDate day(@Nullable String date) {
    return date != null && DAY.matcher(date).matches()
        ? LocalDate.parse(date)
        : LocalDate.of(2031, 3, 11);
  }

  /** A day or month so many days later; vaguer dates stay. */
  private static @Nullable String moved(@Nullable String date, long later) {
    if (date != null && DAY.matcher(date).matches()) {
      return LocalDate.parse(date).plusDays(later).toString();
    }
    return date != null && DAY.matcher(date + "-01").matches()
        ? LocalDate.parse(date + "-01").plusDays(later).toString().substring(0, 7)
        : date;
  }

  private static Event event(Event event, long later) {
    return new Event(
        event.id(),
        event.type(),
        event.mode(),
        event.contexts(),
        event.cameo(),
        event.goldstein(),
        event.score(),
        event.quad(),
        event.actors(),
        event.recipients(),
        event.place(),
        moved(event.date(), later),
        event.status(),
        event.statement(),
        event.quantities(),
        event.anchor(),
        event.evidence(),
        event.why());
  }

  private static Actor actor(Actor actor, Map<String, String> names, int turn) {
    StringBuilder parts = new StringBuilder();
    for (String part : actor.name().split(" ", -1)) {
      parts.append(parts.isEmpty() ? "" : " ").append(names.getOrDefault(part, part));
    }
    String name = parts.toString();
    String country = turned(actor.country(), turn);
    if (actor.kind() == ActorKind.STATE && country != null) {
      name = country;
    }
    return new Actor(
        actor.id(),
        name,
        actor.kind(),
        country,
        actor.sector(),
        actor.role(),
        actor.mentions(),
        actor.why());
  }

  private static @Nullable String turned(@Nullable String country, int turn) {
    int at = country == null ? -1 : STATES.indexOf(country);
    return at < 0 ? country : STATES.get((at + turn) % STATES.size());
  }

  private static String digits(String text, Random dice) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < changed.length(); i++) {
      if (Character.isDigit(changed.charAt(i))) {
        changed.setCharAt(i, (char) ('1' + dice.nextInt(9)));
      }
    }
    return changed.toString();
  }

  private static String other(String name, long cast) {
    Random dice = new Random(cast * 31 + name.hashCode());
    StringBuilder changed = new StringBuilder(name);
    for (int i = 0; i < changed.length(); i++) {
      char c = changed.charAt(i);
      String from = VOWELS.indexOf(Character.toLowerCase(c)) >= 0 ? VOWELS : CONSONANTS;
      char to = from.charAt(dice.nextInt(from.length()));
      changed.setCharAt(i, Character.isUpperCase(c) ? Character.toUpperCase(to) : to);
    }
    return changed.toString();
  }
}
