package dev.detente.reading.place;

import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Place;
import java.util.List;

/** Reads the places of an article. Immutable and thread-safe. */
public final class PlaceReader {
  public PlaceReader(World world) {}

  /** Places in order of the text, one per distinct text. */
  public List<Place> read(AnalysedArticle article) {
    return List.of();
  }
}
