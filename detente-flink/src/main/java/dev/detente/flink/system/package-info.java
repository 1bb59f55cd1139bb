/** Flink's file systems as file systems of Java, for reading. */
@NullMarked
package dev.detente.flink.system;

import org.jspecify.annotations.NullMarked;
