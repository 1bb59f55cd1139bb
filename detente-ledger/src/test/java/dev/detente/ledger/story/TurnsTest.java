package dev.detente.ledger.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.record.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final List<Voice> voices = new ArrayList<>();
  private final Map<End, Set<String>> meaning = new HashMap<>();

  private Voice says(String article, String day, Act act, String... means) {
    End end = new End(article, "s1");
    Voice voice =
        new Voice(end, act, "ola", "Ola", "NOR", null, DayRange.of(day), "Avisa", "words");
    voices.add(voice);
    meaning.put(end, Set.of(means));
    return voice;
  }

  @Test
  void aPromiseAndItsRefusalOnAnotherDayAreAChange() {
    Voice promise = says("a", "2031-03-01", Act.PROMISE, "harbour", "open", "boat");
    Voice refusal = says("b", "2031-03-09", Act.REFUSE, "harbour", "open", "trawler");
    says("c", "2031-03-10", Act.REFUSE, "mackerel", "quota", "north");
    assertThat(Turns.of(voices, meaning)).containsExactly(new Turns.Turn(promise, refusal));
  }

  @Test
  void whatIsSaidOnOneDayOrAnUnknownOneIsNone() {
    says("a", "2031-03-01", Act.PROMISE, "harbour", "open");
    says("b", "2031-03-01", Act.REFUSE, "harbour", "open");
    says("c", null, Act.REFUSE, "harbour", "open");
    says("d", "2031-03", Act.REFUSE, "harbour", "open");
    assertThat(Turns.of(voices, meaning)).isEmpty();
  }

  @Test
  void theSameStandAgainAndWordsWithoutAStandAreNone() {
    says("a", "2031-03-01", Act.REFUSE, "harbour", "open");
    says("b", "2031-03-05", Act.DENY, "harbour", "open");
    says("c", "2031-03-08", Act.SAY, "harbour", "open");
    assertThat(Turns.of(voices, meaning)).isEmpty();
  }
}
