package dev.detente.codebook.check;

import org.jspecify.annotations.Nullable;

/**
 * A fault in a file of the codebook. Immutable.
 *
 * @param code {@code DET-0303}
 * @param file as the user knows it
 * @param line 1-based; 0 when the fault is the file's as a whole
 * @param key where in the file: {@code verbs[3].act}; null when the file does not parse
 * @param problem what is wrong
 * @param remedy what to do
 */
public record Finding(
    String code, String file, int line, @Nullable String key, String problem, String remedy) {

  /** One line: code, place, fault and remedy. */
  public String message() {
    return code
        + ": codebook file "
        + file
        + (line > 0 ? ", line " + line : "")
        + (key == null ? "" : ", " + key)
        + ": "
        + problem
        + "; "
        + remedy;
  }
}
