/** The record as JSON, written and read; {@code docs/record.schema.json} is its schema. */
@NullMarked
package dev.detente.record.json;

import org.jspecify.annotations.NullMarked;
