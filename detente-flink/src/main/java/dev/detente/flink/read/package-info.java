/** From article to record, within a task. */
@NullMarked
package dev.detente.flink.read;

import org.jspecify.annotations.NullMarked;
