/** An article as it arrived: its text, its passages and what is known of its origin. */
@NullMarked
package dev.detente.article;

import org.jspecify.annotations.NullMarked;
