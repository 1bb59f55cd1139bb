package dev.detente.ledger;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person thinks of a statement or event as it was read. Immutable.
 *
 * @param number of the mark, from 1
 * @param machine the record as it was when it was marked, as {@link MarkedRecord} writes it
 * @param made when, in UTC
 */
public record Mark(
    long number,
    Address address,
    Verdict verdict,
    Correction correction,
    @Nullable String note,
    String machine,
    String reviewer,
    LocalDateTime made) {

  /** When it was made, as programs write it: {@code 2031-03-11T12:00:00Z}. */
  public String time() {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(made.truncatedTo(ChronoUnit.SECONDS)) + "Z";
  }

  /** What is thought of it. */
  public enum Verdict {
    /** All of it is as the article has it. */
    RIGHT,
    /** The article says or tells nothing of the kind here. */
    WRONG,
    /** It is there, but some of it is otherwise. */
    CORRECTED,
    /** What the same person marked here before does not hold any more. */
    WITHDRAWN;

    /** The name that people and programs see: {@code right}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is otherwise; null for what is not.
   *
   * @param speaker the speaker's name; {@link #NOBODY} when the article names none
   * @param act of a statement
   * @param type of an event
   * @param relation to another statement; {@link #NOBODY} when it has none to any
   * @param target the address of the other statement, with a relation
   */
  public record Correction(
      @Nullable String speaker,
      @Nullable String act,
      @Nullable String type,
      @Nullable String relation,
      @Nullable String target) {
    /** In the place of a name or relation: there is none. */
    public static final String NOBODY = "-";

    /** Nothing. */
    public static final Correction NONE = new Correction(null, null, null, null, null);

    /** Whether nothing is corrected. */
    public boolean isEmpty() {
      return equals(NONE);
    }
  }
}
