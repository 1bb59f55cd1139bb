package dev.detente.ledger.identity;

import dev.detente.codebook.world.Months;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts actors of different articles together into entities. What is said of an actor in one article
 * is an {@link ActorSketch}; those that a register knows need nothing else, the others are looked
 * at together with those of their block: people of one surname, organisations of the same initials.
 * A name in full is an entity; a surname or acronym alone is that entity when only one of its block
 * fits by country and time. The result does not depend on the order of the sketches. Stateless.
 */
public final class EntityResolver {
  /** Months between two articles in which a surname or acronym alone may mean the same. */
  private static final int REMEMBERED = 24;

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
    Map<String, List<ActorSketch>> blocks = new TreeMap<>();
    for (ActorSketch sketch : sketches) {
      if (sketch.isOpen()) {
        blocks.computeIfAbsent(sketch.block(), key -> new ArrayList<>()).add(sketch);
      } else {
        resolved.put(sketch.ref(), new Resolved(sketch.entity(), sketch.why()));
      }
    }
    for (List<ActorSketch> block : blocks.values()) {
      block.sort(Comparator.comparing(ActorSketch::ref));
      resolveBlock(block, resolved);
    }
    return resolved;
  }

  private static void resolveBlock(List<ActorSketch> block, Map<ActorRef, Resolved> resolved) {
    Map<String, List<ActorSketch>> full = new TreeMap<>();
    for (ActorSketch sketch : block) {
      if (sketch.isFull()) {
        full.computeIfAbsent(sketch.entity(), key -> new ArrayList<>()).add(sketch);
        resolved.put(sketch.ref(), new Resolved(sketch.entity(), sketch.why()));
      }
    }
    for (ActorSketch sketch : block) {
      if (!sketch.isFull()) {
        resolved.put(sketch.ref(), completed(sketch, full));
      }
    }
  }

  private static Resolved completed(ActorSketch part, Map<String, List<ActorSketch>> full) {
    List<ActorSketch> possible = new ArrayList<>();
    for (List<ActorSketch> bearers : full.values()) {
      for (ActorSketch bearer : bearers) {
        if (mayBe(part, bearer)) {
          possible.add(bearer);
          break;
        }
      }
    }
    return possible.size() == 1
        ? new Resolved(
            possible.get(0).entity(), "the only " + possible.get(0).name() + " it can be short for")
        : new Resolved(part.entity(), part.why());
  }

  private static boolean mayBe(ActorSketch part, ActorSketch full) {
    return part.kind() == full.kind()
        && (part.country() == null
            || full.country() == null
            || part.country().equals(full.country()))
        && (part.published() == null
            || full.published() == null
            || Math.abs((long) Months.first(part.published()) - Months.first(full.published()))
                <= REMEMBERED);
  }
}
