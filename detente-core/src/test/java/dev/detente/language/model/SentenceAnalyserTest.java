package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.article.DetenteException;
import dev.detente.language.Sentence;
import dev.detente.language.TokenizedSentence;
import dev.detente.language.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SentenceAnalyserTest {
  private static SentenceAnalyser analyser;

  @BeforeAll
  static void load() {
    analyser = SentenceAnalyser.load();
  }

  @AfterAll
  static void close() {
    analyser.close();
  }

  private static final List<List<String>> SENTENCES =
      List.of(
          List.of("Statsministeren", "avviste", "kravet", "."),
          List.of("–", "Nei", ",", "sa", "Astrid", "Tveit", "."),
          List.of("Forhandlingene", "i", "Genève", "fortsetter", "i", "morgen"),
          List.of("Hvem", "?"));

  @Test
  void eightThreadsSeeWhatOneSees() throws Exception {
    List<Sentence> alone = new ArrayList<>();
    for (List<String> forms : SENTENCES) {
      alone.add(analyser.analyse(ParityTest.tokenized(forms), "nb"));
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<Sentence>>> tasks =
          Collections.nCopies(
              16,
              () -> analyser.analyse(SENTENCES.stream().map(ParityTest::tokenized).toList(), "nb"));
      for (Future<List<Sentence>> result : pool.invokeAll(tasks)) {
        for (int i = 0; i < alone.size(); i++) {
          assertThat(result.get().get(i).words()).isEqualTo(alone.get(i).words());
        }
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aSentenceWithoutEndIsReadInPieces() {
    List<String> forms = Collections.nCopies(20_000, "(");
    Sentence sentence = analyser.analyse(ParityTest.tokenized(forms), "nb");
    assertThat(sentence.size()).isEqualTo(20_000);
    assertThat(sentence.words().stream().filter(word -> word.head() < 0)).hasSize(1);
  }

  @Test
  void strangeWordsAreWords() {
    List<String> forms =
        List.of(
            "\ud800", "x\udc00y", "\u0000\u0007", "مرحبا", "a".repeat(1_000_000), "‮", "👩‍👩‍👧");
    Sentence sentence = analyser.analyse(ParityTest.tokenized(forms), "en");
    assertThat(sentence.words()).extracting(Word::form).isEqualTo(forms);
    assertThat(sentence.words()).extracting(Word::upos).allMatch(upos -> !upos.isEmpty());
  }

  @Test
  void theSubjectOfSayingIsFound() {
    TokenizedSentence sentence =
        ParityTest.tokenized(List.of("Utenriksministeren", "sier", "at", "avtalen", "holder", "."));
    Sentence read = analyser.analyse(sentence, "nb");
    assertThat(read.word(1).lemma()).isEqualTo("si");
    assertThat(read.word(1).head()).isEqualTo(-1);
    assertThat(read.word(read.child(1, "nsubj")).form()).isEqualTo("Utenriksministeren");
  }

  @Test
  void aDirectoryWithoutAModelIsNamed(@TempDir Path directory) {
    assertThatThrownBy(() -> SentenceAnalyser.open(directory))
        .isInstanceOf(DetenteException.class)
        .hasMessageContaining("DET-0351")
        .hasMessageContaining(directory.toString());
  }
}
