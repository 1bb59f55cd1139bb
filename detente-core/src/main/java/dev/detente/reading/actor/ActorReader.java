package dev.detente.reading.actor;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import java.util.HashMap;
import java.util.List;
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

  /** The lexicons of one language. */
  private record Lexicons(RoleLexicon roles, ActorWords words) {}

  private final Map<String, Lexicons> lexicons = new HashMap<>();
  private final Lexicons other;
  private final World world;
  private final ActingWeights acting = ActingWeights.load();

  public ActorReader(Codebook codebook, World world) {
    this.world = world;
    for (String language : LANGUAGES) {
      lexicons.put(language, lexicons(codebook, language));
    }
    other = lexicons(codebook, "en");
  }

  private static Lexicons lexicons(Codebook codebook, String language) {
    return new Lexicons(new RoleLexicon(codebook, language), new ActorWords(codebook, language));
  }

  /** The candidates and their mentions. */
  public Cast read(AnalysedArticle article) {
    Lexicons own = lexicons.getOrDefault(article.language(), other);
    MentionFinder finder = new MentionFinder(own.roles(), own.words(), world);
    List<Mention> mentions = finder.find(article);
    Casting casting = new Casting(article, mentions, own.roles(), own.words(), world);
    return new Resolver(casting, acting).cast();
  }
}
