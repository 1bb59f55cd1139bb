package dev.detente.web.page;

import dev.detente.ledger.Finding;
import dev.detente.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lies behind one cell of the matrix or one place of the map. Thread-safe. */
final class ListPages {
  private static final Pattern PAIR = Pattern.compile("([A-Z]{3})-([A-Z]{3})");

  private final Sheets sheets;

  ListPages(Sheets sheets) {
    this.sheets = sheets;
  }

  /**
   * What one country did to another and said to it; empty when these are no countries' codes.
   *
   * @param pair {@code NOR-ISL}
   */
  Optional<String> between(Ledger ledger, Wording wording, String pair, Asked asked) {
    Matcher codes = PAIR.matcher(pair);
    if (!codes.matches()) {
      return Optional.empty();
    }
    String title =
        Lands.name(codes.group(1), wording) + " \u2192 " + Lands.name(codes.group(2), wording);
    Map<String, Object> page = Frame.page(wording, "pairs", title);
    page.put("note", wording.of("between_note"));
    page.put("tension", "/tension?between=" + codes.group(1) + "," + codes.group(2));
    List<Finding> found =
        ledger.between(codes.group(1), codes.group(2), asked.page() * Frame.SIZE, Frame.SIZE + 1);
    return Optional.of(list(page, found, "/pairs/" + pair, asked, wording));
  }

  /**
   * What was said and happened at a place.
   *
   * @param country in which it lies; null for several or none
   */
  Optional<String> at(
      Ledger ledger, Wording wording, String place, @Nullable String country, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "map", place);
    page.put("note", Lands.name(country, wording));
    List<Finding> found = ledger.at(place, country, asked.page() * Frame.SIZE, Frame.SIZE + 1);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(list(page, found, "/places/" + Asked.encoded(place), asked, wording));
  }

  private String list(
      Map<String, Object> page, List<Finding> found, String path, Asked asked, Wording wording) {
    page.put("list", Shown.findings(Frame.cut(found), wording));
    page.put("none", found.isEmpty());
    Frame.turn(page, path, asked, found.size() > Frame.SIZE);
    return sheets.fill("list", page);
  }
}
