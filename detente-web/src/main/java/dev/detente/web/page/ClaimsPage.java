package dev.detente.web.page;

import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Claims with who stands where. Thread-safe. */
final class ClaimsPage {
  private static final int SIZE = Kept.MOST_VOICES;
  private static final int GLANCE = 220;

  private final Sheets sheets;
  private final Kept kept;

  ClaimsPage(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** Claims with who stands where: who claims, who denies, who confirms, and who told one side. */
  String claims(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "claims", wording.of("nav_claims"));
    Kept.Claimed claimed = kept.claims(ledger);
    int size = claimed == null ? 0 : claimed.all().size();
    page.put("soon", claimed == null);
    int from = Math.min(size, asked.page() * SIZE);
    int to = Math.min(size, from + SIZE);
    List<Map<String, Object>> list = new ArrayList<>();
    if (claimed != null) {
      List<ClaimSheet> some =
          to <= claimed.most().size()
              ? claimed.most().subList(from, to)
              : new AcrossArticles(ledger).sheets(claimed.all(), from, to);
      some.forEach(sheet -> list.add(claim(sheet, wording)));
    }
    page.put("list", list);
    page.put("none", claimed != null && size == 0);
    Frame.turn(page, "/claims", asked, to < size);
    Frame.behind(page, kept, wording);
    return sheets.fill("claims", page);
  }

  private static Map<String, Object> claim(ClaimSheet sheet, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("words", fullest(sheet.claims()).words());
    shown.put("claims", voices(sheet.claims(), wording));
    shown.put("denials", voices(sheet.denials(), wording));
    shown.put("confirmations", voices(sheet.confirmations(), wording));
    shown.put("reports", Shown.number(sheet.reports(), wording));
    VoiceChart chart = new VoiceChart();
    chart.lane("claimed", wording.of("claimed"), sheet.claims());
    chart.lane("denied", wording.of("denied"), sheet.denials());
    chart.lane("confirmed", wording.of("confirmed"), sheet.confirmations());
    shown.put("chart", chart.draw(wording.of("claims_chart"), wording));
    Set<String> claiming = outlets(sheet.claims());
    Set<String> denying = outlets(sheet.denials());
    Set<String> both = new TreeSet<>(claiming);
    both.retainAll(denying);
    shown.put("both", list(both));
    if (!denying.isEmpty()) {
      claiming.removeAll(both);
      shown.put("onlyclaim", list(claiming));
    }
    denying.removeAll(both);
    shown.put("onlydenial", list(denying));
    return shown;
  }

  /** The one that says most, as far as it can be taken in at a glance. */
  static Voice fullest(List<Voice> voices) {
    Voice fullest = voices.get(0);
    for (Voice voice : voices) {
      int length = voice.words().length();
      if (length > fullest.words().length() && length <= GLANCE) {
        fullest = voice;
      }
    }
    return fullest;
  }

  private static String list(Set<String> outlets) {
    return String.join(", ", outlets);
  }

  /** Where voices were printed; an article's id where its outlet is not known. */
  private static Set<String> outlets(List<Voice> voices) {
    Set<String> outlets = new TreeSet<>();
    for (Voice voice : voices) {
      outlets.add(voice.outlet() == null ? voice.end().article() : voice.outlet());
    }
    return outlets;
  }

  private static List<Map<String, Object>> voices(List<Voice> voices, Wording wording) {
    return voices.stream().map(voice -> Shown.voice(voice, wording)).toList();
  }
}
