package dev.detente.reading.link;

/** How two statements stand to each other: in one article, or in different ones. */
public sealed interface Standing permits Between, Apart {}
