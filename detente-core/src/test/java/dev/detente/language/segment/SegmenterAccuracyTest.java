package dev.detente.language.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.TokenizedSentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Floors under the accuracy on the treebanks' development files, from raw text with a blank line
 * between documents and around headlines; skipped where the files are not at hand.
 */
class SegmenterAccuracyTest {

  @ParameterizedTest
  @CsvSource({
    "nb, nob/dev.conllu, 99.5, 99.8",
    "nn, nno/dev.conllu, 99.7, 99.8",
    "en, eng/ewt-dev.conllu, 84.8, 98.8",
    "en, eng/gum-dev.conllu, 95.5, 99.6"
  })
  void findsTheSentencesAndWordsOfTheTreebank(
      String language, String file, double sentences, double words) throws IOException {
    Path path =
        Path.of(System.getProperty("detente.shared", "../../shared"), "data/treebank", file);
    assumeTrue(Files.isReadable(path), "no treebank at " + path);
    StringBuilder text = new StringBuilder();
    Set<Span> goldSentences = new TreeSet<>();
    Set<Span> goldWords = new TreeSet<>();
    boolean apart = false;
    boolean headline = false;
    int at = 0;
    int sentenceStart = 0;
    String sentence = "";
    for (String line : Files.readAllLines(path)) {
      if (line.startsWith("# new")) {
        apart = true;
      } else if (line.startsWith("# headline")) {
        headline = true;
      } else if (line.startsWith("# text = ")) {
        sentence = line.substring(9).strip();
      } else if (line.isEmpty() && at > sentenceStart) {
        text.append(apart || headline ? "\n\n" : "").append(sentence).append(' ');
        goldSentences.add(new Span(sentenceStart, at));
        sentenceStart = at;
        apart = headline;
        headline = false;
      } else if (!line.isEmpty()
          && line.charAt(0) != '#'
          && !line.substring(0, line.indexOf('\t')).contains("-")) {
        int length = line.split("\t", 3)[1].replace(" ", "").length();
        goldWords.add(new Span(at, at + length));
        at += length;
      }
    }
    Set<Span> foundSentences = new TreeSet<>();
    Set<Span> foundWords = new TreeSet<>();
    at = 0;
    for (TokenizedSentence found : segment(text.toString(), language)) {
      sentenceStart = at;
      for (String form : found.forms()) {
        foundWords.add(new Span(at, at + form.length()));
        at += form.length();
      }
      foundSentences.add(new Span(sentenceStart, at));
    }
    assertThat(f1(goldSentences, foundSentences)).as("sentences").isGreaterThan(sentences);
    assertThat(f1(goldWords, foundWords)).as("words").isGreaterThan(words);
  }

  private static List<TokenizedSentence> segment(String string, String language) {
    ArticleText text = ArticleText.of(string);
    return new ArrayList<>(
        Segmenter.load(Codebook.bundled())
            .segment(
                text, List.of(new Passage(PassageKind.BODY, new Span(0, text.length()))), language)
            .sentences());
  }

  private static double f1(Set<Span> gold, Set<Span> found) {
    long common = found.stream().filter(gold::contains).count();
    return 200.0 * common / (gold.size() + found.size());
  }
}
