package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import dev.detente.codebook.plover.Plover;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.codebook.world.World;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.language.model.SentenceAnalyser;
import dev.detente.language.segment.Segmenter;
import dev.detente.reading.ArticleReader;
import dev.detente.reading.examples.Example;
import dev.detente.reading.examples.ExampleRunner;
import dev.detente.reading.link.LinkReader;
import dev.detente.reading.statement.StatementReader;
import dev.detente.reading.time.TimeReader;
import dev.detente.source.page.PageExamples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Puts the parts together: the one place that knows them all. */
final class Wiring {
  private Wiring() {}

  /**
   * The examples of a codebook and what runs them; close it when done.
   *
   * @param list every example, in order of the files
   */
  record Examples(ArticleAnalyser analyser, ExampleRunner runner, List<Example> list)
      implements AutoCloseable {
    @Override
    public void close() {
      analyser.close();
    }
  }

  /** The examples of a codebook. */
  static Examples examples(Codebook codebook) {
    ArticleAnalyser analyser = ArticleAnalyser.load(codebook);
    ExampleRunner runner = new ExampleRunner(codebook, analyser, new ArticleReader(codebook));
    PageExamples pages = new PageExamples(codebook);
    runner.with(
        CodebookFile.PAGE,
        example -> pages.faults(example.expected().fieldNames().next(), example.text()));
    return new Examples(analyser, runner, ExampleRunner.examples(codebook));
  }

  /** What keeps parts of the reading from being loaded from a codebook: one failure for each. */
  static List<DetenteException> faults(Codebook codebook) {
    List<DetenteException> faults = new ArrayList<>();
    Set<String> told = new HashSet<>();
    List<Consumer<Codebook>> parts =
        List.of(
            Plover::load,
            World::load,
            ArticleStructure::load,
            Segmenter::load,
            TimeReader::new,
            StatementReader::new,
            LinkReader::new,
            part -> TriggerLexicon.load(part, Plover.load(part), "nb"),
            part -> TriggerLexicon.load(part, Plover.load(part), "nn"),
            part -> TriggerLexicon.load(part, Plover.load(part), "en"),
            ArticleReader::new);
    for (Consumer<Codebook> part : parts) {
      try {
        part.accept(codebook);
      } catch (DetenteException e) {
        if (told.add(String.valueOf(e.getMessage()))) {
          faults.add(e);
        }
      }
    }
    return faults;
  }

  /** Which codebook codes: the beginning of the SHA-256 of its files. */
  static String codebookVersion(Codebook codebook) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (CodebookFile.Member member : codebook.members()) {
        try (InputStream in = codebook.open(member.path())) {
          digest.update(member.path().getBytes(StandardCharsets.UTF_8));
          digest.update(in == null ? new byte[0] : in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException | NoSuchAlgorithmException e) {
      return "unknown (" + e.getMessage() + ")";
    }
  }

  /** Which language model reads: the beginning of the SHA-256 of its files. */
  static String modelVersion() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : List.of("encoder.onnx", "labels.txt", "words.bin")) {
        try (InputStream in = SentenceAnalyser.class.getResourceAsStream(file)) {
          digest.update(in == null ? new byte[0] : in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException | NoSuchAlgorithmException e) {
      return "unknown (" + e.getMessage() + ")";
    }
  }
}
