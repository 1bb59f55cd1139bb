package dev.detente.record;

import dev.detente.article.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody does, will do, might do or did not do, coded after PLOVER.
 *
 * @param id {@code e1}, {@code e2}, ... in order of the text
 * @param mode PLOVER mode ({@code visit}, {@code troops}); null when the type has none or the text
 *     gives none
 * @param contexts PLOVER contexts ({@code diplomatic}); empty when none applies
 * @param cameo CAMEO code of the nearest kind; null when there is none
 * @param goldstein Goldstein score of that code, -10 to +10; null with it
 * @param score PLOVER score, -10 (conflict) to +10 (cooperation)
 * @param quad {@code verbal cooperation}, {@code material cooperation}, {@code verbal conflict},
 *     {@code material conflict}
 * @param actors actor ids of those who act
 * @param recipients actor ids of those acted upon
 * @param place place id; null when the article gives none
 * @param date EDTF level 1; null when the article gives none
 * @param statement id of the statement whose claim an alleged or hypothetical event is; null else
 * @param quantities numbers that the report gives, in order of the text
 * @param anchor words that name the event, code points
 * @param evidence clause or sentence that reports it, code points
 * @param why rule, lexicon entry or model head that made the record
 */
public record Event(
    String id,
    EventType type,
    @Nullable String mode,
    List<String> contexts,
    @Nullable String cameo,
    @Nullable Double goldstein,
    double score,
    String quad,
    List<String> actors,
    List<String> recipients,
    @Nullable String place,
    @Nullable String date,
    EventStatus status,
    @Nullable String statement,
    List<Quantity> quantities,
    Span anchor,
    Span evidence,
    String why) {
  public Event {
    contexts = List.copyOf(contexts);
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
    quantities = List.copyOf(quantities);
  }
}
