package dev.detente.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a question finds. Immutable.
 *
 * @param next where the page after it begins; null when this is the last
 */
public record FoundPage(List<Finding> findings, @Nullable Cursor next) {
  public FoundPage {
    findings = List.copyOf(findings);
  }

  /**
   * The place of a finding in the order of all, newest first. What is added meanwhile shifts no
   * page.
   *
   * @param day null for what has none
   * @param item its number in the ledger
   */
  public record Cursor(@Nullable LocalDate day, long item) {
    private static final Pattern FORM =
        Pattern.compile("(none|\\d{4}-\\d{2}-\\d{2})\\.([0-9a-z]{1,12})");

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<Cursor> parse(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Cursor(
                form.group(1).equals("none") ? null : LocalDate.parse(form.group(1)),
                Long.parseLong(form.group(2), 36)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return (day == null ? "none" : day) + "." + Long.toString(item, 36);
    }
  }
}
