package dev.detente.reading.actor;

import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the actors of an article and resolves who each mention refers to. Immutable and
 * thread-safe.
 */
public final class ActorReader {
  public ActorReader(Codebook codebook, World world) {}

  /** The candidates and their mentions. */
  public Cast read(AnalysedArticle article) {
    return new Cast() {
      @Override
      public List<Actor> actors() {
        return List.of();
      }

      @Override
      public @Nullable String actorAt(int sentence, int word) {
        return null;
      }

      @Override
      public @Nullable Span mentionAt(int sentence, int word) {
        return null;
      }

      @Override
      public Actor actor(String id) {
        throw new IllegalArgumentException(id);
      }

      @Override
      public @Nullable String state(String country) {
        return null;
      }

      @Override
      public @Nullable String outlet() {
        return null;
      }
    };
  }
}
