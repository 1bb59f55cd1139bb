package dev.detente.ledger.story;

import org.jspecify.annotations.Nullable;

/** What an article is, for those who look at a list of them. */
public record Heading(
    String id,
    @Nullable String language,
    @Nullable String published,
    @Nullable String outlet,
    String begins) {}
