package dev.detente.ledger.identity;

import java.util.List;
import java.util.Set;

/**
 * What a person decided about who is who. Decisions hold against what the names say, in the order
 * in which they were made; taking one back restores what was before. Immutable.
 */
public sealed interface Decision {
  /** Who decided. */
  String by();

  /** Why, in his own words; may be empty. */
  String reason();

  /**
   * Two entities are one.
   *
   * @param entity id of the one that disappears
   * @param into id of the one that stays
   */
  record Merge(String entity, String into, String by, String reason) implements Decision {}

  /**
   * Some members of an entity are somebody else.
   *
   * @param entity id of the entity they leave
   * @param members the actors that leave; together they become {@link #other}
   */
  record Split(String entity, Set<ActorRef> members, String by, String reason) implements Decision {
    public Split {
      members = Set.copyOf(members);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("a split without members");
      }
    }

    /** Id of the entity that the members become: the old one's with the first member's. */
    public String other() {
      return entity + "~" + members.stream().sorted().findFirst().orElseThrow();
    }
  }

  /** The entity of an actor after all decisions. */
  static String decided(ActorRef ref, String entity, List<Decision> decisions) {
    String now = entity;
    for (Decision decision : decisions) {
      if (decision instanceof Merge merge && merge.entity().equals(now)) {
        now = merge.into();
      } else if (decision instanceof Split split
          && split.entity().equals(now)
          && split.members().contains(ref)) {
        now = split.other();
      }
    }
    return now;
  }
}
