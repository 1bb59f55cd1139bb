package dev.detente.reading.time;

import org.jspecify.annotations.Nullable;

/**
 * The day and year last spoken of in an article, which "the same day" or "the year after" refer to;
 * those of publication at first. Of one article and one thread.
 */
final class Spoken {
  private @Nullable Moment day;
  private @Nullable Integer year;

  Spoken(Anchor anchor) {
    this.day = anchor.day(0);
    this.year = anchor.year();
  }

  @Nullable Moment day() {
    return day;
  }

  @Nullable Integer year() {
    return year;
  }

  /** Takes note of an expression that became part of the record. */
  void note(Moment moment) {
    if (moment.day() != null) {
      day = Moment.day(moment.day());
      year = moment.day().getYear();
      return;
    }
    if (moment.unknownDay()) {
      day = moment;
    }
    if (!moment.interval() && moment.value().length() >= 4) {
      String first = moment.value().substring(0, 4);
      if (Captures.isNumber(first)) {
        year = Integer.valueOf(first);
      }
    }
  }
}
