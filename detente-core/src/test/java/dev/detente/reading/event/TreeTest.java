package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
  /** "Ravnia og Sundland ble angrepet av styrker fra Solvik". */
  private static final Sentence PASSIVE =
      sentence(
          "Ravnia PROPN 5 nsubj:pass",
          "og CCONJ 3 cc",
          "Sundland PROPN 1 conj",
          "ble AUX 5 aux:pass",
          "angrepet VERB 0 root",
          "av ADP 7 case",
          "styrker NOUN 5 obl",
          "fra ADP 9 case",
          "Solvik PROPN 7 nmod");

  @Test
  void aPathNamesRelationsAndPrepositions() {
    assertThat(Tree.path(PASSIVE, 4, 0, 3)).isEqualTo(".nsubj:pass");
    assertThat(Tree.path(PASSIVE, 4, 6, 3)).isEqualTo(".obl:av");
    assertThat(Tree.path(PASSIVE, 4, 8, 3)).isEqualTo(".obl:av.nmod:fra");
  }

  @Test
  void aPathGoesUpBeforeItGoesDown() {
    assertThat(Tree.path(PASSIVE, 6, 0, 3)).isEqualTo("^obl.nsubj:pass");
  }

  @Test
  void whatIsJoinedByAndStandsWhereTheFirstStands() {
    assertThat(Tree.path(PASSIVE, 4, 2, 3)).isEqualTo(".nsubj:pass");
  }

  @Test
  void aPathThatIsTooLongIsNone() {
    assertThat(Tree.path(PASSIVE, 0, 8, 2)).isNull();
  }

  private static Sentence sentence(String... lines) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    for (String line : lines) {
      String[] cells = line.split(" ");
      words.add(
          new Word(
              cells[0],
              cells[0],
              cells[1],
              "",
              Integer.parseInt(cells[2]) - 1,
              cells[3],
              "O",
              new Span(at, at + cells[0].length())));
      at += cells[0].length() + 1;
    }
    return new Sentence(words, -1);
  }
}
