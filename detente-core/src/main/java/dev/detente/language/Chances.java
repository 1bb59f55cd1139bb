package dev.detente.language;

import java.util.Arrays;
import java.util.List;

/**
 * How likely each of some labels is, in whole percent. Unlikely ones are left out, and so is "none
 * of them", which has what the others leave. Immutable and thread-safe.
 *
 * <p>Whole numbers are what is kept and written, so that an analysis read again from CoNLL-U gives
 * the same record.
 */
public final class Chances {
  /** Nothing is likely, or nothing is known. */
  public static final Chances NONE = new Chances(new String[0], new int[0]);

  private final String[] labels;
  private final int[] percents;

  private Chances(String[] labels, int[] percents) {
    this.labels = labels;
    this.percents = percents;
  }

  /**
   * Chances of labels.
   *
   * @param labels distinct, without {@code :}, {@code ,}, {@code ;} and {@code |}
   * @param percents one for each, 1 to 100
   */
  public static Chances of(List<String> labels, int[] percents) {
    if (labels.isEmpty()) {
      return NONE;
    }
    if (labels.size() != percents.length) {
      throw new IllegalArgumentException(labels.size() + " labels, " + percents.length + " values");
    }
    for (int percent : percents) {
      if (percent < 1 || percent > 100) {
        throw new IllegalArgumentException("no percentage: " + percent);
      }
    }
    return new Chances(labels.toArray(String[]::new), percents.clone());
  }

  /**
   * Reads what {@link #toString} writes: {@code ASSAULT:83,COERCE:4}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Chances parse(String written) {
    String[] parts = written.split(",", -1);
    String[] labels = new String[parts.length];
    int[] percents = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      int colon = parts[i].indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("no label with its percentage: " + parts[i]);
      }
      labels[i] = parts[i].substring(0, colon);
      percents[i] = Integer.parseInt(parts[i].substring(colon + 1));
    }
    return of(Arrays.asList(labels), percents);
  }

  public boolean isEmpty() {
    return labels.length == 0;
  }

  /** The labels that are not unlikely, as given. */
  public List<String> labels() {
    return List.of(labels);
  }

  /** How likely a label is, 0 to 100; 0 for one that is left out. */
  public int percent(String label) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i].equals(label)) {
        return percents[i];
      }
    }
    return 0;
  }

  /** How likely it is that any of the labels is right, 0 to 100. */
  public int any() {
    int sum = 0;
    for (int percent : percents) {
      sum += percent;
    }
    return Math.min(sum, 100);
  }

  /** The likeliest label, the first of equals; the empty string when there is none. */
  public String best() {
    int best = -1;
    for (int i = 0; i < percents.length; i++) {
      if (best < 0 || percents[i] > percents[best]) {
        best = i;
      }
    }
    return best < 0 ? "" : labels[best];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chances chances
        && Arrays.equals(labels, chances.labels)
        && Arrays.equals(percents, chances.percents);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(labels) + Arrays.hashCode(percents);
  }

  /** {@code ASSAULT:83,COERCE:4}; the empty string when there are none. */
  @Override
  public String toString() {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < labels.length; i++) {
      written.append(i == 0 ? "" : ",").append(labels[i]).append(':').append(percents[i]);
    }
    return written.toString();
  }
}
