package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.plover.Plover;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.actor.ActorReader;
import dev.detente.record.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples in the trigger lexicons through the analysis and the rules. */
class TriggerExamplesTest {
  private static final Codebook CODEBOOK = Codebook.bundled();

  private static ArticleAnalyser analyser;

  @BeforeAll
  static void load() {
    analyser = ArticleAnalyser.load(CODEBOOK);
  }

  @AfterAll
  static void close() {
    analyser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb", "nn", "en"})
  void examplesGiveTheEventsTheyPromise(String language) {
    Plover plover = Plover.load(CODEBOOK);
    ActorReader actors = new ActorReader(CODEBOOK, World.load(CODEBOOK));
    EventReader reader = new EventReader(CODEBOOK, ChoiceModel.none());
    ArticleStructure structure = ArticleStructure.load(CODEBOOK);
    List<TriggerLexicon.Example> examples =
        TriggerLexicon.load(CODEBOOK, plover, language).examples();
    List<String> wrong = new ArrayList<>();
    for (TriggerLexicon.Example example : examples) {
      ArticleText text = ArticleText.of(example.sentence());
      AnalysedArticle article =
          analyser.analyse(
              new Article(
                  "example",
                  language,
                  "2021-05-04",
                  null,
                  null,
                  null,
                  text,
                  structure.passages(text, language)));
      List<String> found = new ArrayList<>();
      for (Event event :
          reader.read(article, actors.read(article), List.of(), List.of(), List.of())) {
        found.add(event.mode() == null ? event.type().name() : event.type() + "/" + event.mode());
      }
      boolean right =
          example.expected().equals("-") ? found.isEmpty() : found.contains(example.expected());
      if (!right) {
        wrong.add(example.entry() + ": " + example.sentence() + " gave " + found);
      }
    }
    assertThat(examples).hasSizeGreaterThanOrEqualTo(10);
    assertThat(wrong).isEmpty();
  }
}
