package dev.detente.ledger.story;

import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes sheets of claims from statements and links, those within articles too. Stateless. */
public final class Claims {
  private Claims() {}

  /**
   * A sheet for every claim that somebody denies, rejects or confirms, those with most voices
   * first.
   *
   * @param voices all statements
   * @param links within and across articles
   * @param stories which articles print one report
   */
  public static List<ClaimSheet> sheets(
      Collection<Voice> voices, Collection<CrossLink> links, Stories stories) {
    Map<End, Voice> byEnd = new HashMap<>();
    voices.forEach(voice -> byEnd.put(voice.end(), voice));
    Map<End, Told> told = new HashMap<>();
    for (Told one : stories.told(byEnd.keySet(), sameAndRepeated(links))) {
      one.members().forEach(member -> told.put(member, one));
    }
    Map<String, Told> claims = new TreeMap<>();
    Map<String, Set<End>> denials = new HashMap<>();
    Map<String, Set<End>> confirmations = new HashMap<>();
    for (CrossLink link : links) {
      Told claim = told.get(link.to());
      Told answer = told.get(link.from());
      if (claim == null || answer == null || claim == answer) {
        continue;
      }
      boolean denies =
          link.relation() == CrossRelation.DENIES || link.relation() == CrossRelation.REJECTS;
      if (denies || link.relation() == CrossRelation.CONFIRMS) {
        claims.put(claim.id(), claim);
        (denies ? denials : confirmations)
            .computeIfAbsent(claim.id(), key -> new TreeSet<>())
            .addAll(answer.members());
      }
    }
    List<ClaimSheet> sheets = new ArrayList<>();
    for (Told claim : claims.values()) {
      sheets.add(
          sheet(
              claim,
              denials.getOrDefault(claim.id(), Set.of()),
              confirmations.getOrDefault(claim.id(), Set.of()),
              byEnd));
    }
    sheets.sort(
        Comparator.comparingInt(
                (ClaimSheet sheet) -> -(sheet.claims().size() + sheet.denials().size()))
            .thenComparing(ClaimSheet::id));
    return sheets;
  }

  /** What repeats a statement of its own article is the same claim once more. */
  private static List<CrossLink> sameAndRepeated(Collection<CrossLink> links) {
    List<CrossLink> same = new ArrayList<>();
    for (CrossLink link : links) {
      if (link.relation() == CrossRelation.SAME) {
        same.add(link);
      } else if (link.relation() == CrossRelation.REPEATS
          && link.from().article().equals(link.to().article())) {
        same.add(
            new CrossLink(
                link.from(), CrossRelation.SAME, link.to(), link.confidence(), link.why()));
      }
    }
    return same;
  }

  private static ClaimSheet sheet(
      Told claim, Set<End> denials, Set<End> confirmations, Map<End, Voice> byEnd) {
    Set<String> claiming = articles(claim.members());
    Set<String> denying = articles(denials);
    return new ClaimSheet(
        claim.id(),
        voices(claim.members(), byEnd),
        voices(denials, byEnd),
        voices(confirmations, byEnd),
        denials.isEmpty() ? List.of() : without(claiming, denying),
        without(denying, claiming),
        claim.reports());
  }

  private static Set<String> articles(Collection<End> ends) {
    Set<String> articles = new TreeSet<>();
    ends.forEach(end -> articles.add(end.article()));
    return articles;
  }

  private static List<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(new HashSet<>(others));
    return new ArrayList<>(rest);
  }

  private static List<Voice> voices(Collection<End> ends, Map<End, Voice> byEnd) {
    List<Voice> voices = new ArrayList<>();
    for (End end : ends) {
      Voice voice = byEnd.get(end);
      if (voice != null) {
        voices.add(voice);
      }
    }
    voices.sort(Voice.ORDER);
    return voices;
  }
}
