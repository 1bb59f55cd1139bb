package dev.detente.ledger.relate;

import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of an event. Immutable.
 *
 * @param actors entities
 * @param actorCountries countries of the actors
 * @param recipients entities
 * @param recipientCountries countries of the recipients
 * @param place English name; null when the article gives none
 * @param days on which it may have happened; null when the article does not say
 * @param statements ids of the statements whose content reports it
 * @param meaning of its evidence, as for {@link StatementSketch}
 * @param anchor meaning of its anchor
 * @param start where its anchor begins, code points
 */
record EventSketch(
    String id,
    EventType type,
    @Nullable String mode,
    EventStatus status,
    Set<String> actors,
    Set<String> actorCountries,
    Set<String> recipients,
    Set<String> recipientCountries,
    @Nullable String place,
    @Nullable DayRange days,
    Set<String> statements,
    Set<String> meaning,
    Set<String> anchor,
    int start) {}
