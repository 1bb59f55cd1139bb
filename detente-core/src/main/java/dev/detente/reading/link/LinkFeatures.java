package dev.detente.reading.link;

import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private final LinkStatement from;
  private final LinkStatement to;
  private final Map<String, Double> features = new LinkedHashMap<>();
  private final String speaker;
  private final String group;
  private final String toGroup;
  private final boolean sameAct;

  private LinkFeatures(LinkStatement from, LinkStatement to) {
    this.from = from;
    this.to = to;
    this.speaker = speakers(from, to);
    this.group = group(from.act());
    this.toGroup = group(to.act());
    this.sameAct = from.act() == to.act();
  }

  /**
   * The features of a pair.
   *
   * @param from the statement that may deny, reject, confirm, repeat or answer
   * @param to the statement that it may do so to
   * @param standing where they stand
   */
  static Map<String, Double> of(LinkStatement from, LinkStatement to, Standing standing) {
    LinkFeatures pair = new LinkFeatures(from, to);
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
    return pair.features;
  }

  private void put(String name) {
    features.put(name, 1.0);
  }

  private void acts() {
    put("bias");
    put("from=" + from.act().label());
    put("to=" + to.act().label());
    put("acts=" + from.act().label() + ">" + to.act().label());
    put("acts=" + group + ">" + toGroup + " " + speaker);
    put("speaker=" + speaker);
    put("kinds=" + from.kind().label() + ">" + to.kind().label() + " " + speaker);
    if (sameAct) {
      put("same act");
      put("same act " + speaker);
    }
    if (speaker.equals("country")) {
      put("speakers=" + kind(from) + ">" + kind(to));
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
    if (distance < 0) {
      return distance == -1 ? "after1" : "after2";
    }
    return distance <= 3 ? "before" + distance : distance <= 5 ? "before5" : "before6";
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
    put("place=" + place);
    put("place=" + place + " " + group);
    put("place=" + place + " " + speaker);
    if (sameAct) {
      put("same act " + speaker + " " + place);
    }
  }

  private void between(Between between, Overlap overlap) {
    int passages = between.passages();
    String apart = passages == 0 ? "same" : passages < 0 ? "after" : passages == 1 ? "next" : "far";
    put("passage=" + apart + " " + speaker);
    put("passage=" + apart + " " + group);
    if (between.sameSentence()) {
      put("same sentence");
      put("same sentence " + speaker);
    }
    if (to.heading() && !from.heading()) {
      put("to heading " + speaker);
      put("to heading " + speaker + (between.first() ? " first" : " later"));
      if (between.distance() == 1) {
        put("next to heading " + speaker);
      }
      if (sameAct) {
        put("to heading same act " + speaker);
      }
    }
    if (from.heading()) {
      put("from heading");
    }
    String kinds = from.kind().label() + ">" + to.kind().label();
    if (between.nearestOther()) {
      put("nearest other " + group);
      put("nearest other " + group + ">" + toGroup);
    }
    if (between.nearestSame()) {
      String words = overlap.shared() == 0 ? "none" : overlap.rarest() >= 0.5 ? "rare" : "common";
      put("nearest same");
      put("nearest same " + apart + (sameAct ? " same act" : ""));
      put("nearest same " + apart + " " + kinds);
      put("nearest same " + kinds + " " + words);
      put("nearest same " + kinds + " " + toGroup);
      if (between.distance() == 1) {
        put("next " + kinds + " " + apart);
        put("next " + words + (sameAct ? " same act" : ""));
      }
    }
    if (between.nearestAct()) {
      put("nearest act " + group);
      put("nearest act " + group + ">" + toGroup);
    }
    if (between.nearestNaming()) {
      put("nearest naming");
      put("nearest naming " + group + ">" + toGroup);
    }
    if (between.nearestBlame()) {
      put("nearest blame");
      put("nearest blame " + group);
    }
    if (between.nearestMeant()) {
      put("nearest meant");
      put("nearest meant " + group + ">" + toGroup);
    }
    if (between.own() != null) {
      put("own between=" + group(between.own()) + " " + speaker);
      put("own between=" + group(between.own()) + " " + group + ">" + toGroup);
    }
    if (between.best()) {
      put("best " + speaker);
      put("best " + group);
      put("best " + group + ">" + toGroup);
    }
    if (between.begins()) {
      put("begins " + speaker);
      if (between.nearestRun()) {
        put("begins nearest run " + group);
        put("begins nearest run " + group + ">" + toGroup);
      }
    }
    if (between.first()) {
      put("first " + speaker);
    }
  }

  private void overlap(Overlap overlap) {
    int shared = overlap.shared();
    double share = Math.max(overlap.ofFrom(), overlap.ofTo());
    features.put("overlap " + speaker, share);
    features.put("overlap " + group, share);
    features.put("overlap of from " + speaker, overlap.ofFrom());
    features.put("overlap of to " + speaker, overlap.ofTo());
    features.put("rarest " + speaker, overlap.rarest());
    features.put("overlap " + from.kind().label() + ">" + to.kind().label() + " " + speaker, share);
    features.put("loose " + speaker, overlap.loose());
    features.put("loose " + group, overlap.loose());
    put("shared=" + Math.min(3, shared) + " " + speaker);
    if (share >= 0.5 && shared >= 2) {
      put("much shared " + speaker);
    }
    if (Overlap.shared(from.names(), to.names()) > 0) {
      put("names shared " + speaker);
    }
    if (Overlap.shared(from.numbers(), to.numbers()) > 0) {
      put("numbers shared " + speaker);
    }
    if (Overlap.shared(from.actors(), to.actors()) > 0) {
      put("actors shared " + speaker);
    }
  }

  /** What holds whatever the two languages are: who, where, what kind of thing happens. */
  private void neutral() {
    if (Overlap.shared(from.countries(), to.countries()) > 0) {
      put("countries shared " + speaker);
    }
    if (Overlap.shared(from.places(), to.places()) > 0) {
      put("places shared " + speaker);
    }
    if (!from.events().isEmpty() && !to.events().isEmpty()) {
      boolean shared = !Collections.disjoint(from.events(), to.events());
      put((shared ? "events shared " : "events differ ") + speaker);
      put((shared ? "events shared " : "events differ ") + group);
    }
  }

  /** The words that attribute the source ("svarte" answers), and those of a short one. */
  private void cue() {
    boolean same = speaker.equals("same");
    for (String word : from.cue()) {
      put("cue " + word + (same ? " same" : " other"));
    }
    for (String word : from.says()) {
      put("says " + word + (same ? " same" : " other"));
    }
    if (from.cue().isEmpty()) {
      put("no cue " + speaker);
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
    String target = target(from, to);
    put("target=" + target);
    put("target=" + target + " " + group);
    put("target=" + target + " " + group + ">" + toGroup);
    if (to.speaker() != null) {
      if (from.actors().contains(to.speaker())) {
        put("speaks of the other");
      }
      if (from.frameActors().contains(to.speaker())) {
        put("frame names the other");
        put("frame names the other " + group);
      }
      if (to.speaker().equals(from.addressee())) {
        put("speaks to the other");
      }
    }
  }

  private void topics() {
    boolean same = speaker.equals("same");
    String who = same ? "same" : "other";
    for (String topic : from.topics()) {
      put(topic + " " + who);
      put(topic + ">" + toGroup);
    }
    for (String topic : to.topics()) {
      put("to " + topic + " " + who);
      if (!topic.startsWith("said:")) {
        put(group + ">" + topic + " " + who);
      }
      for (String own : from.topics()) {
        if (!own.startsWith("said:") && !topic.startsWith("said:")) {
          put(own + ">" + topic + " " + who);
        } else if (own.equals(topic)) {
          put("both " + topic + " " + who);
        } else if (!own.startsWith("said:") || own.equals("said:not")) {
          put(own + ">" + topic + " " + who);
        }
      }
    }
  }

  /** Whether one says "not" and the other does not. */
  private void polarity(Overlap overlap) {
    boolean differs = from.found("said:not") != to.found("said:not");
    String polarity = differs ? from.found("said:not") ? "turned to not" : "turned from not" : "";
    if (differs) {
      put(polarity + " " + speaker);
      put(polarity + " " + group + ">" + toGroup);
      if (overlap.shared() > 0) {
        put(polarity + " shared " + speaker);
      }
      if (!speaker.equals("same") && !target(from, to).equals("none")) {
        put(polarity + " target");
      }
    }
  }

  private void lengths() {
    String length = from.words() <= 3 ? "3" : from.words() <= 8 ? "8" : "9+";
    String toLength = to.words() <= 3 ? "3" : to.words() <= 8 ? "8" : "9+";
    put("length=" + length + " " + group);
    put("lengths=" + length + ">" + toLength + " " + speaker);
    if (sameAct) {
      put("lengths " + (from.words() > to.words() ? "longer" : "shorter") + " " + speaker);
    }
  }
}
