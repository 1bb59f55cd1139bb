package dev.detente.ledger.story;

import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.End;
import dev.detente.source.duplicate.CopyGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups articles into stories, and statements and events into what they tell. Works on copy groups
 * (see {@link dev.detente.source.duplicate.NearDuplicates}) and on links across articles; the order
 * of either does not matter. Immutable and thread-safe.
 */
public final class Stories {
  /** Statements and events that two reports must share to tell one story. */
  public static final int SHARED = 2;

  private final Map<String, String> originals = new HashMap<>();
  private final Map<String, Report> reports = new TreeMap<>();

  /**
   * @param copies who prints whose report; articles in none are reports of their own
   */
  public Stories(Collection<CopyGroup> copies) {
    for (CopyGroup group : copies) {
      reports.put(
          group.original(),
          new Report(group.original(), new ArrayList<>(new TreeSet<>(group.members()))));
      group.members().forEach(member -> originals.put(member, group.original()));
    }
  }

  /** The report that an article prints, by its original. */
  public String report(String article) {
    return originals.getOrDefault(article, article);
  }

  /**
   * The stories: reports joined by two or more statements or events that both tell. A report that
   * shares nothing with others is a story of its own.
   *
   * @param articles all of them; those that only links name are added
   */
  public List<Story> stories(Collection<String> articles, Collection<CrossLink> links) {
    Set<String> all = new TreeSet<>(articles);
    Map<List<String>, Set<String>> shared = new HashMap<>();
    for (CrossLink link : links) {
      String from = report(link.from().article());
      String to = report(link.to().article());
      all.add(from);
      all.add(to);
      if (link.relation() == CrossRelation.SAME && !from.equals(to)) {
        boolean inOrder = from.compareTo(to) < 0;
        // One statement of the one and one of the other, so that a copy adds nothing.
        shared
            .computeIfAbsent(
                inOrder ? List.of(from, to) : List.of(to, from), key -> new HashSet<>())
            .add(inOrder ? link.from().id() : link.to().id());
      }
    }
    shared.values().removeIf(ids -> ids.size() < SHARED);
    return joined(all, shared.keySet());
  }

  /**
   * The stories, from pairs of reports that share {@value #SHARED} statements or events or more.
   *
   * @param articles all of them
   */
  public List<Story> joined(Collection<String> articles, Collection<List<String>> pairs) {
    Union<String> union = union(pairs);
    articles.forEach(article -> union.add(report(article)));
    List<Story> stories = new ArrayList<>();
    for (List<String> set : union.sets()) {
      List<Report> told = new ArrayList<>();
      for (String original : set) {
        told.add(reports.getOrDefault(original, new Report(original, List.of(original))));
      }
      stories.add(new Story(set.get(0), told));
    }
    return stories;
  }

  private static Union<String> union(Collection<List<String>> pairs) {
    Union<String> union = new Union<>();
    for (List<String> pair : pairs) {
      union.add(pair.get(0));
      union.add(pair.get(1));
      union.join(pair.get(0), pair.get(1));
    }
    return union;
  }

  /**
   * The id of the story that each report of a pair tells, from pairs as above; every other report
   * is a story of its own.
   */
  public static Map<String, String> storyOf(Collection<List<String>> pairs) {
    Union<String> union = union(pairs);
    Map<String, String> stories = new HashMap<>();
    for (List<String> pair : pairs) {
      pair.forEach(report -> stories.computeIfAbsent(report, union::root));
    }
    return stories;
  }

  /**
   * What several articles tell as one, and what only one tells.
   *
   * @param ends all statements, or all events
   */
  public List<Told> told(Collection<End> ends, Collection<CrossLink> links) {
    List<End> ordered = new ArrayList<>(new TreeSet<>(ends));
    Map<End, Integer> places = new HashMap<>();
    ordered.forEach(end -> places.put(end, places.size()));
    List<int[]> same = new ArrayList<>();
    for (CrossLink link : links) {
      Integer from = places.get(link.from());
      Integer to = places.get(link.to());
      if (link.relation() == CrossRelation.SAME && from != null && to != null) {
        same.add(new int[] {from, to});
      }
    }
    return told(ordered, same);
  }

  /**
   * The same, of statements or events in order.
   *
   * @param same pairs of places in the list that tell the same
   */
  public List<Told> told(List<End> ordered, Collection<int[]> same) {
    int[] first = new int[ordered.size()];
    Arrays.setAll(first, place -> place);
    for (int[] pair : same) {
      int one = first(first, pair[0]);
      int other = first(first, pair[1]);
      first[Math.max(one, other)] = Math.min(one, other);
    }
    Map<Integer, List<End>> sets = new TreeMap<>();
    for (int place = 0; place < first.length; place++) {
      sets.computeIfAbsent(first(first, place), key -> new ArrayList<>()).add(ordered.get(place));
    }
    List<Told> told = new ArrayList<>();
    for (List<End> members : sets.values()) {
      Set<String> articles = new HashSet<>();
      Set<String> independent = new HashSet<>();
      for (End member : members) {
        articles.add(member.article());
        independent.add(report(member.article()));
      }
      told.add(new Told(members.get(0).toString(), members, independent.size(), articles.size()));
    }
    return told;
  }

  /** The first of the set that holds a place. */
  private static int first(int[] first, int place) {
    int at = place;
    while (first[at] != at) {
      first[at] = first[first[at]];
      at = first[at];
    }
    return at;
  }
}
