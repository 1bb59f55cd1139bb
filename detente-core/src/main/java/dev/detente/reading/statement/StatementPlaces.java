package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement was made: a place of the cue's own clause ("said in Rome on Monday"), neither
 * of its speaker nor of what is said. Stateless.
 */
final class StatementPlaces {
  private StatementPlaces() {}

  /** The statements, each with the place where it was made if the article says so. */
  static List<Statement> fill(
      AnalysedArticle article, List<Statement> statements, List<Place> places, CueLexicon lexicon) {
    List<Statement> filled = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      String place = placeOf(article, statement, places, lexicon);
      filled.add(place == null ? statement : statement.withPlace(place));
    }
    return filled;
  }

  private static @Nullable String placeOf(
      AnalysedArticle article, Statement statement, List<Place> places, CueLexicon lexicon) {
    Span cue = statement.cue();
    int index = cue == null ? -1 : article.sentenceAt(cue.start());
    if (cue == null || index < 0) {
      return null;
    }
    Sentence sentence = article.sentence(index);
    for (Place place : places) {
      if (place.span().start() >= sentence.span().end()) {
        break;
      }
      if (!sentence.span().contains(place.span())
          || statement.speakerSpan() != null && statement.speakerSpan().overlaps(place.span())
          || statement.content().stream().anyMatch(piece -> piece.overlaps(place.span()))) {
        continue;
      }
      for (int i = 0; i < sentence.size(); i++) {
        if (place.span().contains(sentence.word(i).span()) && stands(sentence, i, cue, lexicon)) {
          return place.id();
        }
      }
    }
    return null;
  }

  /**
   * Whether a word follows a preposition of place and hangs from the cue, or from its adverbial.
   */
  private static boolean stands(Sentence sentence, int word, Span cue, CueLexicon lexicon) {
    int preposition = sentence.child(word, "case");
    if (preposition < 0 || !lexicon.is("where", Clause.form(sentence.word(preposition)))) {
      return false;
    }
    int up = sentence.word(word).head();
    if (up < 0) {
      return false;
    }
    int upper = sentence.word(up).head();
    return cue.contains(sentence.word(up).span())
        || sentence.word(up).relation().equals("obl")
            && upper >= 0
            && cue.contains(sentence.word(upper).span());
  }
}
