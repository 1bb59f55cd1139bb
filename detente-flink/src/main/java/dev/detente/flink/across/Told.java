package dev.detente.flink.across;

import org.jspecify.annotations.Nullable;

/**
 * What goes into the grouping of all articles: one of these.
 *
 * @param id of an article
 * @param copies ids of articles that print one report, the original first
 * @param links of an article
 */
public record Told(@Nullable String id, String @Nullable [] copies, @Nullable LinksOf links) {}
