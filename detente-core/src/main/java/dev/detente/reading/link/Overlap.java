package dev.detente.reading.link;

import java.util.Map;
import java.util.Set;

/**
 * What two statements say in the same words. Words count as the same when they begin alike, or when
 * one is the last part of the other ("avtalen", "våpenhvileavtalen").
 *
 * @param shared number of content words of the one that the other has too
 * @param ofFrom share of the source's content words that the target has, weighted by rarity
 * @param ofTo share of the target's content words that the source has, weighted by rarity
 * @param loose share of the shorter beginnings of the one with fewer of them that the other has
 * @param rarest rarity of the rarest word that both have; 0 when they have none
 */
record Overlap(int shared, double ofFrom, double ofTo, double loose, double rarest) {
  /** Letters that a word must have to be found inside a compound. */
  private static final int PART = 5;

  /** Letters that must stand before it there. */
  private static final int BEFORE = 3;

  static Overlap of(LinkStatement from, LinkStatement to) {
    double all = 0;
    double both = 0;
    double rarest = 0;
    int shared = 0;
    for (Map.Entry<String, Double> stem : from.stems().entrySet()) {
      all += stem.getValue();
      if (has(to, stem.getKey())) {
        both += stem.getValue();
        rarest = Math.max(rarest, stem.getValue());
        shared++;
      }
    }
    double allOfTo = 0;
    double bothOfTo = 0;
    for (Map.Entry<String, Double> stem : to.stems().entrySet()) {
      allOfTo += stem.getValue();
      if (has(from, stem.getKey())) {
        bothOfTo += stem.getValue();
      }
    }
    int fewer = Math.min(from.loose().size(), to.loose().size());
    return new Overlap(
        shared,
        all == 0 ? 0 : both / all,
        allOfTo == 0 ? 0 : bothOfTo / allOfTo,
        fewer == 0 ? 0 : shared(from.loose(), to.loose()) / (double) fewer,
        rarest);
  }

  private static boolean has(LinkStatement statement, String stem) {
    return statement.stems().containsKey(stem) || endsOne(stem, statement.forms());
  }

  private static boolean endsOne(String stem, Set<String> forms) {
    if (stem.length() < PART) {
      return false;
    }
    for (String form : forms) {
      if (form.indexOf(stem, BEFORE) >= 0) {
        return true;
      }
    }
    return false;
  }

  static int shared(Set<String> some, Set<String> others) {
    int count = 0;
    Set<String> small = some.size() <= others.size() ? some : others;
    Set<String> large = small == some ? others : some;
    for (String one : small) {
      if (large.contains(one)) {
        count++;
      }
    }
    return count;
  }
}
