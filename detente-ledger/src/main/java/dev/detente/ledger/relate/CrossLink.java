package dev.detente.ledger.relate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A link between two articles.
 *
 * @param from for {@link CrossRelation#SAME} the one of the article whose id comes first; else the
 *     statement that denies, rejects, confirms, repeats or answers
 * @param confidence probability that the link is right, 0 to 1
 * @param why what speaks for it
 */
public record CrossLink(End from, CrossRelation relation, End to, double confidence, String why) {
  /** By ends, then by relation. */
  public static final Comparator<CrossLink> ORDER =
      Comparator.comparing(CrossLink::from)
          .thenComparing(CrossLink::to)
          .thenComparing(CrossLink::relation);

  /** Its fields in JSON by name, in order. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", from.fields());
    fields.put("relation", relation.label());
    fields.put("to", to.fields());
    fields.put("confidence", confidence);
    fields.put("why", why);
    return fields;
  }

  /** The columns of a table of links. */
  public static List<String> columns() {
    return List.of(
        "from_article", "from_id", "relation", "to_article", "to_id", "confidence", "why");
  }

  /** Its row in such a table. */
  public List<Object> cells() {
    return List.of(
        from.article(), from.id(), relation.label(), to.article(), to.id(), confidence, why);
  }
}
