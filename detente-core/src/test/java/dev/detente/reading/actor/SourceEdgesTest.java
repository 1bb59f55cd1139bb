package dev.detente.reading.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Actor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceEdgesTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final ActorReader READER = new ActorReader(CODEBOOK, World.load(CODEBOOK));

  private static List<String> mentions(String block) {
    AnalysedArticle article = Trees.article("en", "2031-03-04", block);
    List<String> mentions = new ArrayList<>();
    for (Actor actor : READER.read(article).actors()) {
      actor.mentions().forEach(span -> mentions.add(article.slice(span)));
    }
    return mentions;
  }

  @Test
  void showsAllWordsOfTheSource() {
    assertThat(
            mentions(
                """
                Berit Berit PROPN 7 nsubj B-PER _ span:source:99
                Moe Moe PROPN 1 flat I-PER _ span:source:99
                , , PUNCT 5 punct O _ span:source:45
                who who PRON 5 nsubj O PronType=Rel span:source:80
                fishes fish VERB 1 acl:relcl O _ span:source:75
                , , PUNCT 1 punct O _ span:source:20
                laughed laugh VERB 0 root O VerbForm=Fin span:cue:90
                """))
        .contains("Berit Moe , who fishes");
  }

  @Test
  void takesInNobodyElse() {
    assertThat(
            mentions(
                """
                Berit Berit PROPN 6 nsubj B-PER _ span:source:99
                Moe Moe PROPN 1 flat I-PER _ span:source:99
                and and CCONJ 4 cc O _ span:source:95
                Omar Omar PROPN 1 conj B-PER _ span:source:95
                Haddad Haddad PROPN 4 flat I-PER _ span:source:95
                laughed laugh VERB 0 root O VerbForm=Fin span:cue:90
                """))
        .contains("Berit Moe", "Omar Haddad");
  }

  @Test
  void isAsTheTreeSaysWithoutMarks() {
    assertThat(
            mentions(
                """
                Berit Berit PROPN 6 nsubj B-PER
                Moe Moe PROPN 1 flat I-PER
                , , PUNCT 5 punct
                who who PRON 5 nsubj O PronType=Rel
                fishes fish VERB 1 acl:relcl
                laughed laugh VERB 0 root O VerbForm=Fin
                """))
        .contains("Berit Moe");
  }

  @Test
  void aMonthIsNobody() {
    assertThat(
            mentions(
                """
                Berit Berit PROPN 3 nsubj B-PER
                Moe Moe PROPN 1 flat I-PER
                left leave VERB 0 root O VerbForm=Fin
                in in ADP 5 case
                May May PROPN 3 obl B-PER
                """))
        .containsExactly("Berit Moe");
  }

  @Test
  void withATitleOfCourtesyAnUnmarkedNameIsAPerson() {
    assertThat(
            mentions(
                """
                Mr Mr PROPN 2 nmod:desc
                Haddad Haddad PROPN 3 nsubj
                left leave VERB 0 root O VerbForm=Fin
                """))
        .containsExactly("Mr Haddad");
  }
}
