package dev.detente.cli.codebook;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that the codebook holds: an entry of a file, a list, or a row of a table. Immutable.
 *
 * @param kind {@code cue}, {@code event}, {@code role}, {@code time}, {@code list}, {@code fact}
 * @param language whose file it stands in; empty for a file of all languages
 * @param file as the user knows it
 * @param line 1-based
 * @param title what it is called: an act, an entry's id, a list's name
 * @param match how a word that was asked for stands in it; empty when none was
 * @param content the entry as the file has it
 */
public record Holding(
    String kind,
    String language,
    String file,
    int line,
    String title,
    String match,
    JsonNode content) {

  /** {@code nb/cues.yaml:12}, which editors and terminals open at the line. */
  public String place() {
    return file + ":" + line;
  }
}
