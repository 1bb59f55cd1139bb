package dev.detente.reading.examples;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import dev.detente.reading.actor.Role;
import dev.detente.reading.actor.RoleLexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Role nouns: what a word names, without a sentence around it. */
final class RoleCheck implements Check {
  private final Map<String, RoleLexicon> lexicons = new HashMap<>();

  RoleCheck(Codebook codebook) {
    for (String language : CodebookFile.LANGUAGES) {
      lexicons.put(language, new RoleLexicon(codebook, language));
    }
  }

  @Override
  public List<String> faults(Example example, Reading reading) {
    RoleLexicon lexicon = lexicons.get(Codebook.folderOf(example.language()));
    if (lexicon == null) {
      return List.of("no lexicon of roles for " + example.language());
    }
    String lemma = example.expected().path("lemma").asText(example.text());
    Role role = lexicon.find(example.text(), lemma);
    List<String> faults = new ArrayList<>();
    Check.same(example.expected(), "kind", role == null ? "none" : role.kind(), faults);
    if (role != null) {
      Check.same(example.expected(), "sector", role.sector(), faults);
      Check.same(example.expected(), "office", role.office(), faults);
      Check.same(
          example.expected(),
          "gender",
          role.gender() == null ? null : role.gender().name().toLowerCase(Locale.ROOT),
          faults);
    }
    return faults;
  }
}
