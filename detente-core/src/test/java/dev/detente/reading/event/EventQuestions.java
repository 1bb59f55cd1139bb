package dev.detente.reading.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.json.RecordWriter;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what the event reader asks its model on annotated articles, for {@code
 * training/events/train_choices.py}, and the records of the same run.
 *
 * <p>Arguments: folder of annotated articles, file of questions, file of records.
 */
public final class EventQuestions {
  private EventQuestions() {}

  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Codebook codebook = Codebook.bundled();
    EventReader reader = new EventReader(codebook, ChoiceModel.none());
    ArticleStructure structure = ArticleStructure.load(codebook);
    List<Path> files;
    try (Stream<Path> folder = Files.list(Path.of(arguments[0]))) {
      files = folder.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    try (ArticleAnalyser analyser = ArticleAnalyser.load(codebook);
        BufferedWriter questions = Files.newBufferedWriter(Path.of(arguments[1]));
        BufferedWriter records = Files.newBufferedWriter(Path.of(arguments[2]))) {
      for (Path file : files) {
        JsonNode gold = json.readTree(Files.readString(file));
        AnalysedArticle article = analyser.analyse(AnnotatedArticle.article(gold, structure));
        AnnotatedArticle annotated = new AnnotatedArticle(gold, article);
        StringBuilder lines = new StringBuilder();
        List<Event> events =
            reader.read(
                article,
                annotated,
                annotated.statements(),
                annotated.times(),
                annotated.places(),
                (question, draft, candidates, features) ->
                    lines.append(
                        QuestionLines.format(article, question, draft, candidates, features)));
        questions.write(lines.toString());
        records.write(
            RecordWriter.line(
                new ArticleRecord(
                    article.article(),
                    annotated.actors(),
                    annotated.statements(),
                    events,
                    List.of(),
                    annotated.times(),
                    annotated.places())));
        records.newLine();
      }
    }
  }
}
