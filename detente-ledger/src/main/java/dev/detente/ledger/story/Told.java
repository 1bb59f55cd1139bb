package dev.detente.ledger.story;

import dev.detente.ledger.relate.End;
import java.util.List;

/**
 * One statement or event, and all that tell it.
 *
 * @param id its first member's, the same for any order of adding as long as the members are
 * @param members the statements, or events, of articles that it is, in order
 * @param reports how many independent reports tell it
 * @param printings how many articles tell it
 */
public record Told(String id, List<End> members, int reports, int printings) {
  public Told {
    members = List.copyOf(members);
  }
}
