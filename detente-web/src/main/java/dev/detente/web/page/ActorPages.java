package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Those who speak and act: all of them, and one. Thread-safe. */
final class ActorPages {
  private final Sheets sheets;

  ActorPages(Sheets sheets) {
    this.sheets = sheets;
  }

  /** Those who speak and act. */
  String actors(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "actors", wording.of("nav_actors"));
    List<Survey.Somebody> found =
        ledger.survey().entities(asked.value("actor"), asked.page() * Frame.SIZE, Frame.SIZE + 1);
    page.put("list", Shown.somebodies(Frame.cut(found)));
    page.put("name", asked.value("actor"));
    page.put("none", found.isEmpty());
    Frame.turn(page, "/actors", asked, found.size() > Frame.SIZE);
    return sheets.fill("actors", page);
  }

  /** Somebody: roles, what they said, what was said to and of them; empty when there is none. */
  Optional<String> actor(Ledger ledger, Wording wording, String entity) {
    Survey survey = ledger.survey();
    Optional<Survey.Somebody> somebody = survey.entity(entity);
    if (somebody.isEmpty()) {
      return Optional.empty();
    }
    String name = somebody.get().name();
    Map<String, Object> page = Frame.page(wording, "actors", name);
    page.put("somebody", Shown.somebodies(List.of(somebody.get())).get(0));
    page.put("roles", Shown.tallies(survey.roles(entity), "role", wording));
    page.put("said", findings(ledger, wording, "speaker", entity));
    page.put("told", findings(ledger, wording, "addressee", entity));
    page.put("about", findings(ledger, wording, "about", entity));
    page.put("query", Asked.encoded(entity));
    return Optional.of(sheets.fill("actor", page));
  }

  private static List<Map<String, Object>> findings(
      Ledger ledger, Wording wording, String field, String entity) {
    Function<String, @Nullable String> parameters = key -> key.equals(field) ? entity : null;
    return Shown.findings(ledger.page(Asked.of(parameters).question(), 0, 12), wording);
  }
}
