package dev.detente.codebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of YAML file that a codebook holds: one of each for every language, or one for all. The
 * schema of a kind stands in {@code schema/} of the codebook.
 */
public enum CodebookFile {
  ABBREVIATIONS("abbreviations", null),
  ACTORS("actors", null),
  ATTITUDES("attitudes", null),
  CALENDAR("calendar", null),
  CUES("cues", null),
  LAYOUT("layout", null),
  LINKS("links", null),
  PAGE("page", null),
  PLACES("places", null),
  ROLES("roles", null),
  TRIGGERS("triggers", null),
  PLOVER("plover", ""),
  MARKUP("markup", ""),
  GIVEN_NAMES("given-names", "names/"),
  WEB("web", "world/");

  /** The languages with a folder of their own that has every file. */
  public static final List<String> LANGUAGES = List.of("nb", "nn", "en");

  /** The languages that may have files of their own and are read with another's else. */
  public static final List<String> NEAR_LANGUAGES = List.of("da", "sv");

  private final String label;
  private final @Nullable String folder;

  CodebookFile(String label, @Nullable String folder) {
    this.label = label;
    this.folder = folder;
  }

  /**
   * A file of a codebook.
   *
   * @param language {@code nb}; empty for a file of all languages
   * @param path below the codebook folder: {@code nb/cues.yaml}
   */
  public record Member(CodebookFile kind, String language, String path) {
    /** Whether a codebook works without it. */
    boolean isOptional() {
      return NEAR_LANGUAGES.contains(language);
    }
  }

  /** The name of the file without ending: {@code cues}. */
  public String label() {
    return label;
  }

  /** Where the JSON Schema of this kind of file stands below the codebook folder. */
  public String schema() {
    return "schema/" + label + ".schema.json";
  }

  /** Every YAML file that a codebook may have, by kind and language. */
  static List<Member> possible() {
    List<Member> members = new ArrayList<>();
    for (CodebookFile kind : values()) {
      if (kind.folder != null) {
        members.add(new Member(kind, "", kind.folder + kind.label + ".yaml"));
        continue;
      }
      for (List<String> languages : List.of(LANGUAGES, NEAR_LANGUAGES)) {
        for (String language : languages) {
          members.add(new Member(kind, language, language + "/" + kind.label + ".yaml"));
        }
      }
    }
    return members;
  }
}
