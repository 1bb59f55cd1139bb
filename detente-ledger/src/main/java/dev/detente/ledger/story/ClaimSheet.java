package dev.detente.ledger.story;

import java.util.List;

/**
 * A claim, and who stands where. It says what was reported and never who is right.
 *
 * @param id of the claim as told
 * @param claims who claims it, by time
 * @param denials who denies or rejects it, by time
 * @param confirmations who confirms it, by time
 * @param onlyClaim articles that report the claim and none of its denials
 * @param onlyDenial articles that report a denial and not the claim
 * @param reports how many independent reports tell the claim
 */
public record ClaimSheet(
    String id,
    List<Voice> claims,
    List<Voice> denials,
    List<Voice> confirmations,
    List<String> onlyClaim,
    List<String> onlyDenial,
    int reports) {
  public ClaimSheet {
    claims = List.copyOf(claims);
    denials = List.copyOf(denials);
    confirmations = List.copyOf(confirmations);
    onlyClaim = List.copyOf(onlyClaim);
    onlyDenial = List.copyOf(onlyDenial);
  }
}
