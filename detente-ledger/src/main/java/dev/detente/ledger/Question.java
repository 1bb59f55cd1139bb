package dev.detente.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for; everything given must hold. Names are those of people, states and
 * organisations as articles write them. Immutable.
 *
 * @param speaker who says it
 * @param acts what the speaker does by it: {@code deny}; any when empty
 * @param addressee to whom it is said
 * @param actor who does it or to whom it is done; also who says it
 * @param about whom or what it names
 * @param types of events: {@code REQUEST}; of statements, that of what they tell; any when empty
 * @param statuses of events: {@code actual}; any when empty
 * @param country of the place, as ISO 3166-1 alpha-3
 * @param outlet of the article
 * @param language of the article
 * @param article id of the article
 * @param text words: all of them, "side by side", -without, begin*
 * @param since first day
 * @param until last day
 * @param limit the most that are given; 0 for all
 */
public record Question(
    @Nullable String speaker,
    List<String> acts,
    @Nullable String addressee,
    @Nullable String actor,
    @Nullable String about,
    List<String> types,
    List<String> statuses,
    @Nullable String country,
    @Nullable String outlet,
    @Nullable String language,
    @Nullable String article,
    @Nullable String text,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    int limit) {
  public Question {
    acts = List.copyOf(acts);
    types = List.copyOf(types);
    statuses = List.copyOf(statuses);
  }

  /** The same question with another limit. */
  public Question withLimit(int most) {
    return new Question(
        speaker, acts, addressee, actor, about, types, statuses, country, outlet, language, article,
        text, since, until, most);
  }

  /** Whether only statements can be meant. */
  boolean ofStatements() {
    return speaker != null || addressee != null || !acts.isEmpty();
  }

  /** Whether only events can be meant. */
  boolean ofEvents() {
    return !ofStatements() && (!types.isEmpty() || !statuses.isEmpty());
  }
}
