/** What several articles tell: reports and their printings, stories, one event in many reports. */
@NullMarked
package dev.detente.ledger.story;

import org.jspecify.annotations.NullMarked;
