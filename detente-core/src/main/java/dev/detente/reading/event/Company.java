package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who goes with what a statement does by what else the article tells: who was mentioned last before
 * it, who was last spoken of or spoke, and with whom its words stand elsewhere ("the quotas" with
 * those who proposed quotas). Not thread-safe; of one article.
 */
final class Company {
  /** How many sentences away is looked for, so that a long article costs in proportion. */
  private static final int WINDOW = 40;

  /** Words shorter than this say too little. */
  private static final int SHORTEST = 4;

  /** Words that begin alike over this many letters are taken for one. */
  private static final int STEM = 6;

  /** Ranks from here on are one. */
  private static final int LAST = 3;

  private final AnalysedArticle article;
  private final Cast cast;
  private final Naming naming;
  private final List<List<String>> actors = new ArrayList<>();
  private final List<Set<String>> words = new ArrayList<>();
  private final Map<String, Integer> sentencesWith = new HashMap<>();

  /** Who says what stands in a sentence. */
  private final Map<Integer, String> speakers = new HashMap<>();

  Company(
      AnalysedArticle article,
      Cast cast,
      Chunks chunks,
      Naming naming,
      List<Statement> statements) {
    this.article = article;
    this.cast = cast;
    this.naming = naming;
    for (int s = 0; s < article.sentences().size(); s++) {
      List<String> here = new ArrayList<>();
      chunks.of(s, article.sentence(s)).forEach(chunk -> here.add(chunk.actor()));
      actors.add(here);
      Set<String> own = words(s, article.sentence(s).span());
      words.add(own);
      own.forEach(word -> sentencesWith.merge(word, 1, Integer::sum));
    }
    for (Statement statement : statements) {
      String speaker = statement.speaker();
      if (speaker == null) {
        continue;
      }
      for (Span content : statement.content()) {
        for (int s : sentencesOf(content)) {
          speakers.putIfAbsent(s, speaker);
        }
      }
    }
  }

  private List<Integer> sentencesOf(Span span) {
    List<Integer> found = new ArrayList<>();
    for (int s = Math.max(0, article.sentenceAt(span.start()));
        s < article.sentences().size() && article.sentence(s).span().start() < span.end();
        s++) {
      found.add(s);
    }
    return found;
  }

  /** The words within a stretch of a sentence that name something but actors, by their stems. */
  private Set<String> words(int index, Span within) {
    Sentence sentence = article.sentence(index);
    Set<String> found = new HashSet<>();
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      boolean telling =
          switch (word.upos()) {
            case "NOUN", "VERB", "ADJ", "PROPN" -> true;
            default -> false;
          };
      String lemma = Tree.lemma(word);
      if (telling
          && lemma.length() >= SHORTEST
          && within.contains(word.span())
          && cast.actorAt(index, i) == null) {
        found.add(lemma.substring(0, Math.min(STEM, lemma.length())));
      }
    }
    return found;
  }

  /** Whom a sentence is about: the subject of its main clause, and who says it. */
  private List<String> leads(int index) {
    List<String> found = new ArrayList<>();
    String subject = naming.subject(index);
    if (subject != null) {
      found.add(subject);
    }
    String speaker = speakers.get(index);
    if (speaker != null && !speaker.equals(subject)) {
      found.add(speaker);
    }
    return found;
  }

  /** Actors by how they go with one event, the first first. */
  static final class Order {
    private final Map<String, Integer> recent = new HashMap<>();
    private final Map<String, Integer> recentAbroad = new HashMap<>();
    private final Map<String, Integer> recentLead = new HashMap<>();
    private final Map<String, Double> alike = new HashMap<>();
    private final Map<String, Double> alikeLead = new HashMap<>();

    /** Names of what speaks for an actor. */
    List<String> features(String actor) {
      List<String> found = new ArrayList<>();
      found.add("recent=" + rank(recent, actor));
      found.add("recent-abroad=" + rank(recentAbroad, actor));
      found.add("recent-lead=" + rank(recentLead, actor));
      found.add("alike=" + rankOf(alike, actor));
      found.add("alike-lead=" + rankOf(alikeLead, actor));
      double best = alike.getOrDefault(actor, 0.0);
      found.add("alike-by=" + (best == 0 ? "none" : best < 3 ? "low" : best < 6 ? "some" : "much"));
      return found;
    }

    private static String rank(Map<String, Integer> ranks, String actor) {
      Integer rank = ranks.get(actor);
      return rank == null ? "none" : String.valueOf(Math.min(rank, LAST));
    }

    private static String rankOf(Map<String, Double> scores, String actor) {
      Double own = scores.get(actor);
      if (own == null) {
        return "none";
      }
      int rank = 0;
      for (double other : scores.values()) {
        rank += other > own ? 1 : 0;
      }
      return String.valueOf(Math.min(rank, LAST));
    }
  }

  /**
   * @param statement the draft's own
   * @param known the party already found, which is left out; null for none
   */
  Order order(Draft draft, Statement statement, @Nullable String known) {
    Order order = new Order();
    int home = draft.source().sentence();
    Set<String> own = new HashSet<>();
    Set<Integer> taken = new HashSet<>();
    taken.add(home);
    for (Span content : statement.content()) {
      for (int s : sentencesOf(content)) {
        taken.add(s);
        own.addAll(words(s, content));
      }
    }
    recent(home, known, order);
    for (int s = Math.max(0, home - WINDOW);
        s < Math.min(article.sentences().size(), home + WINDOW + 1);
        s++) {
      if (taken.contains(s)) {
        continue;
      }
      double shared = 0;
      for (String word : own) {
        if (words.get(s).contains(word)) {
          shared += Math.log((double) words.size() / sentencesWith.getOrDefault(word, 1));
        }
      }
      if (shared > 0) {
        for (String actor : actors.get(s)) {
          best(order.alike, actor, known, shared);
        }
        for (String actor : leads(s)) {
          best(order.alikeLead, actor, known, shared);
        }
      }
    }
    return order;
  }

  private static void best(
      Map<String, Double> scores, String actor, @Nullable String known, double score) {
    if (!actor.equals(known)) {
      scores.merge(actor, score, Math::max);
    }
  }

  private void recent(int home, @Nullable String known, Order order) {
    String country = known == null ? null : cast.actor(known).country();
    Set<String> seen = new LinkedHashSet<>();
    Set<String> led = new LinkedHashSet<>();
    for (int s = home - 1; s >= Math.max(0, home - WINDOW); s--) {
      List<String> back = new ArrayList<>(actors.get(s));
      Collections.reverse(back);
      seen.addAll(back);
      led.addAll(leads(s));
    }
    if (known != null) {
      seen.remove(known);
      led.remove(known);
    }
    for (String actor : seen) {
      order.recent.put(actor, order.recent.size());
      if (country == null || !Objects.equals(country, cast.actor(actor).country())) {
        order.recentAbroad.put(actor, order.recentAbroad.size());
      }
    }
    for (String actor : led) {
      order.recentLead.put(actor, order.recentLead.size());
    }
  }
}
