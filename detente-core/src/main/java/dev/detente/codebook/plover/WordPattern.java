package dev.detente.codebook.plover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A word or several that report an event: the first is the head, the others stand among its
 * dependents. Immutable.
 *
 * @param text the pattern as the lexicon writes it
 * @param head the head's alternatives
 * @param others each of the further words
 */
public record WordPattern(String text, Slot head, List<Slot> others) {
  /** Shortest noun that is also looked for as the last part of a compound. */
  static final int SHORTEST_COMPOUND_HEAD = 4;

  public WordPattern {
    others = List.copyOf(others);
  }

  /**
   * One word of a pattern.
   *
   * @param whole lemmas or forms, lower case
   * @param endings last parts of compounds, lower case
   */
  public record Slot(Set<String> whole, List<String> endings) {
    public Slot {
      whole = Set.copyOf(whole);
      endings = List.copyOf(endings);
    }

    /** Whether a word with this form and lemma (lower case) fills the slot. */
    public boolean fits(String form, String lemma, boolean nominal) {
      if (whole.contains(form) || whole.contains(lemma)) {
        return true;
      }
      if (nominal) {
        for (String ending : endings) {
          if (lemma.length() > ending.length() + 1 && lemma.endsWith(ending)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  static WordPattern parse(String text, boolean noun, Map<String, List<String>> classes) {
    String[] parts = text.trim().split("\\s+");
    Slot head = slot(parts[0], noun, classes);
    List<Slot> others = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      others.add(slot(parts[i], true, classes));
    }
    return new WordPattern(text, head, others);
  }

  private static Slot slot(String part, boolean compounds, Map<String, List<String>> classes) {
    Set<String> whole = new TreeSet<>();
    Set<String> endings = new TreeSet<>();
    for (String alternative : part.split("\\|")) {
      if (alternative.startsWith("$")) {
        List<String> members = classes.get(alternative.substring(1));
        if (members == null) {
          throw new IllegalArgumentException("no class is called " + alternative);
        }
        for (String member : members) {
          for (String word : member.split("\\|")) {
            add(word, compounds, whole, endings);
          }
        }
      } else {
        add(alternative, compounds, whole, endings);
      }
    }
    return new Slot(whole, List.copyOf(endings));
  }

  private static void add(
      String word, boolean compounds, Set<String> whole, Set<String> endings) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("=")) {
      whole.add(lower.substring(1));
      return;
    }
    whole.add(lower);
    if (compounds && lower.length() >= SHORTEST_COMPOUND_HEAD) {
      endings.add(lower);
    }
  }
}
