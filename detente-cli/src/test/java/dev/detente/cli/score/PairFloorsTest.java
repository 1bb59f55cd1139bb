package dev.detente.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.cli.ScoreRuns;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.relate.CandidateIndex;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.relate.Relater;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.record.json.RecordReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we have reached on pairs across the annotated articles we do not lose. Skipped where those,
 * or Python for the scorer beside them, are missing ({@code -Ddetente.shared=FOLDER}).
 */
class PairFloorsTest {
  private static final Path SHARED = Path.of(System.getProperty("detente.shared", "../../shared"));
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A little below what {@code docs/accuracy.md} gives, F1 in percent of pairs read at both ends.
   */
  private static final double STATEMENTS = 77;

  private static final double EVENTS = 66;

  @TempDir private Path folder;

  @Test
  void pairsStayAboveTheirFloors() throws Exception {
    Path gold = SHARED.resolve("data/gold");
    Path scorer = SHARED.resolve("tools/score.py");
    assumeTrue(Files.isDirectory(gold) && Files.isRegularFile(scorer), "no articles at " + gold);
    assumeTrue(hasPython(), "no python3");
    Path records = folder.resolve("records.jsonl");
    Path links = folder.resolve("links.jsonl");
    String read = ScoreRuns.read(gold);
    Files.writeString(records, read);
    Files.writeString(links, links(read));

    Process process =
        new ProcessBuilder(
                "python3", "" + scorer, "pairs", "" + gold, "-r", "" + records, "-l", "" + links)
            .redirectErrorStream(true)
            .start();
    String figures = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    System.out.println(figures);
    assertThat(f1(figures, "statement pairs")).as(figures).isGreaterThan(STATEMENTS);
    assertThat(f1(figures, "event pairs")).as(figures).isGreaterThan(EVENTS);
  }

  private static String links(String read) throws IOException {
    Codebook codebook = Codebook.bundled();
    Sketcher sketcher = new Sketcher(codebook, World.load(codebook));
    CandidateIndex index = new CandidateIndex();
    read.lines().map(RecordReader::read).map(sketcher::sketch).forEach(index::add);
    StringBuilder lines = new StringBuilder();
    for (CrossLink link : index.links(new Relater(codebook))) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("from", end(link.from()));
      object.put("relation", link.relation().label());
      object.put("to", end(link.to()));
      lines.append(JSON.writeValueAsString(object)).append('\n');
    }
    return lines.toString();
  }

  private static Map<String, String> end(End end) {
    return Map.of("article", end.article(), "id", end.id());
  }

  private static double f1(String figures, String kind) {
    Matcher row =
        Pattern.compile(
                Pattern.quote(kind + " (both ends read)") + "\\s+[\\d.]+\\s+[\\d.]+\\s+([\\d.]+)")
            .matcher(figures);
    assertThat(row.find()).as(figures).isTrue();
    return Double.parseDouble(row.group(1));
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
