package dev.detente.reading.link;

import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.EventType;
import dev.detente.record.StatementKind;
import java.util.Map;
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
 * @param speakerKind what kind of actor speaks; null when unknown
 * @param stems beginnings of the content words of what is said, each with its rarity: from 0 when
 *     every statement of the article has it to 1 when no other has it
 * @param forms the longer content words as they stand, small letters
 * @param loose shorter beginnings of the content words: a noun and its verb mostly share them
 * @param names capitalised words inside what is said
 * @param numbers numbers in what is said
 * @param actors keys of the actors mentioned in what is said
 * @param countries countries of those actors and of the places named there
 * @param frameActors keys of the actors mentioned around it in its sentence
 * @param topics categories of the language's {@code links.yaml} found in what is said, in the words
 *     that attribute it and in the rest of its sentence: {@code said:denial}, {@code cue:denial},
 *     {@code frame:answer}
 * @param cue beginnings of the words that attribute it, all small letters
 * @param says beginnings of the words of a short statement in small letters; empty for a longer one
 * @param events types of the events told in what is said
 * @param places English names of the places named in what is said
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
    @Nullable ActorKind speakerKind,
    Map<String, Double> stems,
    Set<String> forms,
    Set<String> loose,
    Set<String> names,
    Set<String> numbers,
    Set<String> actors,
    Set<String> countries,
    Set<String> frameActors,
    Set<String> topics,
    Set<String> cue,
    Set<String> says,
    Set<EventType> events,
    Set<String> places,
    int words) {

  boolean found(String topic) {
    return topics.contains(topic);
  }
}
