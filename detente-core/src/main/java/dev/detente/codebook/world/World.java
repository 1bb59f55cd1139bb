package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;

/**
 * States, organisations, office-holders and places as facts. Load once and share: immutable and
 * thread-safe.
 *
 * <p>What to ask where:
 *
 * <ul>
 *   <li>{@link #countries()}: "Russlands", "russiske", "russerne", "Moskva", "Det hvite hus",
 *       "Ukraina-krigen" → a country, and how the form points to it;
 *   <li>{@link #organisations()}: "FNs", "Nato", "Hizbollah", "Reuters" → country, sector, kind;
 *   <li>{@link #offices()}: who was Frankrikes president in 2022-02; which office had Macron;
 *   <li>{@link #gazetteer()}: towns, regions, seas and buildings → candidates with coordinates;
 *   <li>{@link #names()}: which of some countries a person's name is from.
 * </ul>
 *
 * <p>Forms are given as they stand in the text, genitive endings and capitals included. Tables are
 * tab-separated files in the codebook's {@code world} folder; a user's own folder may replace them.
 */
public final class World {
  private final Countries countries;
  private final Organisations organisations;
  private final OfficeHolders offices;
  private final Gazetteer gazetteer;
  private final NameOrigins names;

  private World(Codebook codebook) {
    countries = new Countries(codebook);
    organisations = new Organisations(codebook);
    offices = new OfficeHolders(codebook);
    gazetteer = new Gazetteer(codebook, countries);
    names = new NameOrigins(codebook);
  }

  /**
   * Loads the world's facts from a codebook.
   *
   * @throws dev.detente.article.DetenteException DET-0314 when a table is missing, DET-0312 when a
   *     row is malformed
   */
  public static World load(Codebook codebook) {
    return new World(codebook);
  }

  public Countries countries() {
    return countries;
  }

  public Organisations organisations() {
    return organisations;
  }

  public OfficeHolders offices() {
    return offices;
  }

  public Gazetteer gazetteer() {
    return gazetteer;
  }

  public NameOrigins names() {
    return names;
  }
}
