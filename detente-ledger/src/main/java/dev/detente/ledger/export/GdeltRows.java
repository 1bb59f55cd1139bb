package dev.detente.ledger.export;

import dev.detente.article.Article;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.Place;
import dev.detente.source.duplicate.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Events as rows of the tables of GDELT 2.0: 61 columns of an event, 16 of a mention, divided by
 * tabs, without headings. Codes of countries are those of ISO 3166-1 everywhere; what GDELT has and
 * we do not is empty. Only what took place has a row, since GDELT knows no other status.
 *
 * @see <a
 *     href="http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf">Codebook</a>
 */
public final class GdeltRows {
  private static final List<String> QUADS =
      List.of("verbal cooperation", "material cooperation", "verbal conflict", "material conflict");

  /** Types of mention and place in GDELT. */
  private static final String WEB = "1";

  private static final String COUNTRY = "1";
  private static final String CITY = "4";
  private static final String STATE = "5";

  private final ArticleRecord record;
  private final RecordNames names;

  public GdeltRows(ArticleRecord record) {
    this.record = record;
    this.names = new RecordNames(record);
  }

  /** The events that took place, on a day that is known. */
  public List<Row> actual() {
    List<Row> rows = new ArrayList<>();
    for (Event event : record.events()) {
      LocalDate day = day(event);
      if (event.status() == EventStatus.ACTUAL && day != null) {
        rows.add(new Row(event, day));
      }
    }
    return rows;
  }

  private @Nullable LocalDate day(Event event) {
    String date = event.date() == null ? record.article().published() : event.date();
    Days days = date == null ? null : Days.of(date);
    return days == null ? null : LocalDate.ofEpochDay(days.first());
  }

  /** An event as a row. */
  public final class Row {
    private final Event event;
    private final LocalDate day;

    Row(Event event, LocalDate day) {
      this.event = event;
      this.day = day;
    }

    /** Its id in the record. */
    public String id() {
      return event.id();
    }

    /** The event. */
    public Event event() {
      return event;
    }

    /** The row of the event, with its end. */
    public String event(long number, int mentions, int outlets, int articles) {
      List<String> cells = new ArrayList<>();
      cells.add(Long.toString(number));
      cells.add(compact(day));
      cells.add(compact(day).substring(0, 6));
      cells.add(compact(day).substring(0, 4));
      cells.add(
          String.format(
              Locale.ROOT,
              "%.4f",
              day.getYear() + (day.getDayOfYear() - 1) / (double) day.lengthOfYear()));
      actor(cells, names.actors(event.actors()));
      actor(cells, names.actors(event.recipients()));
      String code = text(event.cameo());
      cells.add("1");
      cells.add(code);
      cells.add(code.length() > 3 ? code.substring(0, 3) : code);
      cells.add(code.length() > 2 ? code.substring(0, 2) : code);
      cells.add(Integer.toString(1 + QUADS.indexOf(event.quad())));
      cells.add(text(event.goldstein()));
      cells.add(Integer.toString(mentions));
      cells.add(Integer.toString(outlets));
      cells.add(Integer.toString(articles));
      cells.add("");
      place(cells, null);
      place(cells, null);
      place(cells, names.place(event.place()));
      cells.add(published() + "000000");
      cells.add(text(record.article().url()));
      return line(cells);
    }

    /** The row of its mention in this article, with its end. */
    public String mention(long number) {
      Article article = record.article();
      List<String> cells =
          Arrays.asList(
              Long.toString(number),
              compact(day) + "000000",
              published() + "000000",
              WEB,
              text(article.outlet()),
              article.url() == null ? article.id() : article.url(),
              "",
              offset(event.actors()),
              offset(event.recipients()),
              Integer.toString(event.anchor().start()),
              "1",
              "100",
              Integer.toString(article.text().length()),
              "",
              "",
              "");
      return line(cells);
    }

    private String offset(List<String> ids) {
      List<Actor> those = names.actors(ids);
      return those.isEmpty() || those.get(0).mentions().isEmpty()
          ? "-1"
          : Integer.toString(those.get(0).mentions().get(0).start());
    }

    private String published() {
      String published = record.article().published();
      Days days = published == null ? null : Days.of(published);
      return compact(days == null ? day : LocalDate.ofEpochDay(days.first()));
    }
  }

  private static void actor(List<String> cells, List<Actor> those) {
    Actor one = those.isEmpty() ? null : those.get(0);
    String country = one == null ? "" : text(one.country());
    String sector = one == null ? "" : text(one.sector());
    cells.add(country + sector);
    cells.add(one == null ? "" : one.name().toUpperCase(Locale.ROOT));
    cells.add(country);
    // Known group, ethnic group and two religions.
    cells.addAll(List.of("", "", "", ""));
    cells.add(sector);
    cells.addAll(List.of("", ""));
  }

  private static void place(List<String> cells, @Nullable Place place) {
    if (place == null) {
      cells.addAll(List.of("0", "", "", "", "", "", "", ""));
      return;
    }
    boolean pin = place.precision().equals("point");
    cells.add(place.precision().equals("country") ? COUNTRY : pin ? CITY : STATE);
    cells.add(place.name());
    cells.add(text(place.country()));
    cells.addAll(List.of("", ""));
    cells.add(text(place.lat()));
    cells.add(text(place.lon()));
    cells.add("");
  }

  private static String compact(LocalDate day) {
    return day.toString().replace("-", "");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String line(List<String> cells) {
    List<String> plain = cells.stream().map(cell -> cell.replaceAll("[\\t\\r\\n]+", " ")).toList();
    return String.join("\t", plain) + "\n";
  }
}
