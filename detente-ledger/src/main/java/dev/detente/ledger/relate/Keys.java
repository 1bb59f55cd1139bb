package dev.detente.ledger.relate;

import dev.detente.record.EventStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which an article's statements and events are found by those of others. Time is cut
 * into windows that overlap by half, so that what lies within {@link #NEAR} days shares one.
 * Stateless.
 */
final class Keys {
  /** Keys of one article; those of its last statements and events are left out beyond. */
  static final int MOST = 400;

  /** Days between two reports that are surely compared. */
  static final int NEAR = 4;

  /** Windows of one date: a month has so many; of a vaguer date no days are known. */
  private static final int WINDOWS = 18;

  /** Years of one date. */
  private static final int YEARS = 10;

  private Keys() {}

  static Set<String> of(
      @Nullable DayRange published, List<StatementSketch> statements, List<EventSketch> events) {
    Set<String> keys = new TreeSet<>();
    for (EventSketch event : events) {
      DayRange days = event.days() == null ? published : event.days();
      Set<String> windows = windows(days);
      if (days != null && event.status() == EventStatus.HISTORICAL) {
        // What is long past is dated by the year in one article, by the day in another.
        windows.addAll(years(days));
      }
      for (String window : windows) {
        for (String party : parties(event)) {
          add(keys, "e:" + event.type() + ":" + party + ":" + window);
        }
      }
    }
    for (StatementSketch statement : statements) {
      String speaker = speaker(statement);
      if (speaker == null) {
        continue;
      }
      for (String window : windows(statement.days() == null ? published : statement.days())) {
        add(keys, "s:" + speaker + ":" + window);
      }
    }
    return keys;
  }

  private static void add(Set<String> keys, String key) {
    if (keys.size() < MOST) {
      keys.add(key);
    }
  }

  /** A spokesperson and the state are found under the state; others under themselves. */
  private static @Nullable String speaker(StatementSketch statement) {
    String country = statement.speakerCountry();
    return (statement.official() || !statement.named()) && country != null
        ? country
        : statement.speaker();
  }

  private static Set<String> parties(EventSketch event) {
    Set<String> parties = new TreeSet<>(event.actorCountries());
    parties.addAll(event.recipientCountries());
    if (parties.isEmpty()) {
      parties.addAll(event.actors());
      parties.addAll(event.recipients());
    }
    if (parties.isEmpty() && event.place() != null) {
      parties.add("&" + event.place());
    }
    return parties;
  }

  static Set<String> windows(@Nullable DayRange days) {
    Set<String> windows = new TreeSet<>();
    if (days == null) {
      windows.add("undated");
      return windows;
    }
    long length = 2L * NEAR;
    long count = (days.days() + NEAR - 1) / NEAR + 2;
    if (count > WINDOWS) {
      return years(days);
    }
    for (long day = days.first(); day <= days.last(); day++) {
      windows.add("d" + Math.floorDiv(day, length));
      windows.add("h" + Math.floorDiv(day + NEAR, length));
    }
    return windows;
  }

  /** The first years of a date, as many as are told of one war. */
  private static Set<String> years(DayRange days) {
    Set<String> years = new TreeSet<>();
    int first = LocalDate.ofEpochDay(days.first()).getYear();
    int last = LocalDate.ofEpochDay(days.last()).getYear();
    for (int year = first; year <= Math.min(last, first + YEARS - 1); year++) {
      years.add("y" + year);
    }
    return years;
  }
}
