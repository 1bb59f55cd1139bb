package dev.detente.web.page;

import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Claims with who stands where. Thread-safe. */
final class ClaimsPage {
  private final Sheets sheets;

  ClaimsPage(Sheets sheets) {
    this.sheets = sheets;
  }

  /** Claims with who stands where: who claims, who denies, who confirms, and who told one side. */
  String claims(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "claims", wording.of("nav_claims"));
    List<ClaimSheet> found = new AcrossArticles(ledger).claims();
    int from = Math.min(found.size(), asked.page() * Frame.SIZE);
    int to = Math.min(found.size(), from + Frame.SIZE);
    List<Map<String, Object>> list = new ArrayList<>();
    for (ClaimSheet sheet : found.subList(from, to)) {
      Map<String, Object> shown = new HashMap<>();
      shown.put("words", sheet.claims().get(0).words());
      shown.put("claims", voices(sheet.claims(), wording));
      shown.put("denials", voices(sheet.denials(), wording));
      shown.put("confirmations", voices(sheet.confirmations(), wording));
      shown.put("reports", Integer.toString(sheet.reports()));
      shown.put("onesided", one(sheet.onlyClaim()));
      list.add(shown);
    }
    page.put("list", list);
    page.put("none", found.isEmpty());
    Frame.turn(page, "/claims", asked, to < found.size());
    return sheets.fill("claims", page);
  }

  private static List<Map<String, Object>> one(List<String> articles) {
    return articles.stream()
        .map(id -> Map.<String, Object>of("id", id, "href", "/articles/" + Asked.encoded(id)))
        .toList();
  }

  private static List<Map<String, Object>> voices(List<Voice> voices, Wording wording) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Voice voice : voices) {
      Map<String, Object> values = new HashMap<>();
      values.put("who", voice.speakerName());
      values.put("what", wording.label("act", voice.act().label()));
      values.put("outlet", voice.outlet());
      DayRange days = voice.days();
      values.put("date", days == null ? null : LocalDate.ofEpochDay(days.first()).toString());
      values.put("words", voice.words());
      values.put("href", Shown.at(voice.end().article(), voice.end().id()));
      shown.add(values);
    }
    return shown;
  }
}
