package dev.detente.reading.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.actor.ActorReader;
import dev.detente.reading.actor.Cast;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what {@code training/acts/fit.py} fits the weights of acts on: for each statement read
 * from annotated articles a line with the article's id, the content's spans, the lexicon's act, the
 * speaker, the kind, the signs of the network's marks on cue and content, and the features of the
 * word model, tab-separated.
 *
 * <p>Run with the test class path: {@code ActExamples FOLDER > examples.tsv}.
 */
final class ActExamples {
  private ActExamples() {}

  public static void main(String[] folders) throws IOException {
    Codebook codebook = Codebook.bundled();
    StatementReader reader = new StatementReader(codebook);
    ActorReader actors = new ActorReader(codebook, World.load(codebook));
    ObjectMapper json = new ObjectMapper();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (ArticleAnalyser analyser = ArticleAnalyser.load(codebook)) {
      for (String folder : folders) {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(folder))) {
          files = listed.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : files) {
          JsonNode gold = json.readTree(file.toFile());
          AnalysedArticle article =
              analyser.analyse(
                  new Article(
                      gold.path("id").asText(),
                      gold.path("language").asText("nb"),
                      gold.path("published").asText(null),
                      gold.path("outlet").asText(null),
                      null,
                      null,
                      ArticleText.of(gold.path("text").asText()),
                      List.of()));
          write(reader, article, actors.read(article), out);
        }
      }
    }
    out.flush();
  }

  private static void write(
      StatementReader reader, AnalysedArticle article, Cast cast, PrintStream out) {
    Attribution reading = reader.examples(article, cast);
    reading.statements();
    for (Draft draft : reading.drafts()) {
      if (!draft.dropped) {
        ActSigns signs = ActSigns.of(draft, article);
        out.print(article.article().id() + "\t");
        out.print(draft.content.stream().map(ActExamples::span).collect(Collectors.joining(",")));
        out.print("\t" + draft.act.label());
        out.print("\t" + (draft.speaker == null ? "" : draft.speaker) + "\t" + draft.kind.label());
        out.print("\t" + (signs == null ? "" : numbers(signs.cue())));
        out.print("\t" + (signs == null ? "" : numbers(signs.content())));
        out.print("\t" + String.join("\t", reading.features(draft)) + "\n");
      }
    }
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
        .collect(Collectors.joining(" "));
  }

  private static String span(Span span) {
    return span.start() + "-" + span.end();
  }
}
