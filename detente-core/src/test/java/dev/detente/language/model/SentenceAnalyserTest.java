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
    List<TokenizedSentence> sentences = SENTENCES.stream().map(ParityTest::tokenized).toList();
    List<Sentence> once = analyser.analyse(sentences, "nb");
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<Sentence>>> tasks =
          Collections.nCopies(16, () -> analyser.analyse(sentences, "nb"));
      for (Future<List<Sentence>> result : pool.invokeAll(tasks)) {
        for (int i = 0; i < once.size(); i++) {
          assertThat(result.get().get(i).words()).isEqualTo(once.get(i).words());
        }
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void sentencesOfAllLengthsKeepTheirWordsAndOneRootEach() {
    List<TokenizedSentence> sentences = new ArrayList<>();
    for (int n = 1; n < 330; n += n < 20 ? 1 : 37) {
      for (int k = 0; k <= n % 3; k++) {
        sentences.add(ParityTest.tokenized(Collections.nCopies(n, SENTENCES.get(1).get(k + 3))));
      }
    }
    List<Sentence> read = analyser.analyse(sentences, "nn");
    assertThat(read).hasSameSizeAs(sentences);
    for (int i = 0; i < read.size(); i++) {
      int n = read.get(i).size();
      assertThat(read.get(i).words()).extracting(Word::form).isEqualTo(sentences.get(i).forms());
      assertThat(read.get(i).words()).extracting(Word::span).isEqualTo(sentences.get(i).spans());
      assertThat(read.get(i).words()).allMatch(word -> word.head() < n);
      assertThat(read.get(i).words()).filteredOn(word -> word.head() < 0).hasSize(1);
    }
  }

  @Test
  void besideOthersASentenceIsReadAsAlone() {
    List<TokenizedSentence> sentences = SENTENCES.stream().map(ParityTest::tokenized).toList();
    List<Sentence> together = analyser.analyse(sentences, "nb");
    for (int i = 0; i < sentences.size(); i++) {
      List<Word> alone = analyser.analyse(sentences.get(i), "nb").words();
      assertThat(together.get(i).words()).extracting(Word::upos).isEqualTo(upos(alone));
      assertThat(together.get(i).words())
          .extracting(Word::head)
          .isEqualTo(alone.stream().map(Word::head).toList());
    }
  }

  private static List<String> upos(List<Word> words) {
    return words.stream().map(Word::upos).toList();
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
