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

/**
 * Finds who says what: cues of the lexicon with the frames they govern in the dependency tree, and
 * the quotes of the text with or without a cue. Immutable and thread-safe.
 */
public final class StatementReader {
  private final Map<String, CueLexicon> lexicons;
  private final ActChoice acts;

  public StatementReader(Codebook codebook) {
    Map<String, CueLexicon> read = new LinkedHashMap<>();
    for (String language : List.of("nb", "nn", "en", "da", "sv")) {
      read.put(
          language, CueLexicon.of(codebook.lexicon(language, "cues"), language + "/cues.yaml"));
    }
    lexicons = Map.copyOf(read);
    acts = ActChoice.load();
  }

  /** Statements in order of the text, ids {@code s1}, {@code s2}, ... */
  public List<Statement> read(
      AnalysedArticle article, Cast cast, List<TimeExpression> times, List<Place> places) {
    CueLexicon lexicon = lexiconOf(article);
    return StatementPlaces.fill(
        article, new Attribution(article, cast, lexicon, acts).statements(), places, lexicon);
  }

  /** A reading of one article, for the training of the choice of acts: without it. */
  Attribution examples(AnalysedArticle article, Cast cast) {
    return new Attribution(article, cast, lexiconOf(article), null);
  }

  private CueLexicon lexiconOf(AnalysedArticle article) {
    CueLexicon own = lexicons.get(article.language());
    return own != null
        ? own
        : Objects.requireNonNull(lexicons.get(Codebook.folderOf(article.language())));
  }
}
