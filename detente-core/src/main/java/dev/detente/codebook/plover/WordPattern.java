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

  /** An alternative that stands for the name of any place. */
  private static final String PLACE = "@place";

  public WordPattern {
    others = List.copyOf(others);
  }

  /** How a further word must stand to the head, with the mark that says so before the word. */
  public enum Role {
    /** Anywhere among what hangs on the head; no mark. */
    ANY(""),
    /** The object of the active verb, {@code >>town}. */
    OBJECT(">>"),
    /** Anything but the subject, {@code >soldier}. */
    NOT_SUBJECT(">"),
    /** The subject, {@code <soldier}. */
    SUBJECT("<"),
    /** A particle of the verb, {@code ~away}. */
    PARTICLE("~");

    private final String mark;

    Role(String mark) {
      this.mark = mark;
    }

    /** The first whose mark a word begins with; {@link #ANY} for none. */
    private static Role of(String word) {
      for (Role role : values()) {
        if (role != ANY && word.startsWith(role.mark)) {
          return role;
        }
      }
      return ANY;
    }
  }

  /**
   * One word of a pattern.
   *
   * @param whole lemmas or forms, lower case
   * @param endings last parts of compounds, lower case
   * @param role how the word must stand to the head
   * @param place whether the name of a place fills it too; written {@code @place}
   */
  public record Slot(Set<String> whole, List<String> endings, Role role, boolean place) {
    public Slot {
      whole = Set.copyOf(whole);
      endings = List.copyOf(endings);
    }

    /** Whether a word with this form and lemma (lower case) fills the slot. */
    public boolean fits(String form, String lemma, boolean nominal) {
      if (whole.contains(form) || whole.contains(lemma)) {
        return true;
      }
      return nominal && (endsLikeOne(lemma) || endsLikeOne(form));
    }

    private boolean endsLikeOne(String word) {
      for (String ending : endings) {
        if (word.length() > ending.length() + 1 && word.endsWith(ending)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Reads a pattern.
   *
   * @param compounds whether the language writes compounds as one word, so that a noun is also
   *     looked for as a word's last part
   */
  static WordPattern parse(
      String text,
      Trigger.Part part,
      Map<String, List<String>> classes,
      WordForms forms,
      boolean compounds) {
    String[] parts = text.trim().split("\\s+", -1);
    Slot head = slot(parts[0], part, classes, forms, compounds);
    List<Slot> others = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      others.add(slot(parts[i], Trigger.Part.NOUN, classes, forms, compounds));
    }
    return new WordPattern(text, head, others);
  }

  private static Slot slot(
      String part,
      Trigger.Part kind,
      Map<String, List<String>> classes,
      WordForms forms,
      boolean compounds) {
    Set<String> whole = new TreeSet<>();
    Set<String> endings = new TreeSet<>();
    Role role = Role.of(part);
    boolean place = false;
    for (String alternative : part.substring(role.mark.length()).split("\\|", -1)) {
      if (alternative.equals(PLACE)) {
        place = true;
      } else if (alternative.startsWith("$")) {
        List<String> members = classes.get(alternative.substring(1));
        if (members == null) {
          throw new IllegalArgumentException("no class is called " + alternative);
        }
        for (String member : members) {
          for (String word : member.split("\\|", -1)) {
            add(word, kind, forms, compounds, whole, endings);
          }
        }
      } else {
        add(alternative, kind, forms, compounds, whole, endings);
      }
    }
    return new Slot(whole, List.copyOf(endings), role, place);
  }

  private static void add(
      String word,
      Trigger.Part kind,
      WordForms forms,
      boolean compounds,
      Set<String> whole,
      Set<String> endings) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean alone = lower.startsWith("=");
    String lemma = alone ? lower.substring(1) : lower;
    whole.add(lemma);
    whole.addAll(forms.of(lemma, kind));
    if (compounds
        && !alone
        && kind == Trigger.Part.NOUN
        && lemma.length() >= SHORTEST_COMPOUND_HEAD) {
      endings.add(lemma);
      endings.addAll(forms.of(lemma, kind));
    }
  }
}
