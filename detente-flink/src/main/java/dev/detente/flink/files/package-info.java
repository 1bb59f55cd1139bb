/** Folders of files that are whole or not there. */
@NullMarked
package dev.detente.flink.files;

import org.jspecify.annotations.NullMarked;
