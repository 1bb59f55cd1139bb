package dev.detente.reading.link;

import dev.detente.record.Act;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for or against a link from one statement to another: named features with values. A
 * pure function of the two statements and, inside one article, of where they stand; so the same
 * function serves links inside an article and across articles.
 */
final class LinkFeatures {
  private LinkFeatures() {}

  /**
   * The features of a pair.
   *
   * @param from the statement that may deny, reject, confirm, repeat or answer
   * @param to the statement that it may do so to
   * @param between where they stand; null when they are of different articles
   */
  static Map<String, Double> of(LinkStatement from, LinkStatement to, @Nullable Between between) {
    Map<String, Double> features = new LinkedHashMap<>();
    String acts = from.act().label() + ">" + to.act().label();
    String speaker = speakers(from, to);
    String place = place(between);
    String group = group(from.act());
    String toGroup = group(to.act());
    put(features, "bias");
    put(features, "from=" + from.act().label());
    put(features, "to=" + to.act().label());
    put(features, "acts=" + acts);
    put(features, "acts=" + group + ">" + toGroup + " " + speaker);
    put(features, "speaker=" + speaker);
    put(features, "place=" + place);
    put(features, "place=" + place + " " + group);
    put(features, "place=" + place + " " + speaker);
    put(features, "kinds=" + from.kind().label() + ">" + to.kind().label() + " " + speaker);
    boolean sameAct = from.act() == to.act();
    if (sameAct) {
      put(features, "same act");
      put(features, "same act " + speaker);
      put(features, "same act " + speaker + " " + place);
    }
    if (between != null) {
      passages(features, from, to, between, speaker, group, sameAct);
    }
    overlap(features, from, to, speaker, group);
    targets(features, from, to, group, toGroup, speaker);
    for (String topic : from.topics()) {
      put(features, topic);
      put(features, topic + ">" + toGroup);
      put(features, topic + " " + place);
    }
    for (String topic : to.topics()) {
      put(features, "to " + topic);
      if (topic.startsWith("frame:")) {
        put(features, group + ">" + topic + " " + (speaker.equals("same") ? "same" : "other"));
      }
      for (String own : from.topics()) {
        if (own.startsWith("frame:") && topic.startsWith("frame:")) {
          put(features, own + ">" + topic.substring(6) + (speaker.equals("same") ? " same" : ""));
        }
      }
    }
    String length = from.words() <= 3 ? "3" : from.words() <= 8 ? "8" : "9+";
    put(features, "length=" + length + " " + group);
    if (sameAct) {
      put(
          features,
          "lengths " + (from.words() > to.words() ? "longer" : "shorter") + " " + speaker);
    }
    return features;
  }

  private static void put(Map<String, Double> features, String name) {
    features.put(name, 1.0);
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

  private static String place(@Nullable Between between) {
    if (between == null) {
      return "elsewhere";
    }
    int distance = between.distance();
    if (distance < 0) {
      return distance == -1 ? "after1" : "after2";
    }
    return distance <= 3 ? "before" + distance : distance <= 5 ? "before5" : "before6";
  }

  /** Acts that behave alike as source or target of links. */
  private static String group(Act act) {
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

  private static void passages(
      Map<String, Double> features,
      LinkStatement from,
      LinkStatement to,
      Between between,
      String speaker,
      String group,
      boolean sameAct) {
    int passages = between.passages();
    String apart = passages == 0 ? "same" : passages < 0 ? "after" : passages == 1 ? "next" : "far";
    put(features, "passage=" + apart + " " + speaker);
    put(features, "passage=" + apart + " " + group);
    if (between.sameSentence()) {
      put(features, "same sentence");
      put(features, "same sentence " + speaker);
    }
    if (to.heading() && !from.heading()) {
      put(features, "to heading " + speaker);
      if (sameAct) {
        put(features, "to heading same act " + speaker);
      }
    }
    if (from.heading()) {
      put(features, "from heading");
    }
    if (between.nearestOther()) {
      put(features, "nearest other " + group);
    }
    if (between.nearestSame()) {
      put(features, "nearest same");
      put(features, "nearest same " + apart + (sameAct ? " same act" : ""));
      put(features, "nearest same " + apart + " " + from.kind().label() + ">" + to.kind().label());
    }
    if (between.nearestAct()) {
      put(features, "nearest act " + group);
      put(features, "nearest act " + group + ">" + group(to.act()));
    }
  }

  private static void overlap(
      Map<String, Double> features,
      LinkStatement from,
      LinkStatement to,
      String speaker,
      String group) {
    int shared = shared(from.stems(), to.stems());
    int least = Math.min(from.stems().size(), to.stems().size());
    double share = least == 0 ? 0 : (double) shared / least;
    features.put("overlap", share);
    features.put("overlap " + speaker, share);
    features.put("overlap " + group, share);
    put(features, "shared=" + Math.min(3, shared) + " " + speaker);
    if (share >= 0.5 && shared >= 2) {
      put(features, "much shared " + speaker);
    }
    int names = shared(from.names(), to.names());
    if (names > 0) {
      put(features, "names shared " + speaker);
    }
    if (shared(from.numbers(), to.numbers()) > 0) {
      put(features, "numbers shared " + speaker);
    }
    if (shared(from.actors(), to.actors()) > 0) {
      put(features, "actors shared " + speaker);
    }
  }

  private static void targets(
      Map<String, Double> features,
      LinkStatement from,
      LinkStatement to,
      String group,
      String toGroup,
      String speaker) {
    if (speaker.equals("same")) {
      return;
    }
    boolean named = from.speaker() != null && to.actors().contains(from.speaker());
    boolean country = from.country() != null && to.countries().contains(from.country());
    boolean addressed = from.speaker() != null && from.speaker().equals(to.addressee());
    String target = addressed ? "addressed" : named ? "named" : country ? "country" : "none";
    put(features, "target=" + target);
    put(features, "target=" + target + " " + group);
    put(features, "target=" + target + " " + group + ">" + toGroup);
    if (to.speaker() != null) {
      if (from.actors().contains(to.speaker())) {
        put(features, "speaks of the other");
      }
      if (from.frameActors().contains(to.speaker())) {
        put(features, "frame names the other");
        put(features, "frame names the other " + group);
      }
      if (to.speaker().equals(from.addressee())) {
        put(features, "speaks to the other");
      }
    }
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
