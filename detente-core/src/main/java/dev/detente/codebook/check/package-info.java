/** Whether a codebook is written as its schemas say. */
@NullMarked
package dev.detente.codebook.check;

import org.jspecify.annotations.NullMarked;
