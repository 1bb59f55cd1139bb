package dev.detente.web.api;

import dev.detente.ledger.Address;
import dev.detente.ledger.Entry;
import dev.detente.ledger.Finding;
import dev.detente.ledger.FoundPage;
import dev.detente.ledger.Question;
import dev.detente.ledger.Survey;
import dev.detente.ledger.export.Csv;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.web.guard.Gate;
import dev.detente.web.page.Asked;
import dev.detente.web.page.Kept;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The routes under {@code /api/v1} that read, and those beside permanent addresses. Thread-safe.
 */
public final class Api {
  /** Says how many seconds old what is kept is. */
  private static final String AGE = "Age";

  /** Entries of a page, and the most that may be asked for. */
  private static final int SIZE = 100;

  private static final int MOST = 500;

  /** Rows of a table: what a spreadsheet still opens. */
  private static final int MOST_ROWS = 50_000;

  /** Pages of actors that may be turned. */
  private static final long LAST = 1_000_000;

  /** Articles read at once, and how long others wait. */
  private static final int READ_AT_ONCE = 2;

  private static final int WAIT_SECONDS = 10;

  private final Lender lender;
  private final Kept kept;
  private final @Nullable Reading reading;
  private final Semaphore reads = new Semaphore(READ_AT_ONCE);

  /**
   * @param kept what takes a look at the whole ledger to know
   * @param reading null when nothing is read here
   */
  public Api(Lender lender, Kept kept, @Nullable Reading reading) {
    this.lender = lender;
    this.kept = kept;
    this.reading = reading;
  }

  /** Adds the routes. */
  public void add(RoutesConfig routes) {
    routes.get("/api/v1/openapi.yaml", Api::contract);
    routes.get("/api/v1/counts", this::counts);
    routes.get("/api/v1/articles", this::articles);
    routes.get("/api/v1/articles/{id}", this::article);
    routes.get("/api/v1/findings", this::findings);
    routes.get("/api/v1/findings.csv", ask -> table(ask, Table.CSV));
    routes.get("/api/v1/findings.json", ask -> table(ask, Table.JSON));
    routes.get("/api/v1/findings.jsonl", ask -> table(ask, Table.JSONL));
    routes.get("/api/v1/actors", this::actors);
    routes.get("/api/v1/records/{address}", this::entry);
    routes.post("/api/v1/read", this::read);
  }

  private static void contract(Context ask) throws IOException {
    try (InputStream in = Api.class.getResourceAsStream("/dev/detente/web/openapi.yaml")) {
      if (in == null) {
        throw new NotFoundResponse();
      }
      ask.contentType("application/yaml").result(in.readAllBytes());
    }
  }

  static int size(Context ask) {
    String size = ask.queryParam("size");
    if (size == null) {
      return SIZE;
    }
    if (!size.matches("[1-9]\\d{0,2}") || Integer.parseInt(size) > MOST) {
      throw new IllegalArgumentException("size is a number from 1 to " + MOST);
    }
    return Integer.parseInt(size);
  }

  /** A cursor that is the number of entries before it. */
  static int offset(Context ask) {
    return offset(ask.queryParam("cursor"));
  }

  /** A cursor that is the number of entries before it; 0 for none. */
  static int offset(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    if (!cursor.matches("\\d{1,7}") || Long.parseLong(cursor) > LAST) {
      throw noCursor();
    }
    return Integer.parseInt(cursor);
  }

  private void articles(Context ask) {
    int size = size(ask);
    String cursor = ask.queryParam("cursor");
    Survey.@Nullable After after =
        cursor == null ? null : Survey.After.parse(cursor).orElseThrow(Api::noCursor);
    List<Survey.Listed> found = lender.ask(ledger -> ledger.survey().articles(after, size + 1));
    List<Survey.Listed> shown = found.subList(0, Math.min(size, found.size()));
    Answers.page(
        ask,
        shown.stream().map(Api::listed).toList(),
        found.size() > size ? Survey.After.of(shown.get(size - 1)) : null);
  }

  static IllegalArgumentException noCursor() {
    return new IllegalArgumentException("cursor is what an answer's next has");
  }

  private static Map<String, @Nullable Object> listed(Survey.Listed one) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", one.id());
    object.put("version", one.version());
    object.put("headline", one.headline());
    object.put("outlet", one.outlet());
    object.put("language", one.language());
    object.put("published", one.published());
    object.put("url", one.url());
    object.put("statements", one.statements());
    object.put("events", one.events());
    return object;
  }

  private void article(Context ask) {
    ArticleRecord record = lender.ask(ledger -> ledger.record(ask.pathParam("id")));
    if (record == null) {
      throw new NotFoundResponse("no article of this id");
    }
    ask.contentType("application/json").result(RecordWriter.line(record));
  }

  private void findings(Context ask) {
    Question question = Asked.of(ask::queryParam).question();
    int size = size(ask);
    String cursor = ask.queryParam("cursor");
    FoundPage.@Nullable Cursor after =
        cursor == null ? null : FoundPage.Cursor.parse(cursor).orElseThrow(Api::noCursor);
    FoundPage found = lender.ask(ledger -> ledger.after(question, after, size));
    Answers.page(ask, found.findings().stream().map(Finding::fields).toList(), found.next());
  }

  /** The forms of a whole table. */
  private enum Table {
    CSV,
    JSON,
    JSONL
  }

  private void table(Context ask, Table form) {
    Question question = Asked.of(ask::queryParam).question().withLimit(MOST_ROWS);
    lender.<@Nullable Void>askLong(
        ledger -> {
          // What is wrong with the question is found before anything is written.
          ledger.page(question, 0, 1);
          if (Answers.known(ask, ledger)) {
            return null;
          }
          switch (form) {
            case CSV ->
                Answers.stream(
                    ask,
                    "text/csv; charset=utf-8",
                    out -> {
                      out.accept(Csv.line(Finding.columns().toArray()));
                      ledger.find(question, one -> out.accept(Csv.line(one.cells().toArray())));
                    });
            case JSON ->
                Answers.array(ask, each -> ledger.find(question, one -> each.accept(one.fields())));
            case JSONL ->
                Answers.stream(
                    ask,
                    "application/jsonl",
                    out ->
                        ledger.find(
                            question, one -> out.accept(Answers.json(one.fields()) + "\n")));
          }
          return null;
        });
  }

  private void counts(Context ask) {
    Survey.Counts counts = lender.ask(kept::counts);
    ask.header(AGE, Long.toString(kept.behind()));
    Answers.json(ask, counts);
  }

  private void actors(Context ask) {
    String actor = Asked.of(ask::queryParam).value("actor");
    int size = size(ask);
    int from = offset(ask);
    List<Survey.Somebody> found =
        lender.ask(
            ledger ->
                actor == null
                    ? kept.entities(ledger, from, size + 1)
                    : ledger.survey().entities(actor, from, size + 1));
    ask.header(AGE, Long.toString(actor == null ? kept.behind() : 0));
    boolean more = found.size() > size;
    Answers.page(
        ask, found.subList(0, Math.min(size, found.size())), more ? (Integer) (from + size) : null);
  }

  private void entry(Context ask) {
    Answers.json(ask, EntryForms.json(found(ask.pathParam("address")), Gate.origin(ask)));
  }

  private Entry found(String text) {
    return Address.parse(text)
        .flatMap(address -> lender.ask(ledger -> ledger.entry(address)))
        .orElseThrow(() -> new NotFoundResponse("nothing stands at this address"));
  }

  /**
   * Answers for the address of a record with an ending: {@code .json}, {@code .csv} or {@code
   * .jsonld}; false when it has none.
   */
  public boolean beside(Context ask, String address) {
    int dot = address.indexOf('.');
    if (dot < 0) {
      return false;
    }
    Entry entry = found(address.substring(0, dot));
    switch (address.substring(dot)) {
      case ".json" -> Answers.json(ask, EntryForms.json(entry, Gate.origin(ask)));
      case ".csv" ->
          ask.contentType("text/csv; charset=utf-8")
              .result(EntryForms.csv(entry, Gate.origin(ask)));
      case ".jsonld" ->
          ask.contentType("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"")
              .result(EntryForms.annotation(entry, Gate.origin(ask)));
      default -> throw new NotFoundResponse("a record is there as .json, .csv and .jsonld");
    }
    return true;
  }

  private void read(Context ask) throws InterruptedException {
    if (reading == null) {
      throw new NotFoundResponse("this room reads no articles");
    }
    String type = String.valueOf(ask.contentType()).split(";", 2)[0].strip();
    Reading.Form form =
        switch (type) {
          case "application/json" -> Reading.Form.JSON;
          case "text/plain" -> Reading.Form.TEXT;
          case "text/html" -> Reading.Form.PAGE;
          default -> null;
        };
    if (form == null) {
      throw new HttpResponseException(
          415, "an article is sent as application/json, text/plain or text/html", Map.of());
    }
    byte[] body = ask.bodyAsBytes();
    if (!reads.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new ServiceUnavailableResponse("others are being read; send it again in a moment");
    }
    ArticleRecord record;
    try {
      record = reading.read(body, form);
    } finally {
      reads.release();
    }
    ask.contentType("application/json").result(RecordWriter.line(record));
  }

  /** Answers with what is wrong. */
  public static void problem(
      Context ask, int status, String title, String detail, @Nullable String code) {
    Answers.problem(ask, status, title, detail, code);
  }
}
