package dev.detente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {
  /** Denmark threatens Norway in s1; Sweden says something in s2, and sanctions Denmark in e1. */
  private static final ArticleRecord RECORD =
      RecordReader.read(
          """
          {"schema":"detente/record/1",
           "article":{"id":"a","language":"nb","published":"2031-05-02","outlet":null,"url":null,
             "title":null,"text":"Danmark truer Norge. Sverige straffer Danmark.",
             "passages":[{"kind":"body","span":[0,46]}]},
           "actors":[
             {"id":"a1","name":"Danmark","kind":"state","country":"DNK","sector":"GOV","role":null,
              "mentions":[[0,7],[38,45]]},
             {"id":"a2","name":"Norge","kind":"state","country":"NOR","sector":"GOV","role":null,
              "mentions":[[14,19]]},
             {"id":"a3","name":"Sverige","kind":"state","country":"SWE","sector":"GOV","role":null,
              "mentions":[[21,28]]}],
           "statements":[
             {"id":"s1","speaker":"a1","speaker_span":[0,7],"cue":[8,13],"content":[[14,19]],
              "kind":"indirect","act":"threaten","addressee":"a2","via":[],"date":null,"place":null,
              "why":"cue"},
             {"id":"s2","speaker":"a3","speaker_span":[21,28],"cue":null,"content":[[29,37]],
              "kind":"indirect","act":"say","addressee":null,"via":[],"date":null,"place":null,
              "why":"cue"}],
           "events":[
             {"id":"e1","type":"SANCTION","mode":null,"contexts":[],"cameo":"163","goldstein":-8.0,
              "score":-8.0,"quad":"material conflict","actors":["a3"],"recipients":["a1"],
              "place":null,"date":null,"status":"actual","statement":null,"quantities":[],
              "anchor":[29,37],"evidence":[21,46],"why":"rule"}],
           "links":[],"times":[],"places":[]}
          """
              .replace("\n", ""));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "act=threaten;[s1]",
        "act=threaten|say;[s1, s2]",
        "act=threaten,country=NOR;[s1]",
        "act=threaten,country=SWE;[]",
        "country=SWE;[s2, e1]",
        "country=DNK|NOR;[s1, e1]",
        "type=SANCTION|ASSAULT,status=actual;[e1]",
        "type=SANCTION,status=alleged;[]",
        "score=-5;[e1]",
        "score=-9;[]"
      })
  void whatARuleMeans(String rule, String ids) {
    assertThat(AlertRule.of(rule).matches(RECORD).toString()).isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "act",
        "act=",
        "act=shout",
        "type=sanction",
        "country=Norge",
        "score=low",
        "mood=angry",
        "act=say,type=SANCTION",
        "act=say,"
      })
  void aRuleThatCannotBe(String rule) {
    assertThatThrownBy(() -> AlertRule.of(rule)).hasMessageContaining("DET-0909");
  }
}
