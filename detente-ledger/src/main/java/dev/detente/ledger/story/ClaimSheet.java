package dev.detente.ledger.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether somebody claims it in an article.
   *
   * @param who entity or country; null for anybody
   * @param article null for any
   */
  public boolean isClaimed(@Nullable String who, @Nullable String article) {
    return claims.stream()
        .anyMatch(
            voice ->
                (who == null || voice.isBy(who))
                    && (article == null || article.equals(voice.end().article())));
  }

  /** Its fields in JSON by name, in order. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("claim", id);
    fields.put("claims", objects(claims));
    fields.put("denials", objects(denials));
    fields.put("confirmations", objects(confirmations));
    fields.put("only_claim", onlyClaim);
    fields.put("only_denial", onlyDenial);
    fields.put("reports", reports);
    return fields;
  }

  private static List<Map<String, @Nullable Object>> objects(List<Voice> voices) {
    return voices.stream().map(Voice::fields).toList();
  }

  /** The columns of a table with a row for each voice. */
  public static List<String> columns() {
    return List.of("claim", "side", "article", "id", "speaker", "act", "since", "outlet", "words");
  }

  /** Its rows in such a table. */
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    add(rows, "claims", claims);
    add(rows, "denies", denials);
    add(rows, "confirms", confirmations);
    return rows;
  }

  private void add(List<List<@Nullable Object>> rows, String side, List<Voice> voices) {
    for (Voice voice : voices) {
      rows.add(
          Arrays.asList(
              id,
              side,
              voice.end().article(),
              voice.end().id(),
              voice.speakerName(),
              voice.act().label(),
              voice.since(),
              voice.outlet(),
              voice.words()));
    }
  }
}
