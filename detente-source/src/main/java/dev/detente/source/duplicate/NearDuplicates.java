package dev.detente.source.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds reports that are copies of each other, as when twenty outlets print one wire story.
 *
 * <p>Two reports are copies when nearly all sentences of the shorter one stand in the other, in the
 * same order, and no sentence of one is a changed sentence of the other: a negation, number, name,
 * date or verb that differs keeps them apart, since a correction or denial is the copy that
 * matters. A new heading, other marks, a dateline, a misspelling, a clause or sentences left out or
 * added do not. No words are known, so all languages are alike. Immutable and thread-safe; the
 * order in which reports are given does not matter.
 */
public final class NearDuplicates {
  /** Copies are printed within days. */
  public static final NearDuplicates STANDARD = new NearDuplicates(3);

  private static final double CONTAINED = 0.8;
  private static final double WHOLE = 0.85;
  private static final int FEWEST_WORDS = 12;

  /** Phrases of each report that are compared word by word. */
  private static final int COMPARED = 60;

  /** Of the shingles of the shorter one, for a pair to be compared at all. */
  private static final double CANDIDATE = 0.25;

  private static final String ARROW = " → ";

  private final int window;

  /**
   * @param window the most days between two copies; those without a date are compared all the same
   */
  public NearDuplicates(int window) {
    this.window = window;
  }

  /** Compares two reports; the order does not matter. */
  public Comparison compare(Fingerprint one, Fingerprint other) {
    return inTime(one.published(), other.published())
        ? compareWords(one, other)
        : new Comparison(Likeness.APART_IN_TIME, 0, null);
  }

  /**
   * Whether reports of these days may be copies: others need not be compared word by word.
   *
   * @param one null when unknown
   * @param other null when unknown
   */
  public boolean inTime(@Nullable Days one, @Nullable Days other) {
    return one == null || other == null || one.distance(other) <= window;
  }

  private static Comparison compareWords(Fingerprint one, Fingerprint other) {
    if (one.textHash() == other.textHash() && one.words() == other.words() && one.words() > 0) {
      return new Comparison(Likeness.SAME, 1, null);
    }
    boolean inOrder = one.words() <= other.words();
    List<Phrase> a = (inOrder ? one : other).phrases();
    List<Phrase> b = (inOrder ? other : one).phrases();
    PhraseAlignment shared = PhraseAlignment.of(a, b);
    int same = 0;
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      if (shared.sharedInFirst(i)) {
        same += a.get(i).length();
      } else {
        left.add(i);
      }
    }
    List<Integer> right = new ArrayList<>();
    for (int j = 0; j < b.size(); j++) {
      if (!shared.sharedInSecond(j)) {
        right.add(j);
      }
    }
    int edited = 0;
    String difference = null;
    for (int i : first(left)) {
      for (int j : first(right)) {
        String changed = ChangedPhrase.between(a.get(i), b.get(j));
        if (changed == null) {
          continue;
        }
        if (changed.isEmpty()) {
          edited += a.get(i).length();
          break;
        }
        difference = changed;
      }
      if (difference != null) {
        break;
      }
    }
    int words = 0;
    for (Phrase phrase : a) {
      words += phrase.length();
    }
    // A heading of its own takes nothing from a copy.
    if (!left.isEmpty() && left.get(0) == 0 && a.size() > 1 && a.get(0).heading()) {
      words -= a.get(0).length();
    }
    double containment = words == 0 ? 0 : Math.min(1, (double) (same + edited) / words);
    if (difference != null && containment >= CANDIDATE) {
      return new Comparison(Likeness.CHANGED, containment, difference);
    }
    if (containment < CONTAINED || same + edited < FEWEST_WORDS) {
      return new Comparison(Likeness.OTHER, containment, difference);
    }
    int longer = Math.max(one.words(), other.words());
    return new Comparison(
        same + edited >= WHOLE * longer ? Likeness.COPY : Likeness.ABRIDGED, containment, null);
  }

  private static List<Integer> first(List<Integer> all) {
    return all.size() <= COMPARED ? all : all.subList(0, COMPARED);
  }

  /**
   * Puts reports into groups of copies, in order of their originals. The number of groups is the
   * number of independent reports.
   */
  public List<CopyGroup> group(List<Fingerprint> reports) {
    List<Fingerprint> ordered = new ArrayList<>(reports);
    ordered.sort(
        Comparator.<Fingerprint>comparingLong(NearDuplicates::firstDay)
            .thenComparing(Fingerprint::id));
    Grouping grouping = new Grouping();
    ordered.forEach(grouping::add);
    return grouping.groups();
  }

  /**
   * Where a new report belongs among groups of earlier ones, by the rules of {@link #group}: a copy
   * of one of a group that was printed within the window, and a changed version of none of it;
   * groups are joined only when no report of one is a changed version of one of another. For stores
   * and streams, which find the groups by {@link Fingerprint#keys()} and keep them: placing reports
   * one by one as they appear gives the groups that {@link #group} gives of all.
   *
   * @param groups the reports of each; those that share no key with the new one may be left out,
   *     and so may reports of the same words, but for the first and the last of them
   */
  public Placement place(Fingerprint report, List<List<Fingerprint>> groups) {
    List<Integer> joins = new ArrayList<>();
    List<Placement.Change> changes = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      boolean copy = false;
      boolean changed = false;
      for (Fingerprint other : groups.get(i)) {
        Comparison comparison = compareWords(report, other);
        if (comparison.likeness() == Likeness.CHANGED) {
          changed = true;
          if (inTime(report.published(), other.published())) {
            changes.add(new Placement.Change(other.id(), difference(other, report, comparison)));
          }
        }
        copy |= comparison.likeness().isCopy() && inTime(report.published(), other.published());
      }
      List<Fingerprint> group = groups.get(i);
      if (copy
          && !changed
          && joins.stream().noneMatch(joined -> conflict(groups.get(joined), group))) {
        joins.add(i);
      }
    }
    return new Placement(joins, changes);
  }

  /** What differs from the earlier report to the later one. */
  private static String difference(Fingerprint from, Fingerprint to, Comparison found) {
    // Sentences are compared from the shorter report to the longer one.
    String difference = String.valueOf(found.difference());
    int arrow = difference.indexOf(ARROW);
    return from.words() <= to.words() || arrow < 0
        ? difference
        : difference.substring(arrow + ARROW.length()) + ARROW + difference.substring(0, arrow);
  }

  private static boolean conflict(List<Fingerprint> one, List<Fingerprint> other) {
    for (Fingerprint first : one) {
      for (Fingerprint second : other) {
        if (compareWords(first, second).likeness() == Likeness.CHANGED) {
          return true;
        }
      }
    }
    return false;
  }

  private static long firstDay(Fingerprint report) {
    Days published = report.published();
    return published == null ? Long.MIN_VALUE : published.first();
  }

  /** A text that some reports have word for word, with the days they were printed on. */
  private static final class Variant {
    private final Fingerprint text;
    private final List<@Nullable Days> days = new ArrayList<>();
    private Cluster cluster;

    Variant(Fingerprint text, Cluster cluster) {
      this.text = text;
      this.cluster = cluster;
    }
  }

  private static final class Cluster {
    private final List<Variant> variants = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
  }

  private final class Grouping {
    private final Set<Cluster> clusters = new LinkedHashSet<>();
    private final List<Variant> variants = new ArrayList<>();
    private final Map<Long, List<Integer>> index = new HashMap<>();
    private final Map<Long, List<Variant>> byText = new HashMap<>();

    void add(Fingerprint report) {
      for (Variant variant : byText.getOrDefault(report.textHash(), List.of())) {
        if (compareWords(report, variant.text).likeness() == Likeness.SAME
            && near(report, variant)) {
          variant.days.add(report.published());
          variant.cluster.members.add(report.id());
          return;
        }
      }
      List<Cluster> joined = new ArrayList<>();
      for (Cluster cluster : candidates(report)) {
        if (belongs(report, cluster)
            && joined.stream().noneMatch(other -> conflict(other, cluster))) {
          joined.add(cluster);
        }
      }
      Cluster home = joined.isEmpty() ? new Cluster() : joined.get(0);
      clusters.add(home);
      for (Cluster other : joined.subList(Math.min(1, joined.size()), joined.size())) {
        home.members.addAll(other.members);
        home.variants.addAll(other.variants);
        other.variants.forEach(variant -> variant.cluster = home);
        clusters.remove(other);
      }
      Variant variant = new Variant(report, home);
      variant.days.add(report.published());
      home.members.add(report.id());
      home.variants.add(variant);
      byText.computeIfAbsent(report.textHash(), key -> new ArrayList<>(1)).add(variant);
      variants.add(variant);
      for (long shingle : report.shingles()) {
        index.computeIfAbsent(shingle, key -> new ArrayList<>(1)).add(variants.size() - 1);
      }
    }

    private boolean near(Fingerprint report, Variant variant) {
      for (Days day : variant.days) {
        if (inTime(report.published(), day)) {
          return true;
        }
      }
      return false;
    }

    /** Those of which a report shares enough shingles with a variant, oldest first. */
    private Set<Cluster> candidates(Fingerprint report) {
      long[] shingles = report.shingles();
      Map<Integer, Integer> counts = new HashMap<>();
      for (long shingle : shingles) {
        for (int variant : index.getOrDefault(shingle, List.of())) {
          counts.merge(variant, 1, Integer::sum);
        }
      }
      Set<Cluster> found = new LinkedHashSet<>();
      for (Map.Entry<Integer, Integer> count : new TreeMap<>(counts).entrySet()) {
        Variant candidate = variants.get(count.getKey());
        int fewer = Math.min(shingles.length, candidate.text.shingles().length);
        if (count.getValue() >= CANDIDATE * fewer) {
          found.add(candidate.cluster);
        }
      }
      return found;
    }

    private boolean belongs(Fingerprint report, Cluster cluster) {
      boolean copy = false;
      for (Variant variant : cluster.variants) {
        Likeness likeness = compareWords(report, variant.text).likeness();
        if (likeness == Likeness.CHANGED) {
          return false;
        }
        copy |= likeness.isCopy() && near(report, variant);
      }
      return copy;
    }

    private boolean conflict(Cluster one, Cluster other) {
      for (Variant variant : one.variants) {
        for (Variant second : other.variants) {
          if (compareWords(variant.text, second.text).likeness() == Likeness.CHANGED) {
            return true;
          }
        }
      }
      return false;
    }

    List<CopyGroup> groups() {
      List<CopyGroup> groups = new ArrayList<>();
      for (Cluster cluster : clusters) {
        groups.add(new CopyGroup(cluster.members.get(0), cluster.members));
      }
      return groups;
    }
  }
}
