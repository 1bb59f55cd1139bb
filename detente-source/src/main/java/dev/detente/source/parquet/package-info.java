/** Files of Apache Parquet: tables of articles read, tables of records written. */
@NullMarked
package dev.detente.source.parquet;

import org.jspecify.annotations.NullMarked;
