package dev.detente.web.page;

import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Period;
import dev.detente.ledger.Question;
import dev.detente.ledger.Survey;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.Turns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Those who speak and act: all of them, and one. Thread-safe. */
final class ActorPages {
  private static final int TURNS = 6;

  private final Sheets sheets;
  private final Kept kept;

  ActorPages(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** Those who speak and act. */
  String actors(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "actors", wording.of("nav_actors"));
    String name = asked.value("actor");
    int from = asked.page() * Frame.SIZE;
    List<Survey.Somebody> found =
        name == null
            ? kept.entities(ledger, from, Frame.SIZE + 1)
            : ledger.survey().entities(name, from, Frame.SIZE + 1);
    page.put("list", Shown.somebodies(Frame.cut(found), wording));
    page.put("name", name);
    page.put("none", found.isEmpty());
    Frame.turn(page, "/actors", asked, found.size() > Frame.SIZE);
    Frame.behind(page, kept, wording);
    return sheets.fill("actors", page);
  }

  /**
   * Somebody: roles over time, what they said, what was said to and of them, where they changed
   * their position; empty when there is none.
   */
  Optional<String> actor(Ledger ledger, Wording wording, String entity) {
    Survey survey = ledger.survey();
    Optional<Survey.Somebody> somebody = survey.entity(entity);
    if (somebody.isEmpty()) {
      return Optional.empty();
    }
    String name = somebody.get().name();
    Map<String, Object> page = Frame.page(wording, "actors", name);
    page.put("somebody", Shown.somebodies(List.of(somebody.get()), wording).get(0));
    page.put("roles", roles(survey.roles(entity), wording));
    Question of = asked("actor", entity).question();
    DayRange days = kept.days(ledger);
    Period.Length length =
        days == null
            ? Period.Length.DAY
            : PeriodChart.length(
                LocalDate.ofEpochDay(days.first()), LocalDate.ofEpochDay(days.last()));
    page.put(
        "chart",
        PeriodChart.draw(
            FindPages.recent(ledger.timeline(of, length), days),
            length,
            wording.of("actor_chart") + " " + name,
            wording));
    List<Map<String, Object>> turns = new ArrayList<>();
    for (Turns.Turn turn : new AcrossArticles(ledger).turns(entity, kept.sketcher())) {
      if (turns.size() < TURNS) {
        turns.add(
            Map.of(
                "before", Shown.voice(turn.before(), wording),
                "after", Shown.voice(turn.after(), wording)));
      }
    }
    page.put("turns", turns);
    page.put("said", findings(ledger, wording, "speaker", entity));
    page.put("told", findings(ledger, wording, "addressee", entity));
    page.put("about", findings(ledger, wording, "about", entity));
    page.put("query", Asked.encoded(entity));
    return Optional.of(sheets.fill("actor", page));
  }

  private static List<Map<String, Object>> roles(List<Survey.Held> held, Wording wording) {
    List<Map<String, Object>> roles = new ArrayList<>();
    for (Survey.Held role : held) {
      Map<String, Object> shown = new HashMap<>();
      shown.put("role", role.role());
      String first = Dates.words(role.first(), wording);
      String last = Dates.words(role.last(), wording);
      shown.put("time", first == null || first.equals(last) ? first : first + " \u2013 " + last);
      shown.put("count", Shown.number(role.count(), wording));
      roles.add(shown);
    }
    return roles;
  }

  private static Asked asked(String field, String entity) {
    Function<String, @Nullable String> parameters = key -> key.equals(field) ? entity : null;
    return Asked.of(parameters);
  }

  private static List<Map<String, Object>> findings(
      Ledger ledger, Wording wording, String field, String entity) {
    return Shown.findings(ledger.page(asked(field, entity).question(), 0, 10), wording);
  }
}
