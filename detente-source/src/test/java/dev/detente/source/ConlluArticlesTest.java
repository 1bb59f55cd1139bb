package dev.detente.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.codebook.Codebook;
import dev.detente.language.Analysis;
import dev.detente.source.fetch.FetchRules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConlluArticlesTest {
  /** Words of a line each: form, head and, after a slash, what stands in the last column. */
  private static String sentence(String... words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      String[] parts = words[i].split("/", -1);
      out.append(i + 1).append('\t').append(parts[0]).append("\t_\tX\t_\t_\t").append(parts[1]);
      out.append("\tdep\t_\t").append(parts.length > 2 ? parts[2] : "_").append('\n');
    }
    return out.append('\n').toString();
  }

  private static List<Incoming> read(String conllu, Metadata metadata, Limits limits) {
    List<Incoming> out = new ArrayList<>();
    new ArticleSource(
            List.of("-"),
            new SourceOptions(metadata, limits, Codebook.bundled(), null, FetchRules.DEFAULT),
            new ByteArrayInputStream(conllu.getBytes(StandardCharsets.UTF_8)))
        .forEach(out::add);
    return out;
  }

  private static List<Incoming> read(String conllu) {
    return read(conllu, Metadata.NONE, Limits.DEFAULT);
  }

  private static String failure(Incoming incoming) {
    return String.valueOf(Objects.requireNonNull(incoming.failure()).getMessage());
  }

  @Test
  void putsTheTextOfOthersTogetherAndKeepsTheirParagraphs() {
    List<Incoming> read =
        read(
            "# newdoc id = sak\n# newpar\n# sent_id = 1\n# text = Hei, du.\n"
                + sentence("Hei/0/SpaceAfter=No", ",/1", "du/1/SpaceAfter=No", "./1")
                + "# newpar id = p2\n"
                + sentence("Ja/0")
                + sentence("Nei/0"));

    assertThat(read).hasSize(1);
    Article article = Objects.requireNonNull(read.get(0).article());
    Analysis analysis = Objects.requireNonNull(read.get(0).analysis());
    assertThat(article.id()).isEqualTo("sak");
    assertThat(article.text().string()).isEqualTo("Hei, du.\n\nJa Nei");
    assertThat(article.passages()).extracting(Passage::span).hasSize(2);
    assertThat(article.language()).isNull();
    assertThat(analysis.language()).isEmpty();
    assertThat(analysis.sentences()).hasSize(3);
    assertThat(article.slice(analysis.sentences().get(2).span())).isEqualTo("Nei");
  }

  @Test
  void whatTheArticleSaysGoesBeforeTheOptions() {
    List<Incoming> read =
        read(
            "# newdoc\n# language = nob\n# published = 2031-03\n"
                + sentence("Hei/0")
                + "# newdoc\n"
                + sentence("Hallo/0"),
            new Metadata("2030", "avisa", null, "sv"),
            Limits.DEFAULT);

    Article first = Objects.requireNonNull(read.get(0).article());
    Article second = Objects.requireNonNull(read.get(1).article());
    assertThat(first.published()).isEqualTo("2031-03");
    assertThat(first.language()).isEqualTo("nb");
    assertThat(first.outlet()).isEqualTo("avisa");
    assertThat(second.published()).isEqualTo("2030");
    assertThat(second.language()).isEqualTo("sv");
    assertThat(first.id()).hasSize(16).isNotEqualTo(second.id());
  }

  @Test
  void aFaultCostsItsArticleAndNamesItsLine() {
    List<Incoming> read =
        read(
            "# newdoc id = a\n"
                + sentence("Hei/0")
                + "# newdoc id = b\n# text = Hei\n1\tHei\tto\n\n"
                + "# newdoc id = c\n"
                + sentence("Hei/7")
                + "# newdoc id = d\n"
                + sentence("Hei/0"));

    assertThat(read).hasSize(4);
    assertThat(read.get(0).article()).isNotNull();
    assertThat(failure(read.get(1))).startsWith("DET-0220: standard input, line 6: ");
    assertThat(failure(read.get(2))).startsWith("DET-0222: standard input, line 9: ");
    assertThat(Objects.requireNonNull(read.get(3).article()).id()).isEqualTo("d");
  }

  @Test
  void tellsAnalysesFromTextByTheirStart() {
    assertThat(read(sentence("Hei/0")).get(0).analysis()).isNotNull();
    assertThat(read("1. mai er fri.").get(0).analysis()).isNull();
    assertThat(read("# Overskrift\n\nTekst.").get(0).analysis()).isNull();
  }

  @Test
  void refusesWhatIsEmptyBadlyDatedForeignOrTooLong() {
    assertThat(failure(read("# newdoc id = a\n\n").get(0))).startsWith("DET-0104");
    assertThat(failure(read("# newdoc\n# published = i går\n" + sentence("Hei/0")).get(0)))
        .startsWith("DET-0109");
    assertThat(failure(read("# newdoc\n# language = eo\n" + sentence("Hei/0")).get(0)))
        .startsWith("DET-0110");
    List<Incoming> read =
        read(
            "# newdoc\n" + sentence("Hei/0").repeat(400) + "# newdoc\n" + sentence("Hei/0"),
            Metadata.NONE,
            new Limits(100));
    assertThat(failure(read.get(0))).startsWith("DET-0106: standard input, line 1: ");
    assertThat(read.get(1).article()).isNotNull();
  }
}
