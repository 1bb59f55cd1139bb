package dev.detente.codebook.plover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.record.Act;
import dev.detente.record.EventType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The PLOVER scheme as {@code plover.yaml} states it: types with their modes, quad classes, scores
 * and nearest CAMEO codes, contexts, what a statement's act amounts to, and what an announced event
 * is coded as. Immutable and thread-safe.
 */
public final class Plover {
  private static final String FILE = "plover.yaml";

  private final Map<EventType, Kind> kinds;
  private final Map<Act, Deed> acts;
  private final Map<String, Double> goldstein;
  private final Set<String> contexts;

  private Plover(
      Map<EventType, Kind> kinds,
      Map<Act, Deed> acts,
      Map<String, Double> goldstein,
      Set<String> contexts) {
    this.kinds = kinds;
    this.acts = acts;
    this.goldstein = goldstein;
    this.contexts = contexts;
  }

  /**
   * How an event is scored.
   *
   * @param quad quad class: {@code verbal cooperation}, ...
   * @param score PLOVER score, -10 to +10
   * @param cameo nearest CAMEO code
   * @param goldstein Goldstein score of that code; null when the scale has none
   */
  public record Coding(String quad, double score, String cameo, @Nullable Double goldstein) {}

  /** What a statement does by being made. */
  public record Deed(EventType type, @Nullable String mode) {}

  private record Mode(double score, String cameo) {}

  private record Kind(
      String quad,
      double score,
      String cameo,
      @Nullable EventType future,
      Map<String, Mode> modes) {}

  /**
   * Reads {@code plover.yaml} of a codebook.
   *
   * @throws DetenteException DET-0310 when a type, mode or act is missing or unknown
   */
  public static Plover load(Codebook codebook) {
    JsonNode file = codebook.file(FILE);
    Map<EventType, Kind> kinds = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      JsonNode node = file.path("types").path(type.name());
      if (node.isMissingNode()) {
        throw wrong("type " + type + " is missing; add it under types");
      }
      Map<String, Mode> modes = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> mode : node.path("modes").properties()) {
        modes.put(
            mode.getKey(),
            new Mode(
                mode.getValue().path("score").asDouble(),
                mode.getValue().path("cameo").asText(node.path("cameo").asText())));
      }
      kinds.put(
          type,
          new Kind(
              node.path("quad").asText(),
              node.path("score").asDouble(),
              node.path("cameo").asText(),
              node.hasNonNull("future") ? type(node.path("future").asText()) : null,
              modes));
    }
    Map<Act, Deed> acts = new EnumMap<>(Act.class);
    for (Map.Entry<String, JsonNode> act : file.path("acts").properties()) {
      JsonNode deed = act.getValue();
      acts.put(
          act(act.getKey()),
          new Deed(
              type(deed.path("type").asText()),
              deed.hasNonNull("mode") ? deed.path("mode").asText() : null));
    }
    Map<String, Double> goldstein = new TreeMap<>();
    for (Map.Entry<String, JsonNode> line : file.path("goldstein").properties()) {
      goldstein.put(line.getKey(), line.getValue().asDouble());
    }
    List<String> contexts = new ArrayList<>();
    file.path("contexts").forEach(context -> contexts.add(context.asText()));
    return new Plover(kinds, acts, goldstein, Set.copyOf(contexts));
  }

  /** Quad class, score, CAMEO code and Goldstein score; a given CAMEO code stands. */
  public Coding coding(EventType type, @Nullable String mode, @Nullable String cameo) {
    Kind kind = kind(type);
    Mode found = mode == null ? null : kind.modes().get(mode);
    String code = cameo != null ? cameo : found != null ? found.cameo() : kind.cameo();
    return new Coding(
        kind.quad(), found != null ? found.score() : kind.score(), code, goldstein(code));
  }

  /** Goldstein score of a CAMEO code, by its longest beginning that has one; null when none. */
  public @Nullable Double goldstein(String cameo) {
    for (int length = cameo.length(); length >= 2; length--) {
      Double score = goldstein.get(cameo.substring(0, length));
      if (score != null) {
        return score;
      }
    }
    return null;
  }

  /** What an announced event of this type is coded as; the type itself when nothing else. */
  public EventType announced(EventType type) {
    EventType future = kind(type).future();
    return future == null ? type : future;
  }

  /** What making a statement of this act amounts to; null when it is no event. */
  public @Nullable Deed deed(Act act) {
    return acts.get(act);
  }

  /** The modes of a type in the scheme's order; none for some types. */
  public List<String> modes(EventType type) {
    return List.copyOf(kind(type).modes().keySet());
  }

  /** Whether the type has this mode. */
  public boolean hasMode(EventType type, String mode) {
    return kind(type).modes().containsKey(mode);
  }

  /** Whether PLOVER has this context. */
  public boolean hasContext(String context) {
    return contexts.contains(context);
  }

  private Kind kind(EventType type) {
    Kind kind = kinds.get(type);
    if (kind == null) {
      throw new IllegalStateException("no kind for " + type);
    }
    return kind;
  }

  private static EventType type(String name) {
    try {
      return EventType.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw wrong("no event type is called \"" + name + "\"; use one of the sixteen");
    }
  }

  private static Act act(String label) {
    try {
      return Act.valueOf(label.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("no act is called \"" + label + "\"; correct it under acts");
    }
  }

  private static DetenteException wrong(String what) {
    return new DetenteException("DET-0310", "codebook file " + FILE + ": " + what);
  }
}
