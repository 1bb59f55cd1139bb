package dev.detente.web.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries in the reader's language. Stateless. */
final class Lands {
  private static final Map<String, String> SHORT = codes();

  private Lands() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOCountries()) {
      codes.put(new Locale.Builder().setRegion(two).build().getISO3Country(), two);
    }
    codes.put("XKX", "XK");
    return Map.copyOf(codes);
  }

  /**
   * A country's name.
   *
   * @param code ISO 3166-1 alpha-3, or one that a record may hold instead ({@code EUR}); what is no
   *     such code comes back as it is
   */
  static @Nullable String name(@Nullable String code, Wording wording) {
    if (code == null) {
      return null;
    }
    String two = SHORT.get(code);
    if (two == null) {
      return wording.label("country", code);
    }
    String name = new Locale.Builder().setRegion(two).build().getDisplayCountry(wording.locale());
    return name.isEmpty() ? code : name;
  }
}
