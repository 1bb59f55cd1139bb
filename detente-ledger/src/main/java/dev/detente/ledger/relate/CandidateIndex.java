package dev.detente.ledger.relate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the articles that may have links with another, in memory: those with a common key, the ones
 * that share most meanings first, then those with most common keys. What a database or a keyed
 * stream does for many articles, this does for as many as fit in memory. Not thread-safe.
 */
public final class CandidateIndex {
  /** Articles that one article is compared with. */
  public static final int MOST = 60;

  private final Map<String, List<ArticleSketch>> byKey = new HashMap<>();
  private final Map<String, ArticleSketch> byId = new TreeMap<>();

  /** Adds an article; one with the same id is replaced. */
  public void add(ArticleSketch article) {
    ArticleSketch before = byId.put(article.id(), article);
    if (before != null) {
      before.keys().forEach(key -> byKey.getOrDefault(key, new ArrayList<>()).remove(before));
    }
    article.keys().forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>(2)).add(article));
  }

  /** The articles with a common key, at most {@link #MOST}. */
  public List<ArticleSketch> candidates(ArticleSketch article) {
    Map<String, Integer> common = new HashMap<>();
    for (String key : article.keys()) {
      for (ArticleSketch other : byKey.getOrDefault(key, List.of())) {
        if (!other.id().equals(article.id())) {
          common.merge(other.id(), 1, Integer::sum);
        }
      }
    }
    int[] meanings = article.meanings();
    Map<String, Integer> alike = new HashMap<>();
    for (String id : common.keySet()) {
      ArticleSketch other = byId.get(id);
      if (other != null) {
        alike.put(id, ArticleSketch.shared(meanings, other.meanings()));
      }
    }
    List<String> ids = new ArrayList<>(common.keySet());
    ids.sort(
        Comparator.comparing((String id) -> -alike.getOrDefault(id, 0))
            .thenComparing(id -> -common.getOrDefault(id, 0))
            .thenComparing(Comparator.naturalOrder()));
    List<ArticleSketch> candidates = new ArrayList<>();
    for (String id : ids.subList(0, Math.min(MOST, ids.size()))) {
      ArticleSketch found = byId.get(id);
      if (found != null) {
        candidates.add(found);
      }
    }
    return candidates;
  }

  /** All articles, by id. */
  public List<ArticleSketch> all() {
    return Collections.unmodifiableList(new ArrayList<>(byId.values()));
  }

  /** All links between the articles, in order. */
  public List<CrossLink> links(Relater relater) {
    Map<String, CrossLink> links = new HashMap<>();
    for (ArticleSketch article : byId.values()) {
      for (ArticleSketch other : candidates(article)) {
        for (CrossLink link : relater.relate(article, other)) {
          links.put(link.from() + " " + link.relation() + " " + link.to(), link);
        }
      }
    }
    List<CrossLink> ordered = new ArrayList<>(links.values());
    ordered.sort(CrossLink.ORDER);
    return ordered;
  }
}
