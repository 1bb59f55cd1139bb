package dev.detente.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.ActorReader;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SidesTest {
  private static final ActorReader ACTORS =
      new ActorReader(Codebook.bundled(), World.load(Codebook.bundled()));

  private static Readings readings;

  @BeforeAll
  static void load() {
    readings = new Readings();
  }

  @AfterAll
  static void close() {
    readings.close();
  }

  @Test
  void aSpeakersCountryIsOnHisSideAndAnotherIsNot() {
    assertThat(sides("nb", "Russlands president Vladimir Putin sier at Russland vil møte Norge."))
        .contains("own", "other");
    assertThat(sides("nn", "Russlands president Vladimir Putin seier at Russland vil møte Noreg."))
        .contains("own", "other");
    assertThat(sides("en", "Russian president Vladimir Putin says Russia will meet Norway."))
        .contains("own", "other");
  }

  @Test
  void thePersonOfAPronounTellsWithoutAnActor() {
    assertThat(sides("nb", "– Vi venter på dere, sier statsminister Kari Lunde."))
        .contains("first", "second");
  }

  private static Set<String> sides(String language, String text) {
    AnalysedArticle article = readings.analyse(language, text);
    Cast cast = ACTORS.read(article);
    String speaker =
        cast.actors().stream()
            .filter(actor -> List.of("Vladimir Putin", "Kari Lunde").contains(actor.name()))
            .map(Actor::id)
            .findFirst()
            .orElseThrow();
    Sides sides = new Sides(cast, speaker);
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < article.sentence(0).size(); i++) {
      found.add(sides.of(article, 0, i));
    }
    return found;
  }
}
