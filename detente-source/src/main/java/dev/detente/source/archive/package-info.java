/**
 * Web archives: WARC and ARC files as captures of web pages, however broken they are.
 *
 * <p>From the bytes up: {@link dev.detente.source.archive.Bytes} with a bounded way back, {@link
 * dev.detente.source.archive.Members} that expand what is compressed, {@link
 * dev.detente.source.archive.Expanded} with a look ahead, records, and {@link
 * dev.detente.source.archive.ArchiveReader}, which puts them together. Knows nothing of articles.
 */
@NullMarked
package dev.detente.source.archive;

import org.jspecify.annotations.NullMarked;
