package dev.detente.source.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import dev.detente.source.ArticleSource;
import dev.detente.source.Incoming;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BratTest {
  private static final ArticleText TEXT =
      ArticleText.of("🚢 Havnesjef Lone Trøan\nsa at kaia, mente hun, er for kort.");

  private static final String ANN =
      """
      T1\tPerson 2 22\tHavnesjef Lone Trøan
      T2\tCue 23 25\tsa
      T3\tContent 29 33;46 57\tkaia er for kort
      T4\tSentence 12 25\tLone Trøan sa
      E1\tSay:T2 Speaker:T1 Content:T3
      R1\tSame Arg1:T1 Arg2:T4
      *\tEquiv T1 T4
      A1\tNegated E1
      M2\tActs E1 deny
      N1\tReference T1 Wikidata:Q1\tLone Trøan
      #1\tAnnotatorNotes E1\tOgså en påstand?
      """;

  @Test
  void everyKindIsReadAndStandsWhereTheFileSays() {
    List<Annotation> all = Brat.read(ANN, TEXT, "x.ann");

    assertThat(all)
        .extracting(Annotation::id)
        .containsExactly("T1", "T2", "T3", "T4", "E1", "R1", "*", "A1", "M2", "N1", "#1");
    assertThat(all.get(0).spans()).containsExactly(new Span(2, 22));
    assertThat(all.get(2).spans()).containsExactly(new Span(29, 33), new Span(46, 57));
    assertThat(all.get(4).label()).isEqualTo("Say");
    assertThat(all.get(4).arguments())
        .containsExactly(
            new Annotation.Argument("Say", "T2"),
            new Annotation.Argument("Speaker", "T1"),
            new Annotation.Argument("Content", "T3"));
    assertThat(all.get(7).value()).isNull();
    assertThat(all.get(8).value()).isEqualTo("deny");
    assertThat(all.get(10).value()).isEqualTo("Også en påstand?");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<Annotation> all = Brat.read(ANN, TEXT, "x.ann");
    assertThat(Brat.write(all, TEXT))
        .isEqualTo(ANN.replace("Wikidata:Q1\tLone Trøan", "Wikidata:Q1"));
    assertThat(Brat.read(Brat.write(all, TEXT), TEXT, "x.ann")).isEqualTo(all);
  }

  @Test
  void aTextComesWithWhatStandsBesideIt(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("sak.txt"), TEXT.string());
    Files.writeString(folder.resolve("sak.ann"), ANN);
    Files.writeString(folder.resolve("andre.ann"), ANN);
    Files.writeString(folder.resolve("tredje.txt"), "Båten er for lang.");
    Files.writeString(folder.resolve("tredje.ann"), ANN);
    List<Incoming> read = new ArrayList<>();
    new ArticleSource(
            List.of(folder.toString()), SourceOptions.DEFAULT, InputStream.nullInputStream())
        .forEach(read::add);

    assertThat(read).hasSize(3);
    assertThat(String.valueOf(read.get(0).failure())).contains("DET-0165", "andre.ann");
    assertThat(Objects.requireNonNull(read.get(1).article()).id()).isEqualTo("sak");
    assertThat(read.get(1).annotations()).hasSize(11);
    assertThat(String.valueOf(read.get(2).failure())).contains("DET-0161", "tredje.ann, line 1");
  }

  @Test
  void blanksAndReturnsAtTheEndOfALineSayNothing() {
    String ann = "T1\tPerson 2 22\tHavnesjef Lone Trøan\nA1\tActs T1 deny \r\r\nE1\tSay:T1 \n";
    List<Annotation> all = Brat.read(ann, TEXT, "x.ann");
    assertThat(all.get(1).value()).isEqualTo("deny");
    assertThat(all.get(2).arguments()).hasSize(1);
    assertThat(Brat.read(Brat.write(all, TEXT), TEXT, "x.ann")).isEqualTo(all);
  }

  @Test
  void manyStretchesTakeNoStack() {
    String stretches = "1 2;".repeat(100_000);
    assertThatThrownBy(() -> Brat.read("T1\tPerson " + stretches + "3 4\tx", TEXT, "x.ann"))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0161: ");
  }

  @Test
  void anEmptyFileHasNone() {
    assertThat(Brat.read("\n\r\n", TEXT, "x.ann")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "DET-0160, T2 Cue 23 25 sa",
        "DET-0160, T2|Cue 24|sa",
        "DET-0160, T2|Cue 23 25",
        "DET-0160, T2|Cue 24 9999999999|sa",
        "DET-0160, X2|Cue 23 25|sa",
        "DET-0160, E1|Say",
        "DET-0160, R1|Same Arg1:T1",
        "DET-0160, A1|Negated",
        "DET-0160, #1|AnnotatorNotes",
        "DET-0160, R1| Arg1:T1 Arg2:T1",
        "DET-0160, A1| T1",
        "DET-0160, A1|Acts T1 a\u0085b",
        "DET-0160, T2|Cue 23 25;|sa",
        "DET-0160, T2|Cue 23;25|sa",
        "DET-0161, T2|Cue 24 26|sa",
        "DET-0161, T2|Cue 23 23|",
        "DET-0161, T2|Cue 24 900|sa",
        "DET-0161, T2|Cue 29 33;23 25|kaia sa",
        "DET-0162, T1|Cue 23 25|sa",
        "DET-0162, A1|Negated E7"
      })
  void aFaultIsSaidWithItsLine(String code, String line) {
    String ann = "T1\tPerson 2 22\tHavnesjef Lone Trøan\n" + line.replace('|', '\t') + "\n";
    assertThatThrownBy(() -> Brat.read(ann, TEXT, "x.ann"))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith(code + ": x.ann, line 2: ");
  }
}
