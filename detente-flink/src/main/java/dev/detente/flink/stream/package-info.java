/** Articles as they come: from Kafka, read, linked with what came before, and out to Kafka. */
@NullMarked
package dev.detente.flink.stream;

import org.jspecify.annotations.NullMarked;
