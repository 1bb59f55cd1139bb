package dev.detente.reading.link;

import dev.detente.record.Act;
import org.jspecify.annotations.Nullable;

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
 * @param nearestMeant whether the target is the nearest statement before the source in which
 *     somebody else does what a short source names: a demand for "the demand"
 * @param own what the source's speaker does in the first statement of his between the two; null
 *     when there is none
 * @param best whether no other statement before the source that somebody else makes, or that the
 *     same speaker makes where he makes the target, has more words in common with it
 * @param begins whether the statement before the target is somebody else's
 * @param nearestRun whether all between the two are by the source's or the target's speaker, and
 *     these two are different
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
    boolean nearestMeant,
    @Nullable Act own,
    boolean best,
    boolean begins,
    boolean nearestRun,
    boolean first,
    boolean sameSentence)
    implements Standing {}
