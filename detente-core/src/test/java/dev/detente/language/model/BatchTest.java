package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static Piece piece(int sentence, int words) {
    return new Piece(
        sentence, Collections.nCopies(words, "ord"), Collections.nCopies(words, new Span(0, 3)));
  }

  @Test
  void everyPieceIsInOneBatchOfItsLength() {
    Random dice = new Random(3);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      pieces.add(piece(i, 1 + dice.nextInt(SentenceAnalyser.LONGEST)));
    }
    Set<Piece> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Batch batch : Batch.of(pieces)) {
      assertThat(batch.pieces()).hasSizeBetween(1, Batch.MOST);
      assertThat(batch.words()).isLessThanOrEqualTo(Batch.MOST_WORDS);
      for (Piece piece : batch.pieces()) {
        assertThat(seen.add(piece)).isTrue();
        assertThat(piece.forms().size()).isBetween((int) (0.7 * batch.longest()), batch.longest());
      }
    }
    assertThat(seen).hasSameSizeAs(pieces);
  }

  @Test
  void wordsStandSideBySide() {
    Batch batch = Batch.of(List.of(piece(0, 3), piece(1, 4))).get(0);
    assertThat(batch.lengths()).containsExactly(4, 3);
    assertThat(batch.place()).containsExactly(1, 5, 2, 6, 3, 7, 4, 0);
    assertThat(batch.row()).containsExactly(0, 2, 4, 6, 1, 3, 5);
  }

  @Test
  void nothingMakesNoBatch() {
    assertThat(Batch.of(List.of())).isEmpty();
  }
}
