package dev.detente.ledger.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.record.Act;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandsTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final Sketcher SKETCHER = new Sketcher(CODEBOOK, World.load(CODEBOOK));

  private static final Voice ASKED =
      voice("nb-1", "s1", Act.ASK, "NOR", "2020-01-10", "at fangene løslates");
  private static final Voice DEMANDED =
      voice("nn-2", "s1", Act.DEMAND, "NOR", "2020-02-11", "at fangane blir lauslatne straks");
  private static final Voice OTHER =
      voice("nb-3", "s1", Act.DEMAND, "NOR", "2020-02-12", "lavere toll på fisk");
  private static final Voice REFUSED =
      voice("nn-2", "s2", Act.REFUSE, "SWE", "2020-02-11", "å gje etter");
  private static final Voice FREED =
      voice("en-4", "e1", Act.PROMISE, "SWE", "2020-04-01", "The prisoners were released");

  private static Voice voice(
      String article, String id, Act act, String party, String day, String words) {
    return new Voice(
        new End(article, id), act, party, party, party, null, DayRange.of(day), null, words);
  }

  private static List<DemandLife> lives(List<Voice> demands) {
    Map<End, Set<String>> meaning = new HashMap<>();
    Map<End, Voice> voices = new HashMap<>();
    for (Voice voice : List.of(ASKED, DEMANDED, OTHER, REFUSED, FREED)) {
      meaning.put(
          voice.end(), SKETCHER.meaning(voice.words(), voice.end().article().substring(0, 2)));
      voices.put(voice.end(), voice);
    }
    CrossLink rejection =
        new CrossLink(REFUSED.end(), CrossRelation.REJECTS, DEMANDED.end(), 0.8, "test");
    return Demands.lives(demands, List.of(FREED), meaning, List.of(rejection), voices);
  }

  @Test
  void aDemandIsFollowedFromLanguageToLanguage() {
    List<Voice> demands = new ArrayList<>(List.of(ASKED, DEMANDED, OTHER));

    List<DemandLife> lives = lives(demands);

    assertThat(lives).hasSize(2);
    assertThat(lives.get(0).stages())
        .containsExactly(
            new DemandLife.Stage(DemandLife.Kind.RAISED, ASKED),
            new DemandLife.Stage(DemandLife.Kind.HARDENED, DEMANDED),
            new DemandLife.Stage(DemandLife.Kind.REJECTED, REFUSED),
            new DemandLife.Stage(DemandLife.Kind.MET, FREED));
    assertThat(lives.get(1).stages())
        .containsExactly(new DemandLife.Stage(DemandLife.Kind.RAISED, OTHER));
    Collections.reverse(demands);
    assertThat(lives(demands)).isEqualTo(lives);
  }
}
