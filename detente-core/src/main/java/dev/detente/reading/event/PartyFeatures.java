package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.plover.Trigger;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against an actor of the article being a party to an event: its place in the
 * tree and in the sentence, what it is, and what has been told of it before. Features are names;
 * the party model gives each a weight.
 */
final class PartyFeatures {
  private static final int FAR = 4;
  private static final int OFTEN = 25;
  private static final int NEAR = 40;
  private static final int WINDOW = 25;

  private final AnalysedArticle article;
  private final Cast cast;
  private final Parties parties;
  private final Chunks chunks;
  private final Map<String, Integer> mentions = new LinkedHashMap<>();
  private final Map<String, Integer> firstSentence = new HashMap<>();

  /** Sentences that mention each actor, ascending. */
  private final Map<String, List<Integer>> sentences = new HashMap<>();

  /** The actor last mentioned before each sentence; empty for none. */
  private final List<String> lastBefore = new ArrayList<>();

  /** The actors mentioned most, most first. */
  private final List<String> often;

  PartyFeatures(AnalysedArticle article, Cast cast, Parties parties) {
    this.article = article;
    this.cast = cast;
    this.parties = parties;
    this.chunks = new Chunks(cast);
    String last = "";
    for (int s = 0; s < article.sentences().size(); s++) {
      lastBefore.add(last);
      for (Chunks.Chunk chunk : chunks.of(s, article.sentence(s))) {
        String actor = chunk.actor();
        last = actor;
        mentions.merge(actor, 1, Integer::sum);
        firstSentence.putIfAbsent(actor, s);
        List<Integer> at = sentences.computeIfAbsent(actor, a -> new ArrayList<>());
        if (at.isEmpty() || at.get(at.size() - 1) != s) {
          at.add(s);
        }
      }
    }
    List<String> byCount = new ArrayList<>(mentions.keySet());
    byCount.sort(
        Comparator.comparing((String actor) -> mentions.getOrDefault(actor, 0)).reversed());
    this.often = List.copyOf(byCount.subList(0, Math.min(OFTEN, byCount.size())));
  }

  /**
   * Who could be a party: everybody mentioned near the draft and those the article mentions most.
   * At most {@code OFTEN + NEAR} of them, so that a long article costs no more than in proportion.
   */
  List<String> candidates(Draft draft) {
    int home = draft.source().sentence();
    Set<String> found = new LinkedHashSet<>(often);
    for (int distance = 0; distance <= WINDOW && found.size() < OFTEN + NEAR; distance++) {
      add(home - distance, found);
      if (distance > 0) {
        add(home + distance, found);
      }
    }
    return new ArrayList<>(found);
  }

  private void add(int sentence, Set<String> found) {
    if (sentence < 0 || sentence >= article.sentences().size()) {
      return;
    }
    for (Chunks.Chunk chunk : chunks.of(sentence, article.sentence(sentence))) {
      if (found.size() < OFTEN + NEAR) {
        found.add(chunk.actor());
      }
    }
  }

  /**
   * Features of one candidate.
   *
   * @param known the party already found (the actor, when a recipient is looked for); null when
   *     none
   */
  List<String> of(Draft draft, String candidate, @Nullable String known, Discourse discourse) {
    List<String> features = new ArrayList<>();
    Actor actor = cast.actor(candidate);
    features.add("kind=" + actor.kind().label());
    features.add("sector=" + (actor.sector() == null ? "none" : actor.sector()));
    int count = mentions.getOrDefault(candidate, 0);
    features.add("mentions=" + (count >= 5 ? "5+" : count >= 3 ? "3-4" : String.valueOf(count)));
    int first = firstSentence.getOrDefault(candidate, FAR);
    features.add("first=" + (first <= 1 ? "top" : "later"));
    if (candidate.equals(cast.outlet())) {
      features.add("outlet");
    }
    if (known != null) {
      Actor other = cast.actor(known);
      if (actor.country() != null && other.country() != null) {
        boolean same = Objects.equals(actor.country(), other.country());
        features.add(same ? "same-country" : "other-country");
        if (!same && actor.kind() == dev.detente.record.ActorKind.STATE) {
          features.add("foreign-state");
        }
      }
      if (candidate.equals(discourse.targetOf(known))) {
        features.add("earlier-target");
      }
      if (candidate.equals(discourse.opponentOf(known))) {
        features.add("earlier-opponent");
      }
    }
    Draft previous = discourse.previous();
    if (previous != null) {
      if (previous.actors().contains(candidate)) {
        features.add("previous-actor");
      }
      if (previous.recipients().contains(candidate)) {
        features.add("previous-recipient");
      }
    }
    features.add("acted=" + Math.min(2, discourse.acted(candidate)));
    features.add("suffered=" + Math.min(2, discourse.suffered(candidate)));
    position(draft, candidate, features);
    Mention mention = draft.source().mention();
    if (mention != null) {
      roles(mention, candidate, features);
    }
    Statement statement = draft.source().statement();
    if (statement != null) {
      spoken(statement, draft, candidate, features);
    }
    return features;
  }

  private void position(Draft draft, String candidate, List<String> features) {
    int home = draft.source().sentence();
    int head = draft.source().head();
    boolean nearest = true;
    boolean here = false;
    int bestDistance = Integer.MAX_VALUE;
    String bestPlace = "";
    String closestOther = "";
    int otherDistance = Integer.MAX_VALUE;
    for (Chunks.Chunk chunk : chunks.of(home, article.sentence(home))) {
      int distance =
          chunk.end() <= head
              ? head - chunk.end()
              : chunk.start() > head ? chunk.start() - head : 0;
      if (chunk.actor().equals(candidate)) {
        here = true;
        if (distance < bestDistance) {
          bestDistance = distance;
          String where = chunk.end() <= head ? "before" : "after";
          String how =
              chunk.genitive()
                  ? "genitive"
                  : chunk.preposition() == null ? "bare" : "prep=" + chunk.preposition();
          bestPlace = where + ":" + how;
        }
      } else if (distance < otherDistance) {
        otherDistance = distance;
        closestOther = chunk.actor();
      }
    }
    if (here) {
      features.add("here");
      features.add("here:" + bestPlace);
      features.add("distance=" + (bestDistance <= 2 ? "2" : bestDistance <= 5 ? "5" : "far"));
      nearest = closestOther.isEmpty() || bestDistance <= otherDistance;
      if (nearest) {
        features.add("here:nearest");
      }
    } else {
      List<Integer> at = sentences.getOrDefault(candidate, List.of());
      int found = Collections.binarySearch(at, home);
      int next = found >= 0 ? found : -found - 1;
      features.add(next == 0 ? "before=none" : "before=" + Math.min(FAR, home - at.get(next - 1)));
      features.add(
          next >= at.size() ? "after=none" : "after=" + Math.min(FAR, at.get(next) - home));
      if (next > 0 && lastBefore.get(home).equals(candidate)) {
        features.add("last-mentioned");
      }
    }
    Passage passage = article.passageOf(article.sentence(home));
    if (passage != null && passage.kind() == PassageKind.HEADLINE) {
      features.add("headline:" + (here ? "here" : "elsewhere"));
    }
  }

  private void roles(Mention mention, String candidate, List<String> features) {
    Trigger trigger = mention.trigger();
    String part = trigger.part() == Trigger.Part.VERB ? "v" : "n";
    boolean passive =
        trigger.part() == Trigger.Part.VERB && Tree.passive(mention.tree(), mention.head());
    role(
        mention,
        trigger.all().isEmpty() ? trigger.actor() : trigger.all(),
        "actor",
        candidate,
        part,
        features);
    role(mention, trigger.recipient(), "recipient", candidate, part, features);
    for (String role : List.of("subj", "obj", "iobj", "gen", "adj", "light", "near")) {
      if (parties.holds(mention, role, candidate)) {
        features.add("role=" + role + ":" + part);
      }
    }
    if (passive) {
      features.add("passive");
    }
  }

  private void role(
      Mention mention,
      List<String> roles,
      String side,
      String candidate,
      String part,
      List<String> features) {
    for (int i = 0; i < roles.size(); i++) {
      String role = roles.get(i);
      if (parties.holds(mention, role, candidate)) {
        features.add(side + "-role");
        features.add(side + "-role:" + part + ":" + Math.min(i, 3));
        return;
      }
    }
    for (String role : roles) {
      if (candidate.equals(parties.byOrder(mention, role))) {
        features.add(side + "-order:" + part);
        return;
      }
    }
  }

  private void spoken(Statement statement, Draft draft, String candidate, List<String> features) {
    features.add(
        "act="
            + statement.act().label()
            + (candidate.equals(statement.addressee()) ? ":addressee" : ""));
    if (candidate.equals(statement.addressee())) {
      features.add("addressee");
    }
    if (statement.via().contains(candidate)) {
      features.add("via");
    }
    int order = 0;
    boolean found = false;
    for (Span content : statement.content()) {
      for (int s = Math.max(0, article.sentenceAt(content.start()));
          !found
              && s < article.sentences().size()
              && article.sentence(s).span().start() < content.end();
          s++) {
        Sentence sentence = article.sentence(s);
        for (Chunks.Chunk chunk : chunks.of(s, sentence)) {
          if (!content.contains(sentence.word(chunk.start()).span())
              || chunk.actor().equals(statement.speaker())) {
            continue;
          }
          if (!chunk.actor().equals(candidate)) {
            order++;
            continue;
          }
          found = true;
          Word word = sentence.word(head(sentence, chunk));
          features.add("content=" + (order == 0 ? "first" : order == 1 ? "second" : "later"));
          features.add("content:" + word.relation());
          String preposition = chunk.preposition();
          if (chunk.genitive()) {
            features.add("content:genitive");
          } else if (preposition != null) {
            features.add("content:prep=" + preposition);
          } else {
            features.add("content:bare");
          }
          break;
        }
      }
    }
    if (!found && order == 0) {
      features.add("content-names-nobody");
    }
    // Parties of the cue's own clause: "anklager Russland for ...".
    Sentence home = article.sentence(draft.source().sentence());
    int cue = draft.source().head();
    for (int child : home.children(cue)) {
      if (candidate.equals(cast.actorAt(draft.source().sentence(), child))) {
        features.add("cue:" + home.word(child).relation());
      }
    }
  }

  private static int head(Sentence sentence, Chunks.Chunk chunk) {
    for (int i = chunk.start(); i < chunk.end(); i++) {
      int head = sentence.word(i).head();
      if (head < chunk.start() || head >= chunk.end()) {
        return i;
      }
    }
    return chunk.start();
  }
}
