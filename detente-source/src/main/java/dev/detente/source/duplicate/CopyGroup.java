package dev.detente.source.duplicate;

import java.util.List;

/**
 * Reports that are one, printed several times.
 *
 * @param original id of the first one, by date and then by id
 * @param members ids of all, the original first; one alone when nobody printed it again
 */
public record CopyGroup(String original, List<String> members) {
  public CopyGroup {
    members = List.copyOf(members);
  }
}
