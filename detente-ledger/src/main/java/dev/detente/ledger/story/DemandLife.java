package dev.detente.ledger.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a demand.
 *
 * @param id of its first report
 * @param stages by time; the first is {@link Kind#RAISED}
 */
public record DemandLife(String id, List<Stage> stages) {
  public DemandLife {
    stages = List.copyOf(stages);
  }

  /** What happened to a demand. */
  public enum Kind {
    /** Reported for the first time. */
    RAISED,
    /** Made again on another day. */
    REPEATED,
    /**
     * Made again more strongly: what was asked is demanded, what was demanded comes with a threat.
     */
    HARDENED,
    /** Made again less strongly. */
    SOFTENED,
    /** Denied or refused by somebody. */
    REJECTED,
    /** Somebody else concedes or steps back in the matter, as far as the words tell. */
    MET;

    /** The name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One thing that happened, and the statement or event that tells it. */
  public record Stage(Kind kind, Voice voice) {
    private Map<String, @Nullable Object> fields() {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("stage", kind.label());
      fields.putAll(voice.end().fields());
      fields.put("who", voice.speaker());
      fields.put("name", voice.speakerName());
      fields.put("since", voice.since() == null ? null : String.valueOf(voice.since()));
      fields.put("words", voice.words());
      return fields;
    }
  }

  /** Whether this entity or country is who made it first. */
  public boolean isBy(String who) {
    return stages.get(0).voice().isBy(who);
  }

  /** Its fields in JSON by name, in order. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("demand", id);
    fields.put("stages", stages.stream().map(Stage::fields).toList());
    return fields;
  }

  /** The columns of a table with a row for each stage. */
  public static List<String> columns() {
    return List.of("demand", "stage", "since", "who", "told in", "words");
  }

  /** Its rows in such a table. */
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Stage stage : stages) {
      rows.add(
          Arrays.asList(
              id,
              stage.kind().label(),
              stage.voice().since(),
              stage.voice().speakerName(),
              stage.voice().end().toString(),
              stage.voice().words()));
    }
    return rows;
  }
}
