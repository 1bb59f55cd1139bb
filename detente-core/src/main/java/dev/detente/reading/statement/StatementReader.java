package dev.detente.reading.statement;

import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds who says what: cues of the lexicon with the frames they govern in the dependency tree, and
 * the quotes of the text with or without a cue. Immutable and thread-safe.
 */
public final class StatementReader {
  private final Map<String, CueLexicon> lexicons;
  private final Map<String, Attitudes> attitudes;
  private final ActChoice acts;

  public StatementReader(Codebook codebook) {
    Map<String, CueLexicon> read = new LinkedHashMap<>();
    Map<String, Attitudes> shown = new LinkedHashMap<>();
    for (String language : List.of("nb", "nn", "en", "da", "sv")) {
      read.put(
          language, CueLexicon.of(codebook.lexicon(language, "cues"), language + "/cues.yaml"));
      shown.put(language, Attitudes.of(codebook, language));
    }
    lexicons = Map.copyOf(read);
    attitudes = Map.copyOf(shown);
    acts = ActChoice.load();
  }

  /** Statements in order of the text, ids {@code s1}, {@code s2}, ... */
  public List<Statement> read(
      AnalysedArticle article, Cast cast, List<TimeExpression> times, List<Place> places) {
    return StatementPlaces.fill(
        article,
        attribution(article, cast, acts).statements(),
        places,
        of(lexicons, article.language()));
  }

  /** A reading of one article, for the training of the choice of acts: without it. */
  Attribution examples(AnalysedArticle article, Cast cast) {
    return attribution(article, cast, null);
  }

  private Attribution attribution(AnalysedArticle article, Cast cast, @Nullable ActChoice choice) {
    String language = article.language();
    return new Attribution(article, cast, of(lexicons, language), of(attitudes, language), choice);
  }

  private static <T> T of(Map<String, T> byLanguage, String language) {
    T own = byLanguage.get(language);
    return own != null ? own : Objects.requireNonNull(byLanguage.get(Codebook.folderOf(language)));
  }
}
