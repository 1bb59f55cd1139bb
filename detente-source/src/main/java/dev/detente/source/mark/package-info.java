/**
 * What people wrote beside articles: annotations of brat and reviewers' marks as Web Annotations,
 * held to the text that they speak of.
 */
@NullMarked
package dev.detente.source.mark;

import org.jspecify.annotations.NullMarked;
