package dev.detente.web.page;

import dev.detente.ledger.Finding;
import dev.detente.ledger.Survey;
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
    shown.put("published", one.published());
    shown.put("url", one.url() != null && one.url().matches("https?://\\S+") ? one.url() : null);
    shown.put("said", number(one.statements(), wording));
    shown.put("done", number(one.events(), wording));
    shown.put("version", one.version() > 1 ? Integer.toString(one.version()) : null);
    return shown;
  }

  static List<Map<String, Object>> somebodies(List<Survey.Somebody> list) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Survey.Somebody one : list) {
      Map<String, Object> values = new HashMap<>();
      values.put("href", "/actors/" + Asked.encoded(one.entity()));
      values.put("name", one.name());
      values.put("country", one.country());
      values.put("kind", one.kind());
      values.put("articles", Long.toString(one.articles()));
      values.put("said", Long.toString(one.said()));
      values.put("told", Long.toString(one.told()));
      values.put("did", Long.toString(one.did()));
      values.put("suffered", Long.toString(one.suffered()));
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
              "value", tally.value(),
              "label", wording.label(kind, tally.value()),
              "count", number(tally.count(), wording),
              "width", String.format(Locale.ROOT, "%.1f", 100.0 * tally.count() / most)));
    }
    return shown;
  }

  static String number(long value, Wording wording) {
    return String.format(locale(wording), "%,d", value);
  }

  static String decimal(double value, Wording wording) {
    return String.format(locale(wording), "%+.1f", value);
  }

  private static Locale locale(Wording wording) {
    return wording.language().equals("en") ? Locale.UK : Locale.forLanguageTag("nb-NO");
  }

  static List<Map<String, Object>> findings(List<Finding> found, Wording wording) {
    List<Map<String, Object>> list = new ArrayList<>();
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
      shown.put("date", finding.date() != null ? finding.date() : finding.published());
      shown.put("mode", finding.mode());
      shown.put("status", wording.label("status", finding.status()));
      shown.put("statuscode", finding.status());
      Double score = finding.score();
      shown.put("tone", score == null ? "said" : tone(score));
      shown.put("place", finding.place());
      shown.put("words", finding.words());
      list.add(shown);
    }
    return list;
  }

  /** Whether a score is one of conflict or of cooperation. */
  static String tone(double score) {
    return score < 0 ? "conflict" : score > 0 ? "cooperation" : "neutral";
  }
}
