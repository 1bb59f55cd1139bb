package dev.detente.reading.link;

/**
 * Where two statements of one article stand to each other.
 *
 * @param distance places in the order of the text from the target to the source: 1 when the source
 *     is the next statement after it, negative when the target comes later
 * @param passages passages from the target to the source; negative when the target comes later
 * @param nearestOther whether the target is the nearest statement before the source that somebody
 *     else makes
 * @param nearestSame whether the target is the nearest statement before the source by the same
 *     speaker
 * @param nearestAct whether no statement between them does what the target does
 * @param nearestNaming whether the target is the nearest statement before the source in which
 *     somebody else speaks of the source's speaker, of his country or to him
 * @param nearestBlame whether the target is the nearest statement before the source in which
 *     somebody else claims, accuses or warns
 * @param first whether no other statement outside the headings before the source has its speaker
 * @param sameSentence whether both stand in one sentence
 */
public record Between(
    int distance,
    int passages,
    boolean nearestOther,
    boolean nearestSame,
    boolean nearestAct,
    boolean nearestNaming,
    boolean nearestBlame,
    boolean first,
    boolean sameSentence)
    implements Standing {}
