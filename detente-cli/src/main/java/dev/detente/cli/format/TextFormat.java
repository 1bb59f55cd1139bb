package dev.detente.cli.format;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Quantity;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A record for a person to read: who says what in the order of the article, then what happens, then
 * who, when and where. Every entry ends with its place in the article, line and column.
 */
public final class TextFormat implements OutputFormat {
  private static final int MOST_COLUMNS = 110;
  private static final int FEWEST_COLUMNS = 40;

  /** Where speakers, actors and quoted words begin; narrow terminals have no room for a column. */
  private static final int INDENT = 17;

  private static final int NARROW = 60;
  private static final int NARROW_INDENT = 6;

  private final int columns;
  private final int indent;
  private final Style style;

  /**
   * @param columns of the terminal; lines longer than can be read with ease are not made
   */
  public TextFormat(int columns, Style style) {
    this.columns = Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, columns));
    this.indent = this.columns < NARROW ? NARROW_INDENT : INDENT;
    this.style = style;
  }

  @Override
  public String render(AnalysedArticle analysed, ArticleRecord record) {
    return new Page(record).render();
  }

  @Override
  public String between() {
    return "\n\n";
  }

  /** One article on its way to the terminal. */
  private final class Page {
    private final ArticleRecord record;
    private final Article article;
    private final Positions positions;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    Page(ArticleRecord record) {
      this.record = record;
      this.article = record.article();
      this.positions = new Positions(article);
      record.actors().forEach(actor -> actors.put(actor.id(), actor));
      record.places().forEach(place -> places.put(place.id(), place));
    }

    String render() {
      heading();
      if (!record.statements().isEmpty()) {
        section("Statements", record.statements().size());
        record.statements().forEach(this::statement);
      }
      if (!record.events().isEmpty()) {
        section("Events", record.events().size());
        record.events().forEach(this::event);
      }
      if (!record.actors().isEmpty()) {
        section("Actors", record.actors().size());
        record.actors().forEach(this::actor);
      }
      if (!record.times().isEmpty()) {
        section("Times", record.times().size());
        times();
      }
      if (!record.places().isEmpty()) {
        section("Places", record.places().size());
        record.places().forEach(this::place);
      }
      if (record.statements().isEmpty() && record.events().isEmpty()) {
        out.append('\n').append("  ").append(style.dim("no statements or events")).append('\n');
      }
      return out.toString();
    }

    private void heading() {
      for (String line : Columns.wrap(title(), columns)) {
        out.append(style.bold(line)).append('\n');
      }
      List<String> facts = new ArrayList<>();
      facts.add(article.id());
      addUnlessNull(facts, article.outlet());
      addUnlessNull(facts, article.published());
      addUnlessNull(facts, languageName(article.language()));
      addUnlessNull(facts, article.url());
      if (record.truncated()) {
        facts.add("read in part: the text, a sentence or a word is too long");
      }
      for (String line : Columns.wrap(Columns.safe(String.join(" · ", facts)), columns)) {
        out.append(style.dim(line)).append('\n');
      }
      out.append(style.dim("─".repeat(columns))).append('\n');
    }

    private String title() {
      if (article.title() != null) {
        return Columns.safe(article.title());
      }
      for (Passage passage : article.passages()) {
        if (passage.kind() == PassageKind.HEADLINE) {
          return words(passage.span());
        }
      }
      for (Passage passage : article.passages()) {
        return Columns.cut(words(passage.span()), columns);
      }
      String text = article.text().string();
      return Columns.cut(Columns.safe(text.substring(0, Math.min(text.length(), 400))), columns);
    }

    private void section(String name, int count) {
      out.append('\n')
          .append(style.bold(name.toUpperCase(Locale.ROOT)))
          .append(' ')
          .append(style.dim(Integer.toString(count)))
          .append("\n");
    }

    private Row row(String id, @Nullable Span span) {
      Row row = new Row(columns, indent, span == null ? "" : positions.of(span));
      return row.add(1, Columns.pad(id, 4), style::dim);
    }

    private void statement(Statement statement) {
      Span first = statement.content().isEmpty() ? statement.cue() : statement.content().get(0);
      Row row = row(statement.id(), first);
      row.at(NARROW_INDENT, statement.act().label(), actStyle(statement.act()));
      if (statement.speaker() != null) {
        row.at(indent, name(statement.speaker()), style::bold);
      } else {
        row.at(indent, "speaker not told", style::dim);
      }
      if (statement.cue() != null) {
        row.add(2, Columns.cut(words(statement.cue()), 24), style::dim);
      }
      if (statement.addressee() != null) {
        row.add(1, "→ " + name(statement.addressee()), UnaryOperator.identity());
      }
      for (String via : statement.via()) {
        row.add(2, "via " + name(via), style::italic);
      }
      out.append(row.render(style::dim));
      UnaryOperator<String> voice =
          statement.kind() == StatementKind.INDIRECT ? style::italic : UnaryOperator.identity();
      for (String paragraph : paragraphs(statement.content())) {
        indented(paragraph, voice);
      }
      List<String> notes = new ArrayList<>();
      addUnlessNull(notes, statement.date());
      if (statement.place() != null) {
        notes.add(placeName(statement.place()));
      }
      for (Link link : record.links()) {
        if (link.from().equals(statement.id())) {
          notes.add(link.relation().label() + " " + link.to());
        }
      }
      if (!notes.isEmpty()) {
        indented("↳ " + Columns.safe(String.join(" · ", notes)), style::cyan);
      }
    }

    private void event(Event event) {
      Row row = row(event.id(), event.anchor());
      row.at(NARROW_INDENT, event.type().name(), quadStyle(event));
      row.at(indent, names(event.actors()), style::bold);
      if (!event.recipients().isEmpty()) {
        row.add(1, "→ " + names(event.recipients()), style::bold);
      }
      out.append(row.render(style::dim));
      List<String> facts = new ArrayList<>();
      addUnlessNull(facts, event.mode());
      facts.add(statusMark(event.status()) + " " + event.status().label() + claimed(event));
      addUnlessNull(facts, event.date());
      if (event.place() != null) {
        facts.add(placeName(event.place()));
      }
      for (Quantity quantity : event.quantities()) {
        facts.add(quantity(quantity));
      }
      indented(Columns.safe(String.join(" · ", facts)), statusStyle(event.status()));
      anchored(event);
    }

    /** The evidence with the anchor words picked out, at most three lines of it. */
    private void anchored(Event event) {
      int room = columns - indent;
      String anchor = words(event.anchor());
      String evidence = words(event.evidence());
      List<String> lines = Columns.wrap(evidence, room);
      if (lines.size() > 3) {
        lines = new ArrayList<>(lines.subList(0, 3));
        lines.set(2, Columns.cut(lines.get(2) + " …", room));
      }
      boolean marked = false;
      for (String line : lines) {
        int at = marked || anchor.isEmpty() ? -1 : line.indexOf(anchor);
        String shown =
            at < 0
                ? style.dim(line)
                : style.dim(line.substring(0, at))
                    + style.yellow(anchor)
                    + style.dim(line.substring(at + anchor.length()));
        marked |= at >= 0;
        out.append(" ".repeat(indent)).append(shown).append('\n');
      }
    }

    private String claimed(Event event) {
      return event.statement() == null ? "" : " in " + event.statement();
    }

    private String quantity(Quantity quantity) {
      double value = quantity.value();
      String number =
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? String.format(Locale.ROOT, "%,d", (long) value).replace(',', ' ')
              : Double.toString(value);
      return (quantity.bound() == null ? "" : quantity.bound() + " ")
          + number
          + " "
          + quantity.of();
    }

    private void actor(Actor actor) {
      Row row = row(actor.id(), actor.mentions().isEmpty() ? null : actor.mentions().get(0));
      String codes =
          (actor.country() == null ? "   " : actor.country())
              + (actor.sector() == null ? "" : " " + actor.sector());
      row.at(NARROW_INDENT, codes, style::cyan);
      row.at(indent, Columns.safe(actor.name()), style::bold);
      if (actor.role() != null) {
        row.add(2, Columns.safe(actor.role()), style::italic);
      }
      if (actor.mentions().size() > 1) {
        row.add(2, "named " + actor.mentions().size() + " times", style::dim);
      }
      out.append(row.render(style::dim));
    }

    private void times() {
      int count = 0;
      for (TimeExpression time : record.times()) {
        out.append(
            row("t" + ++count, time.span())
                .at(NARROW_INDENT, Columns.safe(time.value()), style::cyan)
                .at(indent, words(time.span()), UnaryOperator.identity())
                .render(style::dim));
      }
    }

    private void place(Place place) {
      Row row = row(place.id(), place.span());
      row.at(NARROW_INDENT, place.country() == null ? "   " : place.country(), style::cyan);
      row.at(indent, Columns.safe(place.name()), style::bold);
      String words = words(place.span());
      if (!words.equals(place.name())) {
        row.add(2, words, UnaryOperator.identity());
      }
      if (place.lat() != null && place.lon() != null) {
        row.add(
            2,
            String.format(Locale.ROOT, "%.2f, %.2f", place.lat(), place.lon())
                + (place.precision().equals("point") ? "" : " (" + place.precision() + ")"),
            style::dim);
      }
      out.append(row.render(style::dim));
    }

    private void indented(String text, UnaryOperator<String> how) {
      for (String line : Columns.wrap(text, columns - indent)) {
        out.append(" ".repeat(indent)).append(how.apply(line)).append('\n');
      }
    }

    /**
     * The words of the spans, those of one paragraph together; an ellipsis in brackets stands for
     * what lies between two of them.
     */
    private List<String> paragraphs(List<Span> spans) {
      List<String> found = new ArrayList<>();
      StringBuilder paragraph = new StringBuilder();
      int end = -1;
      for (Span span : spans) {
        if (end >= 0 && span.start() >= end) {
          String gap = article.slice(new Span(end, span.start()));
          if (gap.contains("\n")) {
            found.add(paragraph.toString());
            paragraph.setLength(0);
          } else {
            paragraph.append(gap.isBlank() ? " " : " […] ");
          }
        }
        paragraph.append(words(span));
        end = span.end();
      }
      if (paragraph.length() > 0) {
        found.add(paragraph.toString());
      }
      return found;
    }

    private String words(Span span) {
      return Columns.safe(article.slice(span));
    }

    private String name(String id) {
      Actor actor = actors.get(id);
      return actor == null ? id : Columns.safe(actor.name());
    }

    private String names(List<String> ids) {
      return ids.isEmpty()
          ? "(not told)"
          : String.join(", ", ids.stream().map(this::name).toList());
    }

    private String placeName(String id) {
      Place place = places.get(id);
      return place == null ? id : Columns.safe(place.name());
    }
  }

  private UnaryOperator<String> actStyle(Act act) {
    return switch (act) {
      case DENY, REFUSE -> style::red;
      case ACCUSE, CRITICISE, THREATEN, WARN -> style::magenta;
      case DEMAND, ASK -> style::yellow;
      case CONFIRM, PROMISE, OFFER, PRAISE, SUPPORT, APOLOGISE -> style::green;
      case CLAIM -> style::cyan;
      case SAY, HOPE -> style::blue;
    };
  }

  private UnaryOperator<String> quadStyle(Event event) {
    return switch (event.quad()) {
      case "verbal cooperation", "material cooperation" -> style::green;
      case "verbal conflict" -> style::yellow;
      default -> style::red;
    };
  }

  private UnaryOperator<String> statusStyle(EventStatus status) {
    return switch (status) {
      case ACTUAL -> UnaryOperator.identity();
      case ALLEGED -> style::magenta;
      case NEGATED -> style::red;
      case FUTURE, HYPOTHETICAL, HISTORICAL -> style::cyan;
    };
  }

  private static String statusMark(EventStatus status) {
    return switch (status) {
      case ACTUAL -> "●";
      case ALLEGED -> "◐";
      case FUTURE -> "○";
      case HYPOTHETICAL -> "?";
      case NEGATED -> "✗";
      case HISTORICAL -> "◌";
    };
  }

  private static @Nullable String languageName(@Nullable String code) {
    return code == null
        ? null
        : switch (code) {
          case "nb" -> "Bokmål";
          case "nn" -> "Nynorsk";
          case "en" -> "English";
          case "da" -> "Danish";
          case "sv" -> "Swedish";
          default -> code;
        };
  }

  private static void addUnlessNull(List<String> list, @Nullable String value) {
    if (value != null) {
      list.add(value);
    }
  }
}
