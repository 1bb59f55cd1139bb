package dev.detente.reading.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import dev.detente.codebook.LocatedYaml;
import dev.detente.codebook.plover.Plover;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the examples of a codebook: each text is read as an article of its own, by the same way as
 * any other, and its record compared with what the file says. Thread-safe once set up.
 *
 * <p>Examples stand under {@code examples} of a file, as mappings, or of an entry, as {@code
 * "sentence"} (gives what the entry stands for), {@code "sentence => deny"} or {@code "sentence =>
 * -"} (gives nothing).
 */
public final class ExampleRunner {
  /** When the texts that say nothing of it were published. */
  private static final String PUBLISHED = "2024-05-13";

  private final Codebook codebook;
  private final ArticleAnalyser analyser;
  private final ArticleReader reader;
  private final Map<CodebookFile, Check> checks = new EnumMap<>(CodebookFile.class);

  /**
   * All three of the same codebook.
   *
   * @param analyser stays the caller's to close
   */
  public ExampleRunner(Codebook codebook, ArticleAnalyser analyser, ArticleReader reader) {
    this.codebook = codebook;
    this.analyser = analyser;
    this.reader = reader;
    checks.put(CodebookFile.ABBREVIATIONS, new SentenceCheck());
    checks.put(CodebookFile.ACTORS, new ActorCheck());
    checks.put(CodebookFile.ATTITUDES, new AttitudeCheck(codebook));
    checks.put(CodebookFile.CALENDAR, new TimeCheck());
    checks.put(CodebookFile.CUES, new StatementCheck());
    checks.put(CodebookFile.LAYOUT, new PassageCheck());
    checks.put(CodebookFile.LINKS, new LinkCheck());
    checks.put(CodebookFile.PLACES, new PlaceCheck());
    checks.put(CodebookFile.PLOVER, new CodingCheck(Plover.load(codebook)));
    checks.put(CodebookFile.ROLES, new RoleCheck(codebook));
    checks.put(CodebookFile.TRIGGERS, new EventCheck());
  }

  /** The examples of every file, in order of the files. */
  public static List<Example> examples(Codebook codebook) {
    List<Example> examples = new ArrayList<>();
    for (CodebookFile.Member member : codebook.members()) {
      LocatedYaml yaml = codebook.located(member.path());
      List.of("triggers", "verbs", "nouns")
          .forEach(list -> ofEntries(codebook, member, yaml, list, examples));
      JsonNode list = yaml.root().path("examples");
      for (int i = 0; i < list.size(); i++) {
        JsonNode body = list.path(i);
        examples.add(
            new Example(
                member.kind(),
                member.language(),
                codebook.nameOf(member.path()),
                yaml.line("/examples/" + i),
                "",
                textOf(body),
                body));
      }
    }
    return examples;
  }

  /** The examples of the entries of a list: what they give is the entry's when they do not say. */
  private static void ofEntries(
      Codebook codebook,
      CodebookFile.Member member,
      LocatedYaml yaml,
      String list,
      List<Example> examples) {
    JsonNode entries = yaml.root().path(list);
    for (int i = 0; i < entries.size(); i++) {
      JsonNode entry = entries.path(i);
      JsonNode texts = entry.path("examples");
      String own = entry.path(entry.has("act") ? "act" : "type").asText();
      for (int j = 0; j < texts.size(); j++) {
        String text = texts.path(j).asText();
        int arrow = text.lastIndexOf("=>");
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        expected.put("gives", arrow < 0 ? own : text.substring(arrow + 2).strip());
        examples.add(
            new Example(
                member.kind(),
                member.language(),
                codebook.nameOf(member.path()),
                yaml.line("/" + list + "/" + i + "/examples/" + j),
                entry.path("id").asText(own),
                (arrow < 0 ? text : text.substring(0, arrow)).strip(),
                expected));
      }
    }
  }

  /** Whether this runs the examples of such a file; others are for {@link #with}. */
  public boolean runs(CodebookFile lexicon) {
    return checks.containsKey(lexicon);
  }

  /**
   * Runs the examples of a further kind of file, which the reading of articles does not know.
   *
   * @param faults what is wrong with an example; empty when nothing is
   */
  public void with(CodebookFile lexicon, Function<Example, List<String>> faults) {
    checks.put(lexicon, (example, reading) -> faults.apply(example));
  }

  /** Reads an example and tells whether it gives what it must. */
  public Verdict run(Example example) {
    Check check = checks.get(example.lexicon());
    if (check == null) {
      return new Verdict(example, List.of("nothing runs examples of this file"));
    }
    return new Verdict(example, check.faults(example, read(example)));
  }

  private Reading read(Example example) {
    String published = PUBLISHED;
    if (example.lexicon() == CodebookFile.CALENDAR) {
      published = text(example.expected(), "published");
    }
    AnalysedArticle analysed =
        analyser.analyse(
            new Article(
                "example",
                example.language().isEmpty() ? "en" : example.language(),
                published,
                null,
                null,
                null,
                ArticleText.of(example.text()),
                List.of()));
    return new Reading(analysed, reader.read(analysed));
  }

  /** What is read: the text, or for words, codings and page lines the first value. */
  private static String textOf(JsonNode body) {
    JsonNode text = body.path("text");
    return text.isTextual()
        ? text.asText()
        : body.elements().hasNext() ? body.elements().next().asText() : "";
  }

  private static @Nullable String text(JsonNode node, String key) {
    return node.path(key).isTextual() ? node.path(key).asText() : null;
  }
}
