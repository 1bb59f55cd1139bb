package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Organisations, armed groups, media, parties and institutions by name. Immutable and thread-safe;
 * a look-up is a few hash look-ups.
 */
public final class Organisations {
  private final Map<String, Organisation> byKey = new LinkedHashMap<>();
  private final FormIndex<Organisation> forms = FormIndex.ofNames();

  Organisations(Codebook codebook) {
    Rows.read(codebook, "world/organisations.tsv", 6, this::add);
  }

  private void add(String[] row) {
    List<Organisation.Change> changes = new ArrayList<>();
    for (String change : Rows.split(row[4], '|')) {
      int colon = change.indexOf(':');
      int slash = change.indexOf('/');
      if (colon < 0 || slash < colon) {
        throw new IllegalArgumentException("a change is written 2021-09:AFG/GOV, not " + change);
      }
      changes.add(
          new Organisation.Change(
              Months.first(change.substring(0, colon)),
              change.substring(colon + 1, slash),
              change.substring(slash + 1)));
    }
    Organisation organisation =
        new Organisation(row[0], row[1], row[2].isEmpty() ? null : row[2], row[3], changes);
    byKey.put(row[0], organisation);
    List<String> own = Rows.split(row[5], '|');
    for (String form : own) {
      if (form.length() > 3 && form.charAt(2) == ':' && isLanguage(form)) {
        forms.add(form.substring(0, 2), form.substring(3), organisation);
      } else {
        forms.addToAll(form, organisation);
      }
    }
    if (row[0].indexOf('(') < 0) {
      forms.add("en", row[0], organisation);
    }
  }

  private static boolean isLanguage(String form) {
    return switch (form.substring(0, 2)) {
      case "nb", "nn", "en", "da", "sv" -> true;
      default -> false;
    };
  }

  /** All organisations, in order of the table. */
  public Collection<Organisation> all() {
    return Collections.unmodifiableCollection(byKey.values());
  }

  /** The organisation with this key of the table; null when there is none. */
  public @Nullable Organisation byKey(String key) {
    return byKey.get(key);
  }

  /**
   * The organisation of a name, base form or genitive: {@code FN}, {@code FNs}, {@code Nato's},
   * {@code Den afrikanske union}. Capitals count ({@code AP} is the agency, {@code Ap} the party),
   * except that the first letter may be a capital at the start of a sentence and that a name all in
   * capitals finds it too.
   */
  public @Nullable Organisation name(String form, String language) {
    String plain = NameForm.withoutArticle(NameForm.plain(form), language);
    Organisation found = sentenceStart(plain, language);
    if (found == null) {
      String base = NameForm.withoutGenitive(plain, language);
      found = base == null ? null : sentenceStart(base, language);
    }
    return found;
  }

  /**
   * The organisation that a compound begins with: {@code Nato-sjef}, {@code FN-styrkene}, {@code
   * EU-landene}; null when there is none or the whole form is a name of its own.
   */
  public @Nullable Organisation compound(String form, String language) {
    String plain = NameForm.plain(form);
    int hyphen = plain.lastIndexOf('-');
    if (hyphen <= 0 || name(plain, language) != null) {
      return null;
    }
    while (hyphen > 0) {
      Organisation found = name(plain.substring(0, hyphen), language);
      if (found != null) {
        return found;
      }
      hyphen = plain.lastIndexOf('-', hyphen - 1);
    }
    return null;
  }

  private @Nullable Organisation sentenceStart(String form, String language) {
    Organisation found = forms.get(form, language);
    if (found == null
        && form.length() > 1
        && Character.isUpperCase(form.charAt(0))
        && Character.isLowerCase(form.charAt(1))) {
      found = forms.get(Character.toLowerCase(form.charAt(0)) + form.substring(1), language);
    }
    return found;
  }
}
