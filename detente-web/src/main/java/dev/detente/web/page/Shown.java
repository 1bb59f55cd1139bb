package dev.detente.web.page;

import dev.detente.ledger.Finding;
import dev.detente.ledger.Survey;
import dev.detente.ledger.story.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is told of articles, actors, findings and numbers on more than one page, as values for
 * templates. Stateless.
 */
final class Shown {
  private Shown() {}

  /** Where a statement or event stands in its article. */
  static String at(String article, String id) {
    return "/articles/" + Asked.encoded(article) + "#" + id;
  }

  static List<Map<String, Object>> articles(List<Survey.Listed> list, Wording wording) {
    return list.stream().map(one -> article(one, wording)).toList();
  }

  static Map<String, Object> article(Survey.Listed one, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", one.id());
    shown.put("href", "/articles/" + Asked.encoded(one.id()));
    shown.put("headline", one.headline());
    shown.put("outlet", one.outlet());
    shown.put("language", wording.label("language", one.language()));
    shown.put("lang", one.language());
    shown.put("published", Dates.words(one.published(), wording));
    shown.put("url", one.url() != null && one.url().matches("https?://\\S+") ? one.url() : null);
    shown.put("said", number(one.statements(), wording));
    shown.put("done", number(one.events(), wording));
    shown.put("version", one.version() > 1 ? Integer.toString(one.version()) : null);
    return shown;
  }

  static List<Map<String, Object>> somebodies(List<Survey.Somebody> list, Wording wording) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Survey.Somebody one : list) {
      Map<String, Object> values = new HashMap<>();
      values.put("href", "/actors/" + Asked.encoded(one.entity()));
      values.put("name", one.name());
      String country = Lands.name(one.country(), wording);
      values.put("country", one.name().equals(country) ? null : country);
      values.put("kind", wording.label("actor", one.kind()));
      values.put("articles", number(one.articles(), wording));
      values.put("said", number(one.said(), wording));
      values.put("told", number(one.told(), wording));
      values.put("did", number(one.did(), wording));
      values.put("suffered", number(one.suffered(), wording));
      shown.add(values);
    }
    return shown;
  }

  static List<Map<String, Object>> tallies(
      List<Survey.Tally> tallies, String kind, Wording wording) {
    long most = tallies.stream().mapToLong(Survey.Tally::count).max().orElse(1);
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Survey.Tally tally : tallies) {
      shown.add(
          Map.of(
              "href", "/find?" + kind + "=" + Asked.encoded(tally.value()),
              "label", wording.label(kind, tally.value()),
              "count", number(tally.count(), wording),
              "width", String.format(Locale.ROOT, "%.1f", 100.0 * tally.count() / most)));
    }
    return shown;
  }

  static String number(long value, Wording wording) {
    return String.format(wording.locale(), "%,d", value);
  }

  static String decimal(double value, Wording wording) {
    return String.format(wording.locale(), "%+.1f", value).replace('-', '\u2212');
  }

  static List<Map<String, Object>> findings(List<Finding> found, Wording wording) {
    List<Map<String, Object>> list = new ArrayList<>();
    Finding before = null;
    for (Finding finding : found) {
      Map<String, Object> shown = new HashMap<>();
      shown.put("href", at(finding.article(), finding.id()));
      shown.put("article", finding.article());
      shown.put("event", finding.event());
      shown.put("what", wording.label(finding.event() ? "type" : "act", finding.what()));
      shown.put("who", String.join(", ", finding.who()));
      shown.put("whom", String.join(", ", finding.whom()));
      shown.put("outlet", finding.outlet());
      shown.put("lang", finding.language());
      String date = finding.date() != null ? finding.date() : finding.published();
      shown.put("date", Dates.words(date, wording));
      shown.put("vague", date != null && !Dates.isOneDay(date));
      shown.put("mode", finding.mode());
      shown.put("status", wording.label("status", finding.status()));
      shown.put("statuscode", finding.status());
      Double score = finding.score();
      shown.put("tone", score == null ? "said" : tone(score));
      shown.put("place", finding.place());
      shown.put("words", finding.words());
      shown.put("key", "f" + list.size());
      shown.put(
          "again",
          before != null
              && before.article().equals(finding.article())
              && before.words().equals(finding.words()));
      before = finding;
      list.add(shown);
    }
    return list;
  }

  /** A statement as one of several voices. */
  static Map<String, Object> voice(Voice voice, Wording wording) {
    Map<String, Object> values = new HashMap<>();
    values.put("who", voice.speakerName());
    values.put("what", wording.label("act", voice.act().label()));
    values.put("outlet", voice.outlet() == null ? voice.end().article() : voice.outlet());
    values.put("date", Dates.range(voice.days(), wording));
    values.put("words", voice.words());
    values.put("href", at(voice.end().article(), voice.end().id()));
    return values;
  }

  /** Whether a score is one of conflict or of cooperation. */
  static String tone(double score) {
    return score < 0 ? "conflict" : score > 0 ? "cooperation" : "neutral";
  }
}
