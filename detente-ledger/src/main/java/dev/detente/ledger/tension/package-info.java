/** How tense it is between actors over time, from what they did and said. */
@NullMarked
package dev.detente.ledger.tension;

import org.jspecify.annotations.NullMarked;
