package dev.detente.reading.time;

import java.util.List;
import java.util.Set;

/**
 * A line of a calendar: what the words look like and what they mean.
 *
 * @param name for {@code why}
 * @param patterns alternatives
 * @param meaning the operation and its arguments, as {@link Meaning} reads them
 * @param unlessNext forms or {@code <class>} names that must not follow
 * @param unlessBefore forms or {@code <class>} names that must not stand before
 * @param outer whether the patterns hold a slot for an inner expression
 * @param slotOnly whether it reads expressions for slots only, none by itself
 */
record Rule(
    String name,
    List<Pattern> patterns,
    List<String> meaning,
    Set<String> unlessNext,
    Set<String> unlessBefore,
    boolean outer,
    boolean slotOnly) {}
