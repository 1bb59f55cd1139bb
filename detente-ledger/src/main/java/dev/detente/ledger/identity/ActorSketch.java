package dev.detente.ledger.identity;

import dev.detente.record.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * What one article tells of who an actor is: enough to find him again in other articles. Immutable.
 *
 * @param ref the actor
 * @param name his name in the article, genitive endings off
 * @param country ISO 3166-1 alpha-3, or IGO UNO EUR NGO MNC; null when unknown
 * @param sector PLOVER sector; null when unknown
 * @param role office or description in the article's words; null when none
 * @param published EDTF date of the article; null when unknown
 * @param certainty how far the article alone tells who he is
 * @param entity the entity he is or, when uncertain, would be if no other article helped
 * @param block actors of different blocks are never one entity, unless a person says so
 * @param why which register entry, name or description says so
 */
public record ActorSketch(
    ActorRef ref,
    String name,
    ActorKind kind,
    @Nullable String country,
    @Nullable String sector,
    @Nullable String role,
    @Nullable String published,
    Certainty certainty,
    String entity,
    String block,
    String why) {

  /** How far an article alone tells who an actor is. */
  public enum Certainty {
    /** A register or the full description says it: {@code entity} holds whatever others tell. */
    KNOWN,
    /** A name in full that no register has; it may complete others of its block. */
    NAMED,
    /** A part of a name, as a surname or an acronym, that other articles may complete. */
    PARTLY_NAMED,
    /** Somebody without a name: nobody knows whether another article means the same. */
    UNNAMED
  }

  /** Whether the block's other actors must be looked at to know the entity. */
  public boolean isOpen() {
    return certainty == Certainty.NAMED || certainty == Certainty.PARTLY_NAMED;
  }

  /** Whether the name stands in full. */
  boolean isFull() {
    return certainty == Certainty.NAMED;
  }
}
