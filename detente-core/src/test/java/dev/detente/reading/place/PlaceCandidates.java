package dev.detente.reading.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.language.conllu.ConlluReader;
import dev.detente.reading.time.TimeReader;
import dev.detente.record.TimeExpression;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what {@code training/world/fit_places.py} learns from: the candidates of annotated
 * articles with their features. Run by hand: {@code PlaceCandidates OUT FOLDER-OR-CONLLU...}; a
 * CoNLL-U file holds analyses that {@code read --format conllu} stored.
 */
final class PlaceCandidates {
  private PlaceCandidates() {}

  public static void main(String[] arguments) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Codebook codebook = Codebook.bundled();
    World world = World.load(codebook);
    PlaceReader reader = new PlaceReader(codebook, world);
    TimeReader times = new TimeReader(codebook);
    try (ArticleAnalyser analyser = ArticleAnalyser.load(codebook);
        BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
      for (int i = 1; i < arguments.length; i++) {
        for (AnalysedArticle article : articles(Path.of(arguments[i]), json, analyser)) {
          out.write(
              json.writeValueAsString(
                  candidates(json, world, reader, article, times.times(article).expressions())));
          out.newLine();
        }
      }
    }
  }

  private static List<AnalysedArticle> articles(
      Path path, ObjectMapper json, ArticleAnalyser analyser) throws IOException {
    if (path.toString().endsWith(".conllu")) {
      try (Reader in = Files.newBufferedReader(path)) {
        return new ConlluReader().read(in, path.toString(), "nb");
      }
    }
    List<AnalysedArticle> analysed = new ArrayList<>();
    for (Path file : files(path)) {
      analysed.add(analyser.analyse(article(json.readTree(file.toFile()))));
    }
    return analysed;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return new ArrayList<>(
          paths.filter(path -> path.toString().endsWith(".json")).sorted().toList());
    }
  }

  private static Article article(JsonNode gold) {
    return new Article(
        gold.get("id").asText(),
        gold.get("language").asText(),
        gold.get("published").asText(),
        null,
        null,
        null,
        ArticleText.of(gold.get("text").asText()),
        List.of());
  }

  private static ObjectNode candidates(
      ObjectMapper json,
      World world,
      PlaceReader reader,
      AnalysedArticle article,
      List<TimeExpression> times) {
    List<PlaceReader.Weighed> weighed = reader.weigh(article, times);
    PlaceChoice choice =
        new PlaceChoice(
            world, article, weighed.stream().map(PlaceReader.Weighed::mention).toList());
    ObjectNode node = json.createObjectNode().put("id", article.article().id());
    ArrayNode mentions = node.putArray("mentions");
    for (PlaceReader.Weighed candidate : weighed) {
      ObjectNode mention = mentions.addObject().put("text", candidate.mention().text());
      ArrayNode features = mention.putArray("f");
      candidate.features().forEach(features::add);
      GazetteerPlace place = choice.choose(candidate.mention());
      if (place == null) {
        mention.put("country", choice.countryOf(candidate.mention()));
      } else {
        mention
            .put("name", place.name())
            .put("country", place.country())
            .put("lat", place.lat())
            .put("lon", place.lon());
      }
    }
    return node;
  }
}
