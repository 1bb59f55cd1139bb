package dev.detente.ledger.tension;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long the periods are. Weeks begin on Monday (ISO 8601). */
public enum Step {
  DAY,
  WEEK,
  MONTH;

  /** The first day of the period that holds a day. */
  public LocalDate begin(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the period after the one that begins on a day. */
  public LocalDate next(LocalDate begin) {
    return switch (this) {
      case DAY -> begin.plusDays(1);
      case WEEK -> begin.plusWeeks(1);
      case MONTH -> begin.plusMonths(1);
    };
  }
}
