/** The reading room: a local site over a ledger, as pages for people and as JSON for programs. */
@NullMarked
package dev.detente.web;

import org.jspecify.annotations.NullMarked;
