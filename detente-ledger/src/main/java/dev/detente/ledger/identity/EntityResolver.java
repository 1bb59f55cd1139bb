package dev.detente.ledger.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts actors of different articles together into entities. What is said of an actor in one article
 * is an {@link ActorSketch}; those that a register knows need nothing else, the others are looked
 * at together with those of their {@link EntityBlock}. The result does not depend on the order of
 * the sketches. Stateless.
 */
public final class EntityResolver {
  private EntityResolver() {}

  /** The entity of an actor, and why. */
  public record Resolved(String entity, String why) {}

  /**
   * The entity of every actor, before any decision of people.
   *
   * @param sketches whole blocks: all actors that share a block, or those that come later change
   *     the result
   */
  public static Map<ActorRef, Resolved> resolve(Collection<ActorSketch> sketches) {
    Map<ActorRef, Resolved> resolved = new TreeMap<>();
    Map<String, EntityBlock> blocks = new HashMap<>();
    for (ActorSketch sketch : sketches) {
      if (sketch.isOpen()) {
        blocks
            .computeIfAbsent(sketch.block(), key -> new EntityBlock())
            .add(sketch, EntityResolver::later);
      }
    }
    for (ActorSketch sketch : sketches) {
      EntityBlock block = sketch.isOpen() ? blocks.get(sketch.block()) : null;
      resolved.put(
          sketch.ref(),
          block == null ? new Resolved(sketch.entity(), sketch.why()) : block.resolved(sketch));
    }
    return resolved;
  }

  /** All are taken in before any is asked for. */
  private static void later(EntityBlock.Part part) {}
}
