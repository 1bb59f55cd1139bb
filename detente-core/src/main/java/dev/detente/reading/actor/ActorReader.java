package dev.detente.reading.actor;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the actors of an article and resolves who each mention refers to. Immutable and
 * thread-safe.
 *
 * <p>Three steps: {@link MentionFinder} finds the words that may refer to somebody, sentence by
 * sentence; {@link Resolver} decides who they refer to, names first, then descriptions and pronouns
 * in the order of the text; {@link Profile} gives each actor its name, country, sector and role.
 * The who-is-who comes from the article itself first (titles, appositions, predicates), from the
 * register of office-holders second.
 */
public final class ActorReader {
  private static final String[] LANGUAGES = {"nb", "nn", "en", "da", "sv"};

  private final Map<String, RoleLexicon> roles = new HashMap<>();
  private final Map<String, ActorWords> words = new HashMap<>();
  private final World world;

  public ActorReader(Codebook codebook, World world) {
    this.world = world;
    for (String language : LANGUAGES) {
      roles.put(language, new RoleLexicon(codebook, language));
      words.put(language, new ActorWords(codebook, language));
    }
  }

  /** The candidates and their mentions. */
  public Cast read(AnalysedArticle article) {
    String language = words.containsKey(article.language()) ? article.language() : "en";
    RoleLexicon lexicon = roles.getOrDefault(language, roles.get("en"));
    ActorWords small = words.getOrDefault(language, words.get("en"));
    MentionFinder finder = new MentionFinder(lexicon, small, world);
    return new Resolver(article, finder.find(article), lexicon, small, world).resolve();
  }
}
