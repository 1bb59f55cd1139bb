package dev.detente.source.duplicate;

import org.jspecify.annotations.Nullable;

/**
 * What came of comparing two reports. Immutable.
 *
 * @param likeness how they are alike
 * @param containment the share of the shorter one's words that stand in sentences of both, 0 to 1
 * @param difference the words in which a sentence of both differs, {@code bordet → bordet ikke};
 *     null when none does
 */
public record Comparison(Likeness likeness, double containment, @Nullable String difference) {}
