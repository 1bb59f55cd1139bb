package dev.detente.source.mark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A note of brat that holds values by name beside what people write: {@code name: Lone Trøan |
 * country: NOR | is she the director?}. Immutable and thread-safe.
 */
public final class Note {
  private static final String BETWEEN = " | ";

  private final Map<String, String> values;

  private Note(Map<String, String> values) {
    this.values = values;
  }

  /** The values of a note; what has no name is passed over. */
  public static Note of(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split("\\|", -1)) {
      int colon = part.indexOf(": ");
      if (colon > 0) {
        values.putIfAbsent(part.substring(0, colon).strip(), part.substring(colon + 2).strip());
      }
    }
    return new Note(values);
  }

  /** The note about an annotation, all of them joined when there are several; empty when none. */
  public static Note about(String id, List<Annotation> annotations) {
    StringBuilder text = new StringBuilder();
    for (Annotation one : annotations) {
      if (one.id().startsWith("#")
          && one.value() != null
          && one.arguments().stream().anyMatch(argument -> argument.id().equals(id))) {
        text.append(text.isEmpty() ? "" : BETWEEN).append(one.value());
      }
    }
    return of(text.toString());
  }

  /** The value of this name; null when the note has none. */
  public @Nullable String value(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A note is put together from names and values, those that are null left out. */
  static String write(@Nullable String... namesAndValues) {
    StringBuilder note = new StringBuilder();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      String value = namesAndValues[i + 1];
      if (value != null && !value.isBlank()) {
        note.append(note.isEmpty() ? "" : BETWEEN)
            .append(namesAndValues[i])
            .append(": ")
            .append(value.replace('|', '/').replaceAll("\\s+", " ").strip());
      }
    }
    return note.toString();
  }
}
