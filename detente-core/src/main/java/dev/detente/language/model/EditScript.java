package dev.detente.language.model;

import java.util.Arrays;

/**
 * A lemma as an edit of the form: which case, how much to cut and what to add at both ends.
 *
 * <p>Written {@code case|cut|add|cut|add}: {@code l|0||2|e} lowers the form, cuts two code points
 * at its end and adds <i>e</i>. The case is {@code l} (lower), {@code k} (keep) or {@code t}
 * (lower, then the first letter of the result upper). {@code =|be} gives the lemma whole. The
 * scripts are learned by {@code training/lemma.py}, after the edit scripts of UDPipe 2.
 */
final class EditScript {
  private final String whole;
  private final char letters;
  private final int cutStart;
  private final String addStart;
  private final int cutEnd;
  private final String addEnd;

  private EditScript(
      String whole, char letters, int cutStart, String addStart, int cutEnd, String addEnd) {
    this.whole = whole;
    this.letters = letters;
    this.cutStart = cutStart;
    this.addStart = addStart;
    this.cutEnd = cutEnd;
    this.addEnd = addEnd;
  }

  static EditScript parse(String text) {
    if (text.startsWith("=|")) {
      return new EditScript(text.substring(2), '=', 0, "", 0, "");
    }
    String[] parts = text.split("\\|", -1);
    if (parts.length != 5 || parts[0].length() != 1) {
      throw new IllegalArgumentException("not an edit script: " + text);
    }
    return new EditScript(
        "",
        parts[0].charAt(0),
        Integer.parseInt(parts[1]),
        parts[2],
        Integer.parseInt(parts[3]),
        parts[4]);
  }

  /** The lemma of a form; the lowered form where it is too short for the cuts. */
  String apply(String form) {
    if (letters == '=') {
      return whole;
    }
    int[] points = form.codePoints().toArray();
    if (letters != 'k') {
      for (int i = 0; i < points.length; i++) {
        points[i] = WordFeatures.lower(points[i]);
      }
    }
    if (cutStart + cutEnd > points.length) {
      return new String(points, 0, points.length);
    }
    String middle = new String(points, cutStart, points.length - cutStart - cutEnd);
    String lemma = addStart + middle + addEnd;
    return letters == 't' ? title(lemma) : lemma;
  }

  private static String title(String lemma) {
    int[] points = lemma.codePoints().toArray();
    if (points.length == 0) {
      return lemma;
    }
    int[] changed = Arrays.copyOf(points, points.length);
    changed[0] = Character.toUpperCase(points[0]);
    return new String(changed, 0, changed.length);
  }
}
