package dev.detente.ledger.relate;

import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.StatementKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a statement. Immutable.
 *
 * @param speaker entity; null when the article does not say who
 * @param speakerKind null with the speaker
 * @param speakerCountry null when unknown
 * @param official whether the speaker speaks for a state: the state itself, a body or holder of it
 * @param named whether the speaker has a name
 * @param addressee entity; null when the article does not say to whom
 * @param days on which it may have been made, as the article says
 * @param dated whether the article gives the day, and not only its own date
 * @param meaning what its words mean, see {@link Concepts}, and whom and where it names: entities
 *     after {@code !}, countries after {@code @}, places after {@code &}
 * @param words of its content
 * @param start where its content begins, code points
 */
record StatementSketch(
    String id,
    @Nullable String speaker,
    @Nullable ActorKind speakerKind,
    @Nullable String speakerCountry,
    boolean official,
    boolean named,
    Act act,
    StatementKind kind,
    @Nullable String addressee,
    @Nullable DayRange days,
    boolean dated,
    Set<String> meaning,
    int words,
    int start) {}
