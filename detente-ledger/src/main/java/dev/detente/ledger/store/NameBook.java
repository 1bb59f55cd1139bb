package dev.detente.ledger.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which names the entities of a ledger go. One thread at a time; {@link #write} is part of a
 * transaction.
 */
public final class NameBook {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final LedgerDatabase database;
  private final Set<String> known = new HashSet<>();
  private final List<Object[]> entities = new ArrayList<>();
  private final List<Object[]> aliases = new ArrayList<>();

  public NameBook(LedgerDatabase database) {
    this.database = database;
    database.visit("SELECT entity FROM entity", row -> known.add(row.getString(1)));
    database.visit(
        "SELECT entity, folded FROM alias",
        row -> known.add(row.getString(1) + "\t" + row.getString(2)));
  }

  /** A name as it is compared: small letters without marks, one blank around and between words. */
  public static String folded(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return " " + BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }

  /** Notes an entity under a name. */
  public void note(String entity, String name, String kind, @Nullable String country) {
    if (known.add(entity)) {
      entities.add(new Object[] {entity, name, kind, country});
    }
    String folded = folded(name);
    if (known.add(entity + "\t" + folded)) {
      aliases.add(new Object[] {entity, name, folded});
    }
  }

  /** Writes what was noted. */
  public void write() {
    write("entity", entities);
    write("alias", aliases);
  }

  private void write(String table, List<Object[]> noted) {
    if (!noted.isEmpty()) {
      try (TableRows rows = database.rows(table)) {
        noted.forEach(rows::add);
      }
      noted.clear();
    }
  }

  /** The entities that go by a name, or by one that has all its words side by side. */
  public static List<String> entities(LedgerDatabase database, String name) {
    return database.list(
        "SELECT DISTINCT entity FROM alias WHERE contains(folded, ?) ORDER BY entity",
        row -> row.getString(1),
        folded(name));
  }
}
