package dev.detente.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.ledger.Address;
import dev.detente.ledger.Mark;
import dev.detente.ledger.MarkExport;
import dev.detente.web.page.Asked;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes by which people mark records, and programs ask for the marks. Thread-safe. */
public final class MarksApi {
  /** The cookie that keeps the name under which somebody marks. */
  public static final String REVIEWER = "detente-reviewer";

  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  private final Lender lender;
  private final @Nullable Writer writer;

  /**
   * @param writer null when the ledger is open to be read alone
   */
  public MarksApi(Lender lender, @Nullable Writer writer) {
    this.lender = lender;
    this.writer = writer;
  }

  /** Adds the routes. */
  public void add(RoutesConfig routes) {
    routes.get("/api/v1/marks", this::marks);
    routes.get("/api/v1/records/{address}/marks", this::at);
    routes.post("/api/v1/records/{address}/marks", this::mark);
    routes.post("/r/{address}/marks", this::form);
  }

  private static Address address(Context ask) {
    return Address.parse(ask.pathParam("address"))
        .orElseThrow(() -> new NotFoundResponse("nothing stands at this address"));
  }

  private void marks(Context ask) {
    int size = Api.size(ask);
    int cursor = Api.offset(ask);
    List<Mark> found =
        lender.ask(
            ledger -> ledger.marks().before(cursor == 0 ? null : (Long) (long) cursor, size + 1));
    List<Mark> shown = found.subList(0, Math.min(size, found.size()));
    Answers.page(
        ask,
        shown.stream().map(MarkExport::json).toList(),
        found.size() > size ? (Long) shown.get(size - 1).number() : null);
  }

  private void at(Context ask) {
    Address address = address(ask);
    Answers.page(
        ask,
        lender.ask(ledger -> ledger.marks().at(address)).stream().map(MarkExport::json).toList(),
        null);
  }

  private void mark(Context ask) {
    JsonNode sent = Answers.object(ask);
    Mark mark = mark(address(ask), name -> Answers.text(sent, name));
    ask.status(201);
    Answers.json(ask, MarkExport.json(mark));
  }

  /** What a person sends from a page, which is shown anew. */
  private void form(Context ask) {
    Address address = address(ask);
    Mark mark = mark(address, ask::formParam);
    Cookie kept = new Cookie(REVIEWER, Asked.encoded(mark.reviewer()));
    kept.setSameSite(SameSite.STRICT);
    kept.setHttpOnly(true);
    kept.setPath("/");
    kept.setMaxAge(YEAR_SECONDS);
    ask.cookie(kept);
    ask.redirect("/r/" + address + "#review", HttpStatus.SEE_OTHER);
  }

  private Mark mark(Address address, Function<String, @Nullable String> values) {
    Writer open = writer;
    if (open == null) {
      throw new ForbiddenResponse("this room is open to read alone");
    }
    if (lender.ask(ledger -> ledger.entry(address)).isEmpty()) {
      throw new NotFoundResponse("nothing stands at this address");
    }
    Mark.Verdict verdict = verdict(value(values, "verdict"));
    // A form sends all its fields, whichever button is pressed.
    Mark.Correction correction =
        verdict == Mark.Verdict.CORRECTED
            ? new Mark.Correction(
                value(values, "speaker"),
                value(values, "act"),
                value(values, "type"),
                value(values, "relation"),
                target(value(values, "target")))
            : Mark.Correction.NONE;
    String reviewer = value(values, "reviewer");
    String note = value(values, "note");
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    return open.write(
        ledger ->
            ledger
                .marks()
                .add(address, verdict, correction, note, reviewer == null ? "" : reviewer, now));
  }

  private static Mark.Verdict verdict(@Nullable String label) {
    for (Mark.Verdict verdict : Mark.Verdict.values()) {
      if (verdict.label().equals(label)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException(
        "verdict is one of "
            + String.join(
                ", ", Arrays.stream(Mark.Verdict.values()).map(Mark.Verdict::label).toList()));
  }

  /** An address, also when the whole of it as a browser shows it is given. */
  private static @Nullable String target(@Nullable String given) {
    return given == null ? null : given.substring(given.lastIndexOf('/') + 1);
  }

  private static @Nullable String value(Function<String, @Nullable String> values, String name) {
    String value = values.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
