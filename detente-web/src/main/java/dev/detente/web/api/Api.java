package dev.detente.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.Finding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Question;
import dev.detente.ledger.Survey;
import dev.detente.ledger.export.Csv;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.web.page.Asked;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes under {@code /api/v1}. Thread-safe. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SIZE = 100;

  /** Rows of a table: what a spreadsheet still opens. */
  private static final int MOST_ROWS = 50_000;

  private final Lender lender;

  /** Lends a ledger for one question. */
  @FunctionalInterface
  public interface Lender {
    <T extends @Nullable Object> T ask(Function<Ledger, T> question);
  }

  public Api(Lender lender) {
    this.lender = lender;
  }

  /** Adds the routes. */
  public void add(RoutesConfig routes) {
    routes.get("/api/v1/openapi.yaml", Api::contract);
    routes.get("/api/v1/counts", ask -> json(ask, lender.ask(ledger -> ledger.survey().counts())));
    routes.get("/api/v1/articles", this::articles);
    routes.get("/api/v1/articles/{id}", this::article);
    routes.get("/api/v1/findings", this::findings);
    routes.get("/api/v1/findings.csv", this::table);
    routes.get("/api/v1/actors", this::actors);
  }

  private static void contract(Context ask) throws IOException {
    try (InputStream in = Api.class.getResourceAsStream("/dev/detente/web/openapi.yaml")) {
      if (in == null) {
        throw new NotFoundResponse();
      }
      ask.contentType("application/yaml").result(in.readAllBytes());
    }
  }

  private void articles(Context ask) {
    Asked asked = Asked.of(ask::queryParam);
    List<Survey.Listed> found =
        lender.ask(ledger -> ledger.survey().articles(asked.page() * SIZE, SIZE + 1));
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (Survey.Listed one : found.subList(0, Math.min(SIZE, found.size()))) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("id", one.id());
      object.put("headline", one.headline());
      object.put("outlet", one.outlet());
      object.put("language", one.language());
      object.put("published", one.published());
      object.put("url", one.url());
      object.put("statements", one.statements());
      object.put("events", one.events());
      list.add(object);
    }
    page(ask, asked, list, found.size() > SIZE);
  }

  private void article(Context ask) {
    ArticleRecord record = lender.ask(ledger -> ledger.record(ask.pathParam("id")));
    if (record == null) {
      throw new NotFoundResponse("no article of this id");
    }
    ask.contentType("application/json").result(RecordWriter.line(record));
  }

  private void findings(Context ask) {
    Asked asked = Asked.of(ask::queryParam);
    List<Finding> found = found(asked);
    page(
        ask,
        asked,
        found.subList(0, Math.min(SIZE, found.size())).stream().map(Finding::fields).toList(),
        found.size() > SIZE);
  }

  private List<Finding> found(Asked asked) {
    return lender.ask(ledger -> ledger.page(asked.question(), asked.page() * SIZE, SIZE + 1));
  }

  private void table(Context ask) {
    Question question = Asked.of(ask::queryParam).question().withLimit(MOST_ROWS);
    StringBuilder csv = new StringBuilder(Csv.line(Finding.columns().toArray()));
    lender.ask(
        ledger -> {
          ledger.find(question, found -> csv.append(Csv.line(found.cells().toArray())));
          return null;
        });
    ask.contentType("text/csv; charset=utf-8").result(csv.toString());
  }

  private void actors(Context ask) {
    Asked asked = Asked.of(ask::queryParam);
    List<Survey.Somebody> found =
        lender.ask(
            ledger ->
                ledger.survey().entities(asked.value("actor"), asked.page() * SIZE, SIZE + 1));
    page(ask, asked, found.subList(0, Math.min(SIZE, found.size())), found.size() > SIZE);
  }

  private static void page(Context ask, Asked asked, List<?> items, boolean more) {
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("next", more ? ask.path() + "?" + asked.query(asked.page() + 1) : null);
    json(ask, page);
  }

  private static void json(Context ask, Object value) {
    try {
      ask.contentType("application/json").result(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers with what is wrong, as RFC 9457 has it. */
  public static void problem(Context ask, int status, String title, String detail) {
    Map<String, @Nullable Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    json(ask, problem);
    ask.status(status).contentType("application/problem+json");
  }
}
