package dev.detente.ledger.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** By which names the entities of a ledger are asked for. */
public final class Names {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Names() {}

  /** A name as it is compared: small letters without marks, one blank around and between words. */
  public static String folded(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return " " + BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }

  /**
   * The entity with this id, or else those that go by this name or by one that has all its words
   * side by side.
   */
  public static List<String> entities(LedgerDatabase database, String name) {
    List<String> exact =
        database.list("SELECT entity FROM entity WHERE entity = ?", row -> row.getString(1), name);
    return !exact.isEmpty()
        ? exact
        : database.list(
            "SELECT DISTINCT entity FROM alias WHERE contains(folded, ?) ORDER BY entity",
            row -> row.getString(1),
            folded(name));
  }
}
