package dev.detente.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.identity.ActorSketch.Certainty;
import dev.detente.ledger.relate.Written;
import dev.detente.record.ArticleRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifierTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final Identifier IDENTIFIER = new Identifier(CODEBOOK, World.load(CODEBOOK));

  private static ActorSketch only(Written written) {
    return IDENTIFIER.sketches(written.record()).get(0);
  }

  private static Written in(String language, String published) {
    return Written.article("x", language, published, "Tekst.");
  }

  @Test
  void statesAndOrganisationsAreKnownInEveryLanguage() {
    assertThat(only(in("nb", "2022-03").organisation("FN", "UNO", "IGO")).entity())
        .isEqualTo(only(in("en", "2022-03").organisation("UN", "UNO", "IGO")).entity())
        .isEqualTo(
            only(in("nn", "2022-03").organisation("Dei sameinte nasjonane", "UNO", "IGO"))
                .entity());
    assertThat(only(in("nb", "2022-03").state("Norway", "NOR")).entity()).isEqualTo("NOR");
  }

  @Test
  void anOfficeWithoutANameIsWhoeverHeldItThen() {
    ActorSketch then =
        only(in("nb", "2010-05").person("den franske presidenten", "FRA", "president"));
    ActorSketch later =
        only(in("en", "2022-05").person("the French president", "FRA", "president"));

    assertThat(then.entity()).isEqualTo("person:nicolas-sarkozy");
    assertThat(later.entity()).isEqualTo("person:emmanuel-macron");
    assertThat(later.certainty()).isEqualTo(Certainty.KNOWN);
    assertThat(later.why()).contains("president").contains("FRA").contains("Emmanuel Macron");
  }

  @Test
  void otherDescriptionsOfAnOfficeAreNobody() {
    for (String name :
        List.of("en fransk president", "den tidligere franske presidenten", "rådgiveren")) {
      ActorSketch sketch = only(in("nb", "2022-05").person(name, "FRA", "president"));
      assertThat(sketch.certainty()).as(name).isEqualTo(Certainty.UNNAMED);
      assertThat(sketch.entity()).isEqualTo("x#a1");
    }
  }

  @Test
  void registeredPeopleAreKnownInAnySpelling() {
    assertThat(only(in("en", "2022-05").person("Volodymyr Zelenskiy", "UKR", null)).entity())
        .isEqualTo(only(in("nn", "2022-05").person("Volodymyr Zelenskyj", "UKR", null)).entity())
        .isEqualTo("person:volodymyr-zelenskyj");
  }

  @Test
  void bodiesAreWhatTheyAreOfWhichCountry() {
    String one =
        only(in("nb", "2022-05").organisation("det svenske forsvarsdepartementet", "SWE", "GOV"))
            .entity();
    assertThat(
            only(in("en", "2022-05").organisation("Sweden's defence ministry", "SWE", "GOV"))
                .entity())
        .isEqualTo(one)
        .isNotEqualTo(
            only(in("en", "2022-05").organisation("the Danish defence ministry", "DNK", "GOV"))
                .entity());
  }

  @Test
  void aSurnameIsCompletedByTheOnlyOneWhoFitsInWhateverOrder() {
    List<ArticleRecord> records =
        List.of(
            Written.article("a", "nb", "2021-03-01", "T")
                .person("Berit Tangvald", "NOR", null)
                .record(),
            Written.article("b", "nn", "2021-03-05", "T").person("Tangvald", "NOR", null).record(),
            Written.article("c", "en", "2021-03-05", "T").person("Tangvald", "DNK", null).record(),
            Written.article("d", "nb", "2021-04-01", "T")
                .person("Odd Myrdal", "NOR", null)
                .record(),
            Written.article("e", "nb", "2021-04-02", "T")
                .person("Siri Myrdal", "NOR", null)
                .record(),
            Written.article("f", "nb", "2021-04-03", "T").person("Myrdal", "NOR", null).record());
    List<ActorSketch> sketches = new ArrayList<>();
    records.forEach(record -> sketches.addAll(IDENTIFIER.sketches(record)));

    Map<ActorRef, EntityResolver.Resolved> resolved = EntityResolver.resolve(sketches);
    Collections.reverse(sketches);

    assertThat(EntityResolver.resolve(sketches)).isEqualTo(resolved);
    String berit = entity(resolved, "a");
    assertThat(entity(resolved, "b")).isEqualTo(berit);
    assertThat(resolved.get(new ActorRef("b", "a1")).why()).contains("Berit Tangvald");
    assertThat(entity(resolved, "c")).isNotEqualTo(berit);
    assertThat(entity(resolved, "f"))
        .isNotEqualTo(entity(resolved, "d"))
        .isNotEqualTo(entity(resolved, "e"));
  }

  private static String entity(Map<ActorRef, EntityResolver.Resolved> resolved, String article) {
    return resolved.get(new ActorRef(article, "a1")).entity();
  }

  @Test
  void decisionsHoldInOrderAndCanBeTakenBack() {
    ActorRef one = new ActorRef("a", "a1");
    ActorRef other = new ActorRef("b", "a2");
    Decision merge = new Decision.Merge("person:x", "person:y", "KN", "");
    Decision.Split split = new Decision.Split("person:y", Set.of(other), "KN", "a namesake");

    assertThat(Decision.decided(one, "person:x", List.of(merge, split))).isEqualTo("person:y");
    assertThat(Decision.decided(other, "person:x", List.of(merge, split)))
        .isEqualTo(split.other())
        .isEqualTo("person:y~b#a2");
    assertThat(Decision.decided(other, "person:x", List.of(split))).isEqualTo("person:x");
  }
}
