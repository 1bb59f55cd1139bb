package dev.detente.language.model;

import dev.detente.language.ActScores;
import dev.detente.language.Chances;
import dev.detente.language.Marks;
import dev.detente.record.Act;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the network's scores of a word into {@link Marks}: rounded once, here, and without what is
 * unlikely. Immutable and thread-safe.
 */
final class MarkReader {
  /** Percent; a label less likely than this is left out. */
  private static final int LEAST = 2;

  /** Label of "none of them" in a group. */
  private static final String NOTHING = "-";

  /**
   * A group of labels, which stand together in the network's output.
   *
   * @param from its first column
   */
  private record Group(int from, List<String> labels) {}

  private final Group cue;
  private final Group content;
  private final Group span;
  private final Group trigger;
  private final Group mode;
  private final Group status;
  private final int columns;

  /**
   * @param labels {@code group:label} of each column
   * @throws IOException when a group is missing or its acts are not in their order
   */
  MarkReader(List<String> labels) throws IOException {
    columns = labels.size();
    cue = acts("cue", labels);
    content = acts("content", labels);
    span = group("span", labels);
    trigger = group("trigger", labels);
    mode = group("mode", labels);
    status = group("status", labels);
  }

  private static Group group(String name, List<String> labels) throws IOException {
    int from = -1;
    List<String> own = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).startsWith(name + ":")) {
        from = from < 0 ? i : from;
        if (i - from != own.size()) {
          throw new IOException("labels.txt: the marks of " + name + " do not stand together");
        }
        own.add(labels.get(i).substring(name.length() + 1));
      }
    }
    if (own.isEmpty()) {
      throw new IOException("labels.txt has no marks of " + name);
    }
    return new Group(from, List.copyOf(own));
  }

  private static Group acts(String name, List<String> labels) throws IOException {
    Group group = group(name, labels);
    Act[] acts = Act.values();
    boolean same = group.labels.size() == acts.length;
    for (int i = 0; same && i < acts.length; i++) {
      same = group.labels.get(i).equals(acts[i].label());
    }
    if (!same) {
      throw new IOException(
          "labels.txt: the marks of " + name + " are not the acts in their order");
    }
    return group;
  }

  /** How many scores a word has. */
  int columns() {
    return columns;
  }

  /** The marks of a word with these scores. */
  Marks marks(float[] scores) {
    Chances part = chances(scores, span);
    Chances event = chances(scores, trigger);
    boolean inCue = part.percent("cue") > 0;
    boolean inContent = part.percent("content") > 0;
    if (part.isEmpty() && event.isEmpty()) {
      return Marks.NONE;
    }
    return new Marks(
        inCue ? actScores(scores, cue) : ActScores.NONE,
        inContent ? actScores(scores, content) : ActScores.NONE,
        part,
        event,
        event.isEmpty() ? Chances.NONE : chances(scores, mode),
        event.isEmpty() ? Chances.NONE : chances(scores, status));
  }

  private static ActScores actScores(float[] scores, Group group) {
    float[] own = new float[group.labels.size()];
    System.arraycopy(scores, group.from, own, 0, own.length);
    return ActScores.of(own);
  }

  /** Softmax over a group, in whole percent. */
  private static Chances chances(float[] scores, Group group) {
    int size = group.labels.size();
    float best = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      best = Math.max(best, scores[group.from + i]);
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.exp(scores[group.from + i] - best);
    }
    List<String> likely = new ArrayList<>();
    int[] percents = new int[size];
    for (int i = 0; i < size; i++) {
      int percent = (int) Math.round(100 * Math.exp(scores[group.from + i] - best) / sum);
      if (percent >= LEAST && !group.labels.get(i).equals(NOTHING)) {
        percents[likely.size()] = percent;
        likely.add(group.labels.get(i));
      }
    }
    return likely.isEmpty()
        ? Chances.NONE
        : Chances.of(likely, Arrays.copyOf(percents, likely.size()));
  }
}
