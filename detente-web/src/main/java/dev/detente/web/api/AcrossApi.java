package dev.detente.web.api;

import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.ClaimList;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.export.Csv;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.LinkPage;
import dev.detente.ledger.relate.LinkQuestion;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.Heading;
import dev.detente.ledger.story.Story;
import dev.detente.ledger.tension.Step;
import dev.detente.ledger.tension.Tension;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.EventStatus;
import dev.detente.web.page.Kept;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The routes under {@code /api/v1} to what a ledger knows across articles, each asked by the
 * options of the command of its name: a page of it as JSON, and all of it as CSV and JSON Lines.
 * Thread-safe.
 */
public final class AcrossApi {
  /** What is read at once of a table. */
  private static final int AT_ONCE = 500;

  private static final int LONGEST = 200;
  private static final int MOST_PARTIES = 20;

  private final Lender lender;
  private final Kept kept;

  /**
   * @param kept what takes a look at the whole ledger to know
   */
  public AcrossApi(Lender lender, Kept kept) {
    this.lender = lender;
    this.kept = kept;
  }

  /**
   * How something is given to programs.
   *
   * @param fields in JSON
   * @param columns of a table
   * @param rows in it, of each
   */
  private record Form<T>(
      Function<T, Map<String, ?>> fields,
      List<String> columns,
      Function<T, List<? extends List<? extends @Nullable Object>>> rows) {}

  /** Adds the routes. */
  public void add(RoutesConfig routes) {
    route(
        routes,
        "claims",
        this::claims,
        new Form<>(ClaimSheet::fields, ClaimSheet.columns(), ClaimSheet::rows));
    route(
        routes,
        "demands",
        this::demands,
        new Form<>(DemandLife::fields, DemandLife.columns(), DemandLife::rows));
    route(
        routes,
        "links",
        AcrossApi::links,
        new Form<>(CrossLink::fields, CrossLink.columns(), link -> List.of(link.cells())));
    route(
        routes,
        "stories",
        this::stories,
        new Form<>(
            told -> told.story().fields(), Story.columns(), told -> told.story().rows(told.of())));
    route(
        routes,
        "tension",
        this::tension,
        new Form<>(TensionPoint::fields, TensionPoint.columns(), point -> List.of(point.cells())));
    routes.get("/api/v1/tension/{day}", this::point);
  }

  private <T> void route(
      RoutesConfig routes,
      String name,
      BiFunction<Ledger, Context, Sequence<T>> asked,
      Form<T> form) {
    String path = "/api/v1/" + name;
    routes.get(path, ask -> page(ask, asked, form));
    routes.get(path + ".csv", ask -> table(ask, asked, form, true));
    routes.get(path + ".jsonl", ask -> table(ask, asked, form, false));
  }

  private <T> void page(Context ask, BiFunction<Ledger, Context, Sequence<T>> asked, Form<T> form) {
    int size = Api.size(ask);
    Sequence.Piece<T> piece =
        lender.ask(ledger -> asked.apply(ledger, ask).from(ask.queryParam("cursor"), size));
    Answers.page(ask, piece.items().stream().map(form.fields()).toList(), piece.next());
  }

  private <T> void table(
      Context ask, BiFunction<Ledger, Context, Sequence<T>> asked, Form<T> form, boolean csv) {
    lender.<@Nullable Void>askLong(
        ledger -> {
          // What is wrong with the question is found before anything is written.
          Sequence<T> all = asked.apply(ledger, ask);
          Sequence.Piece<T> first = all.from(null, AT_ONCE);
          if (Answers.known(ask, ledger)) {
            return null;
          }
          Answers.stream(
              ask,
              csv ? "text/csv; charset=utf-8" : "application/jsonl",
              out -> {
                if (csv) {
                  out.accept(Csv.line(form.columns().toArray()));
                }
                Sequence.Piece<T> piece = first;
                while (true) {
                  for (T one : piece.items()) {
                    if (csv) {
                      form.rows().apply(one).forEach(row -> out.accept(Csv.line(row.toArray())));
                    } else {
                      out.accept(Answers.json(form.fields().apply(one)) + "\n");
                    }
                  }
                  if (piece.next() == null) {
                    return;
                  }
                  piece = all.from(piece.next(), AT_ONCE);
                }
              });
          return null;
        });
  }

  private Sequence<ClaimSheet> claims(Ledger ledger, Context ask) {
    String by = value(ask, "by");
    String article = value(ask, "article");
    AcrossArticles across = new AcrossArticles(ledger);
    if (article != null) {
      return Sequence.of(
          across.claims(article).stream().filter(sheet -> sheet.isClaimed(by, article)).toList());
    }
    ClaimList all = found(kept.allClaims(ledger));
    ClaimList claims = by == null ? all : across.claims(all, by);
    return Sequence.of(claims.size(), (from, to) -> across.sheets(claims, from, to));
  }

  private Sequence<DemandLife> demands(Ledger ledger, Context ask) {
    String by = value(ask, "by");
    List<DemandLife> lives = found(kept.demands(ledger));
    return Sequence.of(by == null ? lives : lives.stream().filter(life -> life.isBy(by)).toList());
  }

  private static Sequence<CrossLink> links(Ledger ledger, Context ask) {
    Set<CrossRelation> relations = EnumSet.noneOf(CrossRelation.class);
    String wanted = value(ask, "relation");
    if (wanted != null) {
      for (String relation : wanted.split(",", -1)) {
        relations.add(one(CrossRelation.class, "relation", relation));
      }
    }
    LinkQuestion question =
        new LinkQuestion(relations, value(ask, "article"), least(value(ask, "least")));
    return (cursor, size) -> {
      LinkPage.Cursor after =
          cursor == null ? null : LinkPage.Cursor.parse(cursor).orElseThrow(Api::noCursor);
      LinkPage page = ledger.links(question, after, size);
      return new Sequence.Piece<>(
          page.links(), page.next() == null ? null : page.next().toString());
    };
  }

  private static double least(@Nullable String value) {
    if (value == null) {
      return 0;
    }
    if (!value.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?")) {
      throw new IllegalArgumentException("least is a number from 0 to 1");
    }
    return Double.parseDouble(value);
  }

  /** A story with what its articles are. */
  private record ToldStory(Story story, Map<String, Heading> of) {}

  private Sequence<ToldStory> stories(Ledger ledger, Context ask) {
    String reports = value(ask, "reports");
    if (reports != null && !reports.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException("reports is a number from 1 on");
    }
    int least = reports == null ? 1 : Integer.parseInt(reports);
    List<Story> all = found(kept.stories(ledger));
    List<Story> wanted =
        least == 1 ? all : all.stream().filter(story -> story.reports().size() >= least).toList();
    return Sequence.of(
        wanted.size(),
        (from, to) -> {
          List<Story> some = wanted.subList(from, to);
          Map<String, Heading> of =
              new AcrossArticles(ledger)
                  .headings(some.stream().flatMap(story -> story.articles().stream()).toList());
          return some.stream().map(story -> new ToldStory(story, of)).toList();
        });
  }

  /** What the tension is asked of. */
  private record TensionQuestion(List<String> between, Step by, EventStatus status) {
    static TensionQuestion of(Context ask) {
      String between = value(ask, "between");
      if (between == null) {
        throw new IllegalArgumentException("between names countries or entities, with commas");
      }
      List<String> parties = List.of(between.split(","));
      if (parties.isEmpty() || parties.size() > MOST_PARTIES) {
        throw new IllegalArgumentException("between names 1 to " + MOST_PARTIES);
      }
      String by = value(ask, "by");
      String status = value(ask, "status");
      return new TensionQuestion(
          parties,
          by == null ? Step.WEEK : one(Step.class, "by", by),
          status == null ? EventStatus.ACTUAL : one(EventStatus.class, "status", status));
    }

    List<TensionPoint> points(AcrossArticles.Deeds deeds) {
      return Tension.between(between, deeds.deeds(), status, by);
    }
  }

  private Sequence<TensionPoint> tension(Ledger ledger, Context ask) {
    TensionQuestion question = TensionQuestion.of(ask);
    return Sequence.of(question.points(deeds(ledger, question)));
  }

  private AcrossArticles.Deeds deeds(Ledger ledger, TensionQuestion question) {
    return new AcrossArticles(ledger).deeds(question.between(), kept.grouping(ledger));
  }

  /** The events that the value of a period is made of. */
  private void point(Context ask) {
    TensionQuestion question = TensionQuestion.of(ask);
    LocalDate begin;
    try {
      begin = question.by().begin(LocalDate.parse(ask.pathParam("day")));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a point is named by a day like 2022-02-07", e);
    }
    AcrossArticles.Deeds deeds = lender.ask(ledger -> deeds(ledger, question));
    List<Map<String, ?>> events =
        question.points(deeds).stream()
            .filter(point -> point.from().equals(begin))
            .flatMap(point -> deeds.evidence(point).stream())
            .<Map<String, ?>>map(AcrossArticles.Contribution::fields)
            .toList();
    Answers.page(ask, events, null);
  }

  private static <T> T found(@Nullable T known) {
    if (known == null) {
      throw new ServiceUnavailableResponse("this is being found; ask again in a moment");
    }
    return known;
  }

  private static <T extends Enum<T>> T one(Class<T> type, String name, String given) {
    for (T known : type.getEnumConstants()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(given)) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        name
            + " is one of "
            + String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                    .map(known -> known.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }

  private static @Nullable String value(Context ask, String name) {
    String value = ask.queryParam(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(name + " is longer than " + LONGEST + " characters");
    }
    if (value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(name + " holds a control character");
    }
    return value.strip();
  }
}
