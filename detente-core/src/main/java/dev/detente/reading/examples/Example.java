package dev.detente.reading.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.CodebookFile;

/**
 * A text of the codebook with what it must give. Immutable.
 *
 * @param lexicon the kind of file it stands in
 * @param language whose lexicon that is; empty for a file of all languages
 * @param file as the user knows it
 * @param line 1-based
 * @param entry the entry that it shows ({@code attack}, {@code deny}); empty when it shows the file
 * @param text what is read
 * @param expected what it must give, as the file says
 */
public record Example(
    CodebookFile lexicon,
    String language,
    String file,
    int line,
    String entry,
    String text,
    JsonNode expected) {

  /** {@code nb/cues.yaml, line 12 (deny)}. */
  public String place() {
    return file + ", line " + line + (entry.isEmpty() ? "" : " (" + entry + ")");
  }
}
