package dev.detente.ledger.identity;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.Rows;
import dev.detente.codebook.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What groups, bodies and office-holders without a name are called in each language, from {@code
 * world/groups.tsv}. Immutable and thread-safe.
 */
final class GroupNames {
  private static final String[] LANGUAGES = {"nb", "nn", "en", "da", "sv"};

  /** Words of the longest form. */
  private static final int LONGEST = 5;

  private static final String DEFINITE = "the";

  private static final class Forms {
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> heads = new TreeMap<>();
    private final Set<String> definite = new HashSet<>();
  }

  private final Map<String, Forms> languages = new HashMap<>();

  GroupNames(Codebook codebook) {
    Rows.read(codebook, "world/groups.tsv", LANGUAGES.length + 1, this::add);
  }

  private void add(String[] row) {
    for (int i = 0; i < LANGUAGES.length; i++) {
      String language = LANGUAGES[i];
      String cell = row[i + 1].isEmpty() && !language.equals("en") ? row[1] : row[i + 1];
      Forms forms = languages.computeIfAbsent(language, key -> new Forms());
      for (String form : Rows.split(cell, '|')) {
        if (row[0].equals(DEFINITE)) {
          forms.definite.add(form);
        } else if (form.startsWith("-")) {
          forms.heads.put(form.substring(1), row[0]);
        } else {
          forms.words.put(form, row[0]);
        }
      }
    }
  }

  private Forms of(String language) {
    Forms forms = languages.get(language);
    return forms == null ? languages.getOrDefault("nb", new Forms()) : forms;
  }

  /** What kind of group or body a description means; null when the table does not tell. */
  @Nullable String kind(String description, String language) {
    Forms forms = of(language);
    List<String> words = words(description);
    for (int length = Math.min(LONGEST, words.size()); length > 0; length--) {
      for (int start = 0; start + length <= words.size(); start++) {
        String kind = forms.words.get(String.join(" ", words.subList(start, start + length)));
        if (kind != null) {
          return kind;
        }
      }
    }
    for (String word : words) {
      for (Map.Entry<String, String> head : forms.heads.entrySet()) {
        if (word.endsWith(head.getKey())) {
          return head.getValue();
        }
      }
    }
    return null;
  }

  /**
   * The office that a description names and nothing more: {@code den franske presidenten}, {@code
   * Ukraine's president}; null when words are left that may mean somebody else.
   */
  @Nullable String office(String description, String language, World world) {
    Forms forms = of(language);
    List<String> title = new ArrayList<>();
    for (String word : description.split("\\s+")) {
      if (!forms.definite.contains(word.toLowerCase(Locale.ROOT))
          && world.countries().adjective(word, language) == null
          && world.countries().name(word, language) == null) {
        title.add(word);
      }
    }
    return title.isEmpty() ? null : world.offices().role(String.join(" ", title), language);
  }

  private static List<String> words(String description) {
    List<String> words = new ArrayList<>();
    for (String word : description.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'-]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
