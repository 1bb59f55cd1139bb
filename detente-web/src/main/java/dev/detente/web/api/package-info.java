/** The same for programs: JSON under {@code /api/v1}, as {@code openapi.yaml} says. */
@NullMarked
package dev.detente.web.api;

import org.jspecify.annotations.NullMarked;
