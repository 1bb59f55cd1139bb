package dev.detente.reading.link;

import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.StatementKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What speaks for or against a link from one statement to another: named features with values. A
 * pure function of the two statements and, inside one article, of where they stand; so the same
 * function serves links inside an article and across articles.
 */
final class LinkFeatures {
  /** What somebody did of whom one says "the demand", by category of {@code links.yaml}. */
  private static final Map<String, List<String>> MEANS =
      Map.of(
          "claim", List.of("claim", "blame"),
          "demand", List.of("demand"),
          "proposal", List.of("promise", "demand"),
          "blame", List.of("blame"),
          "threat", List.of("threaten", "claim"),
          "promise", List.of("promise"),
          "praise", List.of("agree"),
          "denial", List.of("deny"),
          "refuse", List.of("refuse"));

  /** By two acts, and by two kinds, what both are together: {@code deny>claim}. */
  private static final String[][] GROUPS = both(Act.values(), LinkFeatures::group);

  private static final String[][] KINDS = both(StatementKind.values(), StatementKind::label);

  private static <T> String[][] both(T[] all, Function<T, String> name) {
    String[][] both = new String[all.length][all.length];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) {
        both[i][j] = name.apply(all[i]) + ">" + name.apply(all[j]);
      }
    }
    return both;
  }

  /** Takes features one by one, each once and always in the same order. */
  interface Taker {
    /** A feature, its name in pieces, some of which may be empty. */
    void take(double value, String first, String second, String third, String fourth);
  }

  private final LinkStatement from;
  private final LinkStatement to;
  private final Taker taker;
  private final String speaker;
  private final String group;
  private final String toGroup;
  private final String groups;
  private final String kinds;
  private final String target;
  private final boolean sameAct;

  private LinkFeatures(LinkStatement from, LinkStatement to, Taker taker) {
    this.from = from;
    this.to = to;
    this.taker = taker;
    this.speaker = speakers(from, to);
    this.group = group(from.act());
    this.toGroup = group(to.act());
    this.groups = GROUPS[from.act().ordinal()][to.act().ordinal()];
    this.kinds = KINDS[from.kind().ordinal()][to.kind().ordinal()];
    this.target = target(from, to);
    this.sameAct = from.act() == to.act();
  }

  /** The features of a pair by their names, as {@link #tell} tells them. */
  static Map<String, Double> of(LinkStatement from, LinkStatement to, Standing standing) {
    Map<String, Double> features = new LinkedHashMap<>();
    tell(
        from,
        to,
        standing,
        (value, first, second, third, fourth) ->
            features.put(first + second + third + fourth, value));
    return features;
  }

  /**
   * Tells the features of a pair.
   *
   * @param from the statement that may deny, reject, confirm, repeat or answer
   * @param to the statement that it may do so to
   * @param standing where they stand
   */
  static void tell(LinkStatement from, LinkStatement to, Standing standing, Taker taker) {
    LinkFeatures pair = new LinkFeatures(from, to, taker);
    Overlap overlap = Overlap.of(from, to);
    pair.acts();
    pair.places(place(standing));
    if (standing instanceof Between between) {
      pair.between(between, overlap);
    }
    pair.overlap(overlap);
    pair.neutral();
    pair.cue();
    pair.targets();
    pair.topics();
    pair.polarity(overlap);
    pair.lengths();
  }

  private void put(String name) {
    put(name, "", "", "");
  }

  private void put(String first, String second) {
    put(first, second, "", "");
  }

  private void put(String first, String second, String third) {
    put(first, second, third, "");
  }

  private void put(String first, String second, String third, String fourth) {
    taker.take(1, first, second, third, fourth);
  }

  private void put(double value, String first, String second) {
    taker.take(value, first, second, "", "");
  }

  private void acts() {
    put("bias");
    put("from=", from.act().label());
    put("to=", to.act().label());
    put("acts=", from.act().label(), ">", to.act().label());
    put("acts=", groups, " ", speaker);
    put("speaker=", speaker);
    put("kinds=", kinds, " ", speaker);
    if (sameAct) {
      put("same act");
      put("same act ", speaker);
    }
    if (speaker.equals("country")) {
      put("speakers=", kind(from), ">", kind(to));
    }
  }

  private static String kind(LinkStatement statement) {
    ActorKind kind = statement.speakerKind();
    return kind == null ? "none" : kind.label();
  }

  private static String speakers(LinkStatement from, LinkStatement to) {
    if (from.speaker() == null || to.speaker() == null) {
      return "unknown";
    }
    if (from.speaker().equals(to.speaker())) {
      return "same";
    }
    return from.country() != null && from.country().equals(to.country()) ? "country" : "other";
  }

  private static String place(Standing standing) {
    if (!(standing instanceof Between between)) {
      return "elsewhere";
    }
    int distance = between.distance();
    return switch (distance) {
      case -1 -> "after1";
      case 1 -> "before1";
      case 2 -> "before2";
      case 3 -> "before3";
      case 4, 5 -> "before5";
      default -> distance < 0 ? "after2" : "before6";
    };
  }

  /** Acts that behave alike as source or target of links. */
  static String group(Act act) {
    return switch (act) {
      case DENY -> "deny";
      case REFUSE -> "refuse";
      case CONFIRM, SUPPORT, PRAISE -> "agree";
      case ACCUSE, CRITICISE -> "blame";
      case CLAIM, WARN -> "claim";
      case DEMAND, ASK -> "demand";
      case PROMISE, OFFER, APOLOGISE -> "promise";
      case THREATEN -> "threaten";
      case SAY, HOPE -> "say";
    };
  }

  private void places(String place) {
    put("place=", place);
    put("place=", place, " ", group);
    put("place=", place, " ", speaker);
    if (sameAct) {
      put("same act ", speaker, " ", place);
    }
  }

  private void between(Between between, Overlap overlap) {
    int passages = between.passages();
    String apart = passages == 0 ? "same" : passages < 0 ? "after" : passages == 1 ? "next" : "far";
    put("passage=", apart, " ", speaker);
    put("passage=", apart, " ", group);
    if (between.sameSentence()) {
      put("same sentence");
      put("same sentence ", speaker);
    }
    if (to.heading() && !from.heading()) {
      put("to heading ", speaker);
      put("to heading ", speaker, between.first() ? " first" : " later");
      if (between.distance() == 1) {
        put("next to heading ", speaker);
      }
      if (sameAct) {
        put("to heading same act ", speaker);
      }
    }
    if (from.heading()) {
      put("from heading");
    }
    if (between.nearestOther()) {
      put("nearest other ", group);
      put("nearest other ", groups);
    }
    if (between.nearestSame()) {
      String words = overlap.shared() == 0 ? "none" : overlap.rarest() >= 0.5 ? "rare" : "common";
      put("nearest same");
      put("nearest same ", apart, sameAct ? " same act" : "");
      put("nearest same ", apart, " ", kinds);
      put("nearest same ", kinds, " ", words);
      put("nearest same ", kinds, " ", toGroup);
      if (between.distance() == 1) {
        put("next ", kinds, " ", apart);
        put("next ", words, sameAct ? " same act" : "");
      }
    }
    if (between.nearestAct()) {
      put("nearest act ", group);
      put("nearest act ", groups);
    }
    if (between.nearestNaming()) {
      put("nearest naming");
      put("nearest naming ", groups);
    }
    if (between.nearestBlame()) {
      put("nearest blame");
      put("nearest blame ", group);
    }
    if (between.nearestMeant()) {
      put("nearest meant");
      put("nearest meant ", groups);
    }
    if (between.own() != null) {
      put("own between=", group(between.own()), " ", speaker);
      put("own between=", group(between.own()), " ", groups);
    }
    if (between.best()) {
      put("best ", speaker);
      put("best ", group);
      put("best ", groups);
    }
    if (between.begins()) {
      put("begins ", speaker);
      if (between.nearestRun()) {
        put("begins nearest run ", group);
        put("begins nearest run ", groups);
      }
    }
    if (between.first()) {
      put("first ", speaker);
    }
  }

  private void overlap(Overlap overlap) {
    int shared = overlap.shared();
    double share = Math.max(overlap.ofFrom(), overlap.ofTo());
    put(share, "overlap ", speaker);
    put(share, "overlap ", group);
    put(overlap.ofFrom(), "overlap of from ", speaker);
    put(overlap.ofTo(), "overlap of to ", speaker);
    put(overlap.rarest(), "rarest ", speaker);
    taker.take(share, "overlap ", kinds, " ", speaker);
    put(overlap.loose(), "loose ", speaker);
    put(overlap.loose(), "loose ", group);
    put("shared=", String.valueOf(Math.min(3, shared)), " ", speaker);
    if (share >= 0.5 && shared >= 2) {
      put("much shared ", speaker);
    }
    if (Overlap.shared(from.names(), to.names()) > 0) {
      put("names shared ", speaker);
    }
    if (Overlap.shared(from.numbers(), to.numbers()) > 0) {
      put("numbers shared ", speaker);
    }
    if (Overlap.shared(from.actors(), to.actors()) > 0) {
      put("actors shared ", speaker);
    }
  }

  /** What holds whatever the two languages are: who, where, what kind of thing happens. */
  private void neutral() {
    if (Overlap.shared(from.countries(), to.countries()) > 0) {
      put("countries shared ", speaker);
    }
    if (Overlap.shared(from.places(), to.places()) > 0) {
      put("places shared ", speaker);
    }
    if (!from.events().isEmpty() && !to.events().isEmpty()) {
      boolean shared = !Collections.disjoint(from.events(), to.events());
      put(shared ? "events shared " : "events differ ", speaker);
      put(shared ? "events shared " : "events differ ", group);
    }
  }

  /** The words that attribute the source ("svarte" answers), and those of a short one. */
  private void cue() {
    String who = speaker.equals("same") ? " same" : " other";
    for (String word : from.cue()) {
      put("cue ", word, who);
    }
    for (String word : from.says()) {
      put("says ", word, who);
    }
    if (from.cue().isEmpty()) {
      put("no cue ", speaker);
    }
  }

  /**
   * The groups of acts that a short source names: what its "demand" or "claim" was. Empty when its
   * words are many or name none.
   */
  static Set<String> means(LinkStatement statement) {
    Set<String> means = new HashSet<>();
    if (statement.words() > LinkDescriber.SHORT) {
      return means;
    }
    for (String topic : statement.topics()) {
      if (topic.startsWith("said:")) {
        means.addAll(MEANS.getOrDefault(topic.substring("said:".length()), List.of()));
      }
    }
    return means;
  }

  /** How a statement speaks of, to or about another's speaker: "none" when it does not. */
  static String target(LinkStatement from, LinkStatement to) {
    if (from.speaker() != null && from.speaker().equals(to.addressee())) {
      return "addressed";
    }
    if (from.speaker() != null && to.actors().contains(from.speaker())) {
      return "named";
    }
    return from.country() != null && to.countries().contains(from.country()) ? "country" : "none";
  }

  private void targets() {
    if (speaker.equals("same")) {
      return;
    }
    put("target=", target);
    put("target=", target, " ", group);
    put("target=", target, " ", groups);
    if (to.speaker() != null) {
      if (from.actors().contains(to.speaker())) {
        put("speaks of the other");
      }
      if (from.frameActors().contains(to.speaker())) {
        put("frame names the other");
        put("frame names the other ", group);
      }
      if (to.speaker().equals(from.addressee())) {
        put("speaks to the other");
      }
    }
  }

  private void topics() {
    String who = speaker.equals("same") ? " same" : " other";
    for (String topic : from.topics()) {
      put(topic, who);
      put(topic, ">", toGroup);
    }
    for (String topic : to.topics()) {
      put("to ", topic, who);
      if (!topic.startsWith("said:")) {
        put(group, ">", topic, who);
      }
      for (String own : from.topics()) {
        if (!own.startsWith("said:") && !topic.startsWith("said:")) {
          put(own, ">", topic, who);
        } else if (own.equals(topic)) {
          put("both ", topic, who);
        } else if (!own.startsWith("said:") || own.equals("said:not")) {
          put(own, ">", topic, who);
        }
      }
    }
  }

  /** Whether one says "not" and the other does not. */
  private void polarity(Overlap overlap) {
    boolean differs = from.found("said:not") != to.found("said:not");
    String polarity = differs ? from.found("said:not") ? "turned to not" : "turned from not" : "";
    if (differs) {
      put(polarity, " ", speaker);
      put(polarity, " ", groups);
      if (overlap.shared() > 0) {
        put(polarity, " shared ", speaker);
      }
      if (!speaker.equals("same") && !target.equals("none")) {
        put(polarity, " target");
      }
    }
  }

  private void lengths() {
    String length = from.words() <= 3 ? "3" : from.words() <= 8 ? "8" : "9+";
    String toLength = to.words() <= 3 ? ">3 " : to.words() <= 8 ? ">8 " : ">9+ ";
    put("length=", length, " ", group);
    put("lengths=", length, toLength, speaker);
    if (sameAct) {
      put("lengths ", from.words() > to.words() ? "longer " : "shorter ", speaker);
    }
  }
}
