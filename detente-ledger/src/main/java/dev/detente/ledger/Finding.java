package dev.detente.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement or event that was looked for, as a table would show it. Immutable.
 *
 * @param article id of the article
 * @param id of the statement or event in its record
 * @param date as the article gives it, EDTF; null when it gives none
 * @param day the first day it may have been on, by its date or else that of the article; null when
 *     neither is known
 * @param what act of a statement, type of an event
 * @param who speaker, or those who act
 * @param whom addressee, or those acted upon
 * @param mode of an event; null for a statement
 * @param status of an event; null for a statement
 * @param score of an event, -10 to +10; null for a statement
 * @param words content of a statement, evidence of an event
 * @param begins where it stands in the article, code points
 */
public record Finding(
    String article,
    String id,
    boolean event,
    @Nullable String outlet,
    @Nullable String language,
    @Nullable String published,
    @Nullable String date,
    @Nullable LocalDate day,
    String what,
    List<String> who,
    List<String> whom,
    @Nullable String mode,
    @Nullable String status,
    @Nullable Double score,
    @Nullable String place,
    String words,
    int begins,
    int ends) {
  public Finding {
    who = List.copyOf(who);
    whom = List.copyOf(whom);
  }

  /** What it has by the names that programs get, in their order; null where nothing is known. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("article", article);
    fields.put("id", id);
    fields.put("kind", event ? "event" : "statement");
    fields.put("outlet", outlet);
    fields.put("language", language);
    fields.put("published", published);
    fields.put("date", date);
    if (event) {
      fields.put("type", what);
      fields.put("mode", mode);
      fields.put("status", status);
      fields.put("score", score);
      fields.put("actors", who);
      fields.put("recipients", whom);
    } else {
      fields.put("act", what);
      fields.put("speaker", who.isEmpty() ? null : who.get(0));
      fields.put("addressee", whom.isEmpty() ? null : whom.get(0));
    }
    fields.put("place", place);
    fields.put("words", words);
    fields.put("span", List.of(begins, ends));
    return fields;
  }

  /** The headings of {@link #cells}. */
  public static List<String> columns() {
    return List.of(
        "article",
        "id",
        "kind",
        "outlet",
        "language",
        "published",
        "date",
        "what",
        "who",
        "whom",
        "mode",
        "status",
        "score",
        "place",
        "words",
        "begins",
        "ends");
  }

  /** What it has as a row of a table; names are divided by semicolons. */
  public List<@Nullable Object> cells() {
    return Arrays.asList(
        article,
        id,
        event ? "event" : "statement",
        outlet,
        language,
        published,
        date,
        what,
        String.join("; ", who),
        String.join("; ", whom),
        mode,
        status,
        score,
        place,
        words,
        begins,
        ends);
  }
}
