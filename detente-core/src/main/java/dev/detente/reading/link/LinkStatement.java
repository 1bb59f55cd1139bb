package dev.detente.reading.link;

import dev.detente.record.Act;
import dev.detente.record.StatementKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the linking of statements needs to know of one statement, whatever article it comes from.
 * Immutable and thread-safe.
 *
 * @param id statement id within its article
 * @param act what the speaker does
 * @param kind whether the words are the speaker's own
 * @param speaker key of the speaker, the same for the same speaker; null when unknown
 * @param addressee key of the addressee; null when there is none
 * @param country of the speaker; null when unknown
 * @param heading whether it stands in a headline, lead or subheading
 * @param stems beginnings of the content words of what is said
 * @param names capitalised words inside what is said
 * @param numbers numbers in what is said
 * @param actors keys of the actors mentioned in what is said
 * @param countries countries of those actors
 * @param frameActors keys of the actors mentioned around it in its sentence
 * @param topics categories of the language's {@code links.yaml} found: {@code said:denial}, {@code
 *     frame:answer}
 * @param words number of words said
 */
public record LinkStatement(
    String id,
    Act act,
    StatementKind kind,
    @Nullable String speaker,
    @Nullable String addressee,
    @Nullable String country,
    boolean heading,
    Set<String> stems,
    Set<String> names,
    Set<String> numbers,
    Set<String> actors,
    Set<String> countries,
    Set<String> frameActors,
    Set<String> topics,
    int words) {}
