package dev.detente.codebook.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that news names often. Immutable.
 *
 * @param name the key of the table, usually the English name; the name in a record is the article's
 * @param kind {@code igo}, {@code ngo}, {@code court}, {@code armed}, {@code military}, {@code
 *     party}, {@code parliament}, {@code government}, {@code ministry}, {@code agency}, {@code
 *     intelligence}, {@code police}, {@code agency-news}, {@code media}, {@code business}, {@code
 *     union}, {@code research}, {@code religion}, {@code bank}, {@code cyber}, {@code organisation}
 * @param country ISO 3166-1 alpha-3, or IGO UNO EUR NGO MNC; null when none
 * @param sector PLOVER's
 * @param changes later countries and sectors, in order of time
 */
public record Organisation(
    String name, String kind, @Nullable String country, String sector, List<Change> changes) {

  /**
   * From a month on the organisation counts as something else ({@code Taliban} as the government).
   *
   * @param month months since year 0, see {@link Months}
   */
  public record Change(int month, @Nullable String country, String sector) {}

  public Organisation {
    changes = List.copyOf(changes);
  }

  /** Whether it publishes or relays news. */
  public boolean isMedia() {
    return sector.equals("JRN");
  }

  /**
   * The sector at a date.
   *
   * @param published EDTF; null for the newest
   */
  public String sectorAt(@Nullable String published) {
    String sectorThen = sector;
    int month = Months.last(published);
    for (Change change : changes) {
      if (change.month() <= month) {
        sectorThen = change.sector();
      }
    }
    return sectorThen;
  }
}
