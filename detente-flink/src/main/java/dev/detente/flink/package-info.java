/**
 * Detente's reading as a job of Apache Flink: the steps are those of other modules, put into
 * operators.
 */
@NullMarked
package dev.detente.flink;

import org.jspecify.annotations.NullMarked;
