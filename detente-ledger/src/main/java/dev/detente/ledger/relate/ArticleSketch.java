package dev.detente.ledger.relate;

import dev.detente.ledger.identity.ActorSketch;
import dev.detente.reading.link.LinkStatement;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of an article with others: made once by {@link Sketcher}, then used for every
 * pair; {@link SketchBytes} keeps it. Immutable and thread-safe.
 */
public final class ArticleSketch {
  /** Meanings of an article that are counted to see which others are most like it. */
  static final int MEANINGS = 128;

  private final String id;
  private final @Nullable DayRange published;
  private final List<ActorSketch> actors;
  private final List<StatementSketch> statements;
  private final List<EventSketch> events;
  private final List<Link> links;
  private final Descriptions described;
  private final Alike.Rarity said = new Alike.Rarity();
  private final Alike.Rarity told = new Alike.Rarity();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Integer, List<Integer>> answers = new TreeMap<>();

  /** The statements as the score of links needs them; those kept in bytes are read when asked. */
  @FunctionalInterface
  interface Descriptions {
    Map<String, LinkStatement> get();
  }

  ArticleSketch(
      String id,
      @Nullable DayRange published,
      List<ActorSketch> actors,
      List<StatementSketch> statements,
      List<EventSketch> events,
      List<Link> links,
      Descriptions described) {
    this.id = id;
    this.published = published;
    this.actors = List.copyOf(actors);
    this.statements = List.copyOf(statements);
    this.events = List.copyOf(events);
    this.links = List.copyOf(links);
    this.described = described;
    this.statements.forEach(statement -> said.add(statement.meaning()));
    this.events.forEach(event -> told.add(event.meaning()));
    for (int i = 0; i < this.statements.size(); i++) {
      places.put(this.statements.get(i).id(), i);
    }
    for (Link link : this.links) {
      int from = place(link.from());
      int to = place(link.to());
      if (link.relation() != Relation.REPEATS && from >= 0 && to >= 0) {
        answers.computeIfAbsent(from, key -> new ArrayList<>(2)).add(to);
      }
    }
  }

  /** The article's id. */
  public String id() {
    return id;
  }

  /** Who the article's actors are, in the order of the record; none of one read from bytes. */
  public List<ActorSketch> actors() {
    return actors;
  }

  /**
   * Under what the article is found: two articles without a common key have no link. At most
   * {@value Keys#MOST}, in alphabetical order.
   */
  public Set<String> keys() {
    return Keys.of(published, statements, events);
  }

  /**
   * A sample of what its statements and events mean, by hashes, ascending; countries are left out,
   * which the keys know. At most {@value #MEANINGS}, the same ones in every article.
   */
  public int[] meanings() {
    Set<String> all = new TreeSet<>();
    statements.forEach(statement -> all.addAll(statement.meaning()));
    events.forEach(event -> all.addAll(event.meaning()));
    int[] hashes =
        all.stream()
            .filter(meaning -> meaning.charAt(0) != '@')
            .mapToInt(meaning -> mixed(meaning.hashCode()))
            .sorted()
            .distinct()
            .toArray();
    return Arrays.copyOf(hashes, Math.min(MEANINGS, hashes.length));
  }

  /** Spreads similar strings' hashes, so that those which are kept are any. */
  private static int mixed(int hash) {
    int mixed = hash * 0x9E3779B1;
    mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 13);
  }

  /** How many of two articles' {@link #meanings} are the same. */
  public static int shared(int[] one, int[] other) {
    int shared = 0;
    int j = 0;
    for (int i = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        shared++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  @Nullable DayRange published() {
    return published;
  }

  List<StatementSketch> statements() {
    return statements;
  }

  /** Which of the statements has this id, from 0; -1 when none has. */
  int place(String statement) {
    return places.getOrDefault(statement, -1);
  }

  /** Which of its statements answer which: deny, reject, confirm or answer them. */
  Map<Integer, List<Integer>> answers() {
    return answers;
  }

  List<EventSketch> events() {
    return events;
  }

  /** The links within the article. */
  List<Link> links() {
    return links;
  }

  /** How often its statements mean what. */
  Alike.Rarity said() {
    return said;
  }

  /** How often its events mean what. */
  Alike.Rarity told() {
    return told;
  }

  /** A statement as the score of links needs it; null when there is none of this id. */
  @Nullable LinkStatement described(String id) {
    return described.get().get(id);
  }

  /** All statements as the score of links needs them, by id. */
  Map<String, LinkStatement> described() {
    return new HashMap<>(described.get());
  }
}
