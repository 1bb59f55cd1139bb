package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.record.Act;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Statements found by place, held to a search through all of them. */
class StatementIndexTest {
  private static Statement statement(int number, String speaker, Span cue, Span... content) {
    return new Statement(
        "s" + number,
        speaker,
        null,
        cue,
        List.of(content),
        StatementKind.DIRECT,
        Act.SAY,
        null,
        List.of(),
        null,
        null,
        "test");
  }

  @Test
  void theSmallestStatementHoldsItsWords() {
    Statement outer = statement(1, "a", new Span(0, 4), new Span(5, 900));
    Statement inner = statement(2, "b", new Span(300, 304), new Span(310, 330), new Span(600, 620));
    StatementIndex index = new StatementIndex(List.of(outer, inner));

    assertThat(index.around(new Span(605, 610))).isSameAs(inner);
    assertThat(index.around(new Span(400, 410))).isSameAs(outer);
    assertThat(index.around(new Span(890, 901))).isNull();
    assertThat(index.isCue(new Span(303, 308))).isTrue();
    assertThat(index.isCue(new Span(304, 308))).isFalse();
  }

  @Test
  void findsWhatASearchFinds() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      List<Statement> all = new ArrayList<>();
      int at = 0;
      for (int i = 0; i < 30; i++) {
        at += random.nextInt(300);
        int speaker = random.nextInt(4);
        all.add(
            statement(
                i + 1,
                speaker == 0 ? null : "p" + speaker,
                null,
                new Span(at, at + 1 + random.nextInt(700))));
      }
      StatementIndex index = new StatementIndex(all);
      for (int i = 0; i < all.size(); i++) {
        Statement own = all.get(i);
        assertThat(index.before(own)).isSameAs(lastOfAnother(all, i));
        if (own.speaker() != null) {
          assertThat(index.after(own)).isSameAs(firstOfAnother(all, i));
        }
        int start = own.content().get(0).start();
        Span anchor = new Span(start, start + 1);
        assertThat(index.around(anchor)).isSameAs(smallest(all, anchor));
      }
    }
  }

  private static Statement lastOfAnother(List<Statement> all, int of) {
    for (int i = of - 1; i >= 0; i--) {
      String speaker = all.get(i).speaker();
      if (speaker != null && !speaker.equals(all.get(of).speaker())) {
        return all.get(i);
      }
    }
    return null;
  }

  private static Statement firstOfAnother(List<Statement> all, int of) {
    for (int i = of + 1; i < all.size(); i++) {
      String speaker = all.get(i).speaker();
      if (speaker != null && !speaker.equals(all.get(of).speaker())) {
        return all.get(i);
      }
    }
    return null;
  }

  private static Statement smallest(List<Statement> all, Span anchor) {
    Statement found = null;
    for (Statement statement : all) {
      Span content = statement.content().get(0);
      if (content.contains(anchor)
          && (found == null || content.length() < found.content().get(0).length())) {
        found = statement;
      }
    }
    return found;
  }
}
