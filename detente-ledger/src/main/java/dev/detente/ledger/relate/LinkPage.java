package dev.detente.ledger.relate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links in the order in which the articles came that they lead from. Immutable.
 *
 * @param next where the next page begins; null after the last
 */
public record LinkPage(List<CrossLink> links, @Nullable Cursor next) {
  public LinkPage {
    links = List.copyOf(links);
  }

  /**
   * The last link of a page, by the numbers of its ends; what is added meanwhile shifts nothing.
   */
  public record Cursor(long from, long to, CrossRelation relation) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})-([0-5])");

    /** From what {@link #toString} gives; empty when it is none. */
    public static Optional<Cursor> parse(String text) {
      Matcher form = FORM.matcher(text);
      return form.matches()
          ? Optional.of(
              new Cursor(
                  Long.parseLong(form.group(1)),
                  Long.parseLong(form.group(2)),
                  CrossRelation.values()[Integer.parseInt(form.group(3))]))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return from + "-" + to + "-" + relation.ordinal();
    }
  }
}
