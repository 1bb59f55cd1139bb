package dev.detente.codebook.world;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From a form to what it names, by language: the language's own forms first, then those of the
 * other Scandinavian languages and English when the language is Scandinavian. English looks among
 * the English forms only, so that {@code Island} is no state in an English text. Not thread-safe
 * while it is filled, thread-safe after.
 */
final class FormIndex<T> {
  private static final String[] SCANDINAVIAN = {"nb", "nn", "da", "sv", "en"};

  /** For words that inflect: Bokmål, Nynorsk and Danish share them, Swedish does not. */
  private static final String[] NORWEGIAN_AND_DANISH = {"nb", "nn", "da"};

  private final String[] shared;
  private final Map<String, Map<String, T>> byLanguage = new HashMap<>();

  /** For each language what its look-up finds, put together when first asked. */
  private final ConcurrentHashMap<String, Map<String, T>> merged = new ConcurrentHashMap<>();

  private FormIndex(String[] shared) {
    this.shared = shared;
  }

  /** For names: a Scandinavian language falls back on all the others. */
  static <T> FormIndex<T> ofNames() {
    return new FormIndex<>(SCANDINAVIAN);
  }

  /** For adjectives and nouns: only Bokmål, Nynorsk and Danish fall back on each other. */
  static <T> FormIndex<T> ofWords() {
    return new FormIndex<>(NORWEGIAN_AND_DANISH);
  }

  /** Adds a form; the first that is added wins. */
  void add(String language, String form, T value) {
    byLanguage.computeIfAbsent(language, l -> new HashMap<>()).putIfAbsent(form, value);
    merged.clear();
  }

  /** Adds a form to all languages. */
  void addToAll(String form, T value) {
    for (String language : SCANDINAVIAN) {
      add(language, form, value);
    }
  }

  /** What exactly this form names; a form all in capitals also finds the name in small letters. */
  @Nullable T get(String form, String language) {
    Map<String, T> forms = merged.get(language);
    if (forms == null) {
      forms = merged.computeIfAbsent(language, this::merge);
    }
    T found = forms.get(form);
    if (found == null && NameForm.isAllCapitals(form)) {
      found = forms.get(NameForm.titleCase(form));
      if (found == null) {
        String lower = form.toLowerCase(Locale.ROOT);
        found = forms.get(form.charAt(0) + lower.substring(1));
        if (found == null) {
          found = forms.get(lower);
        }
      }
    }
    return found;
  }

  /** The language's own forms, then those of the languages that it falls back on, in order. */
  private Map<String, T> merge(String language) {
    Map<String, T> forms = new HashMap<>(byLanguage.getOrDefault(language, Map.of()));
    if (!language.equals("en")
        && !(shared.length == NORWEGIAN_AND_DANISH.length && language.equals("sv"))) {
      for (String other : shared) {
        byLanguage.getOrDefault(other, Map.of()).forEach(forms::putIfAbsent);
      }
    }
    return forms;
  }
}
