package dev.detente.language;

/**
 * What the network makes of a word beside its grammar: signs of statements and events, to be
 * weighed by the readers against what they know from the lexicons. Immutable and thread-safe.
 *
 * @param cue what the word says for each act when it is one of a statement's cue
 * @param content the same when it is one of a statement's content
 * @param span whether the word belongs to a statement: {@code source}, {@code cue}, {@code content}
 * @param trigger whether it is the head of an event's words: the event types by name ({@code
 *     ASSAULT})
 * @param mode how, when it is one: modes of PLOVER ({@code aerial})
 * @param status whether that event took place: labels of {@link dev.detente.record.EventStatus}
 */
public record Marks(
    ActScores cue, ActScores content, Chances span, Chances trigger, Chances mode, Chances status) {

  /** Of a word that is part of nothing, or of an analysis without marks. */
  public static final Marks NONE =
      new Marks(
          ActScores.NONE, ActScores.NONE, Chances.NONE, Chances.NONE, Chances.NONE, Chances.NONE);

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Marks parse(String written) {
    ActScores cue = ActScores.NONE;
    ActScores content = ActScores.NONE;
    Chances span = Chances.NONE;
    Chances trigger = Chances.NONE;
    Chances mode = Chances.NONE;
    Chances status = Chances.NONE;
    for (String part : written.split(";", -1)) {
      int colon = Math.max(0, part.indexOf(':'));
      String value = part.substring(Math.min(colon + 1, part.length()));
      switch (part.substring(0, colon)) {
        case "cue" -> cue = ActScores.parse(value);
        case "content" -> content = ActScores.parse(value);
        case "span" -> span = Chances.parse(value);
        case "trigger" -> trigger = Chances.parse(value);
        case "mode" -> mode = Chances.parse(value);
        case "status" -> status = Chances.parse(value);
        default -> throw new IllegalArgumentException("no mark: " + part);
      }
    }
    return new Marks(cue, content, span, trigger, mode, status);
  }

  /** {@code span:content:97;content:FAB...;trigger:ASSAULT:83}; the empty string for none. */
  @Override
  public String toString() {
    StringBuilder written = new StringBuilder();
    part(written, "span", span);
    part(written, "cue", cue);
    part(written, "content", content);
    part(written, "trigger", trigger);
    part(written, "mode", mode);
    part(written, "status", status);
    return written.toString();
  }

  private static void part(StringBuilder written, String name, Object value) {
    String text = value.toString();
    if (!text.isEmpty()) {
      written.append(written.isEmpty() ? "" : ";").append(name).append(':').append(text);
    }
  }
}
