package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.language.Sentence;
import dev.detente.language.TokenizedSentence;
import dev.detente.language.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Java must compute what {@code training/parity.py} computed from the same exported files. */
class ParityTest {

  @Test
  void featuresOfWordsAreThoseOfTraining() throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line : lines()) {
      if (!line.startsWith("W ")) {
        continue;
      }
      String[] halves = line.split(" \\| ?", -1);
      String[] fields = halves[0].split(" ");
      int[] folded = WordFeatures.fold(fields[1]);
      assertThat(WordFeatures.key(folded)).as(fields[1]).isEqualTo(fields[2]);
      assertThat(WordFeatures.fixed(folded)).as(fields[1]).isEqualTo(numbers(fields, 3));
      assertThat(WordFeatures.grams(folded))
          .as(fields[1])
          .isEqualTo(halves[1].isEmpty() ? new int[0] : numbers(halves[1].split(" "), 0));
      seen.add(fields[1]);
    }
    assertThat(seen).contains("😀", "İstanbul-møtet", "’ikke");
  }

  @Test
  void annotationsAreThoseOfTraining() throws IOException {
    List<String> lines = lines();
    try (SentenceAnalyser analyser = SentenceAnalyser.load()) {
      int sentences = 0;
      for (int at = 0; at < lines.size(); at++) {
        if (!lines.get(at).startsWith("S ")) {
          continue;
        }
        String language = lines.get(at).substring(2);
        List<String> rows = new ArrayList<>();
        for (at++; !lines.get(at).isEmpty(); at++) {
          rows.add(lines.get(at));
        }
        List<String> forms = rows.stream().map(row -> row.split("\t")[1]).toList();
        assertThat(rows(analyser.analyse(tokenized(forms), language))).isEqualTo(rows);
        sentences++;
      }
      assertThat(sentences).isGreaterThan(10);
    }
  }

  static TokenizedSentence tokenized(List<String> forms) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (String form : forms) {
      int length = form.codePointCount(0, form.length());
      spans.add(new Span(at, at + length));
      at += length + 1;
    }
    return new TokenizedSentence(forms, spans, 0);
  }

  private static List<String> rows(Sentence sentence) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      rows.add(
          String.join(
              "\t",
              String.valueOf(i + 1),
              word.form(),
              word.lemma(),
              word.upos(),
              "_",
              word.feats().isEmpty() ? "_" : word.feats(),
              String.valueOf(word.head() + 1),
              word.deprel(),
              "_",
              "name=" + word.name()));
    }
    return rows;
  }

  private static int[] numbers(String[] fields, int from) {
    return Arrays.stream(fields, from, fields.length).mapToInt(Integer::parseInt).toArray();
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ParityTest.class.getResourceAsStream("parity.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
