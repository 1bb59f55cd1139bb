package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;

/**
 * States, organisations, office-holders and places as facts, loaded once. Immutable and
 * thread-safe.
 */
public final class World {
  private World() {}

  /** Loads the world's facts from a codebook. */
  public static World load(Codebook codebook) {
    return new World();
  }
}
