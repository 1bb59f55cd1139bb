package dev.detente.reading.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.actor.ActorReader;
import dev.detente.reading.actor.Cast;
import dev.detente.reading.place.PlaceReader;
import dev.detente.reading.statement.StatementReader;
import dev.detente.reading.time.StatementDates;
import dev.detente.reading.time.TimeReader;
import dev.detente.reading.time.Times;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.json.RecordWriter;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what the event reader asks its model on annotated articles, for {@code
 * training/events/train_choices.py}, and the records of the same run with everybody who could be an
 * actor. The articles are read as any other, so that the weights know the errors of the readers
 * before; only which drafts are followed up is taken from the annotation.
 *
 * <p>Arguments: folder of annotated articles, file of questions, file of records; {@code weighed}
 * for events as they are read with the weights, of which the questions where and when are asked.
 */
public final class EventQuestions {
  private EventQuestions() {}

  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Codebook codebook = Codebook.bundled();
    World world = World.load(codebook);
    TimeReader timeReader = new TimeReader(codebook);
    PlaceReader placeReader = new PlaceReader(codebook, world);
    ActorReader actorReader = new ActorReader(codebook, world);
    StatementReader statementReader = new StatementReader(codebook);
    boolean weighed = arguments.length > 3 && arguments[3].equals("weighed");
    EventReader reader =
        new EventReader(codebook, weighed ? ChoiceModel.load() : ChoiceModel.none());
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
        AnalysedArticle article = analyser.analyse(AnnotatedEvents.article(gold, structure));
        AnnotatedEvents annotated = AnnotatedEvents.of(gold);
        Times times = timeReader.times(article);
        List<Place> places = placeReader.read(article, times.expressions());
        Cast cast = actorReader.read(article);
        List<Statement> statements =
            StatementDates.fill(
                article, statementReader.read(article, cast, times.expressions(), places), times);
        StringBuilder lines = new StringBuilder();
        List<Event> events =
            reader.read(
                article,
                cast,
                statements,
                times.expressions(),
                places,
                new Observer() {
                  @Override
                  public void asked(
                      String question,
                      Draft draft,
                      List<String> candidates,
                      List<List<String>> features) {
                    lines.append(
                        QuestionLines.format(article, question, draft, candidates, features));
                  }

                  @Override
                  public boolean wants(Draft draft) {
                    return annotated.tellOf(draft);
                  }
                });
        questions.write(lines.toString());
        records.write(
            RecordWriter.line(
                new ArticleRecord(
                    article.article(),
                    cast.actors(),
                    statements,
                    events,
                    List.of(),
                    times.expressions(),
                    places)));
        records.newLine();
      }
    }
  }
}
