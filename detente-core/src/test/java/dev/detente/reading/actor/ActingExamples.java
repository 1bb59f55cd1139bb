package dev.detente.reading.actor;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.conllu.ConlluReader;
import dev.detente.record.Actor;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what the weights of {@link ActingWeights} are learned from ({@code training/actors}): for
 * every candidate of stored analyses its article, id, kind, name, country, mentions, whether the
 * rule takes it for an actor, and its features.
 */
public final class ActingExamples {
  private ActingExamples() {}

  /** Arguments: a file of CoNLL-U as {@code read --format conllu} writes it. */
  public static void main(String[] args) throws Exception {
    Codebook codebook = Codebook.bundled();
    World world = World.load(codebook);
    Map<String, MentionFinder> finders = new HashMap<>();
    Map<String, RoleLexicon> roles = new HashMap<>();
    Map<String, ActorWords> words = new HashMap<>();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (Reader in = Files.newBufferedReader(Path.of(args[0]))) {
      new ConlluReader()
          .read(
              in,
              args[0],
              "en",
              article -> {
                String language = article.language();
                roles.computeIfAbsent(language, key -> new RoleLexicon(codebook, key));
                words.computeIfAbsent(language, key -> new ActorWords(codebook, key));
                finders.computeIfAbsent(
                    language, key -> new MentionFinder(roles.get(key), words.get(key), world));
                Casting casting =
                    new Casting(
                        article,
                        finders.get(language).find(article),
                        roles.get(language),
                        words.get(language),
                        world);
                write(article, casting, out);
              });
    }
    out.flush();
  }

  private static void write(AnalysedArticle article, Casting casting, PrintStream out) {
    Profile profile = new Resolver(casting, ActingWeights.none()).profile();
    List<Actor> actors = profile.cast().actors();
    ActingFeatures features = new ActingFeatures(article);
    List<Entity> entities = new ArrayList<>(casting.entities);
    entities.removeIf(entity -> entity.mentions.isEmpty());
    entities.sort((a, b) -> a.mentions.get(0).span().compareTo(b.mentions.get(0).span()));
    for (int i = 0; i < entities.size(); i++) {
      Actor actor = actors.get(i);
      boolean byRule = profile.acts(entities.get(i));
      String mentions =
          actor.mentions().stream()
              .map(span -> span.start() + "," + span.end())
              .collect(Collectors.joining(" "));
      out.println(
          String.join(
              "\t",
              article.article().id(),
              actor.id(),
              actor.kind().label(),
              actor.name().replaceAll("\\s", " "),
              String.valueOf(actor.country()),
              mentions,
              String.valueOf(byRule),
              String.join("|", features.of(entities.get(i), byRule))));
    }
  }
}
