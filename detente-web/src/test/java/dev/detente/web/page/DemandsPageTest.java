package dev.detente.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.DemandLife.Kind;
import dev.detente.ledger.story.DemandLife.Stage;
import dev.detente.ledger.story.Voice;
import dev.detente.record.Act;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemandsPageTest {
  private static DemandLife made(int times) {
    return new DemandLife(
        "made-0#s1",
        IntStream.range(0, times)
            .mapToObj(
                i ->
                    new Stage(
                        i == 0 ? Kind.RAISED : i == 3 ? Kind.REJECTED : Kind.REPEATED,
                        new Voice(
                            new End("made-" + i, "s1"),
                            Act.DEMAND,
                            "NOR",
                            "Norway",
                            "NOR",
                            null,
                            DayRange.of("2031-03-11"),
                            null,
                            "Kaia må bli lengre")))
            .toList());
  }

  @Test
  void aDemandMadeVeryOftenIsShownByItsBeginningAndItsEnd() {
    DemandLife life = made(300);
    List<Stage> some = DemandsPage.shortened(life).stages();
    assertThat(some).hasSize(12).startsWith(life.stages().get(0)).endsWith(life.stages().get(299));
    assertThat(DemandsPage.shortened(made(12))).isEqualTo(made(12));

    // What became of it counts, shown or not.
    Map<String, Object> shown = DemandsPage.demand(life, 0, Map.of(), Wording.inLanguage("en"));
    assertThat(shown).containsEntry("statecode", "rejected");
    assertThat((List<?>) shown.get("stages"))
        .element(1)
        .extracting(stage -> ((Map<?, ?>) stage).get("left"))
        .isEqualTo(288);
  }
}
