package dev.detente.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of persons in a byline. */
final class Names {
  private static final int MOST_WORDS = 6;

  private Names() {}

  /**
   * The names in a byline such as {@code Av Kari Lie og Ola Berg}.
   *
   * @param strict whether to take only what looks like a name of two words or more, as in text that
   *     nobody marked as an author's name
   */
  static List<String> in(String value, PageWords words, boolean strict) {
    List<String> names = new ArrayList<>();
    String text = value.strip().replaceAll("\\s+", " ");
    if (text.isEmpty() || text.length() > 300 || text.contains("://")) {
      return names;
    }
    int from = words.afterBy(text);
    if (from > 0) {
      text = text.substring(from);
    }
    StringBuilder name = new StringBuilder();
    for (String word :
        text.replace(",", " , ").replace("|", " , ").replace("/", " , ").split(" ", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (strict && words.isBy(lower)) {
        // What stands before is a date or a section.
        names.clear();
        name.setLength(0);
      } else if (word.equals(",") || word.equals("-") || word.equals("–") || words.isAnd(lower)) {
        add(name, names, strict);
      } else if (!word.isEmpty()) {
        name.append(name.isEmpty() ? "" : " ").append(word);
      }
    }
    add(name, names, strict);
    return names;
  }

  private static void add(StringBuilder name, List<String> names, boolean strict) {
    String found = name.toString().strip();
    name.setLength(0);
    while (!found.isEmpty() && ".:;(".indexOf(found.charAt(found.length() - 1)) >= 0) {
      found = found.substring(0, found.length() - 1).strip();
    }
    if (found.length() < 2
        || found.indexOf('@') >= 0
        || !Character.isLetter(found.codePointAt(0))) {
      return;
    }
    String[] parts = found.split(" ", -1);
    if (parts.length > MOST_WORDS || found.chars().anyMatch(Character::isDigit)) {
      return;
    }
    if (strict) {
      int capitals = 0;
      for (String part : parts) {
        capitals += Character.isUpperCase(part.codePointAt(0)) ? 1 : 0;
      }
      if (parts.length < 2
          || !Character.isUpperCase(parts[0].codePointAt(0))
          || !Character.isUpperCase(parts[parts.length - 1].codePointAt(0))
          || capitals * 2 < parts.length) {
        return;
      }
    }
    names.add(found);
  }
}
