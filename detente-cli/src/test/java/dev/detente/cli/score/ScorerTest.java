package dev.detente.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final String TEXT =
      "Minister Ada Quill denied the claim in Oslo on Monday. \\\"It is wrong,\\\" she said.";

  private static final String GOLD =
      """
      {"id": "x", "text": "%s",
       "actors": [{"name": "Ada Quill", "kind": "person", "country": "NOR", "sector": "GOV",
                   "mentions": ["Minister Ada Quill"]},
                  {"name": "Norway", "kind": "state", "country": "NOR", "sector": "GOV", "mentions": ["Oslo"]}],
       "statements": [
         {"id": "g1", "speaker": "Ada Quill", "cue": "denied", "content": ["the claim"], "kind": "indirect",
          "act": "deny", "addressee": null, "via": []},
         {"id": "g2", "speaker": "Ada Quill", "cue": "said", "content": ["\\"It is wrong,\\""], "kind": "direct",
          "act": "deny", "addressee": "Norway", "via": []}],
       "events": [{"id": "e1", "type": "REJECT", "mode": "change", "actors": ["Ada Quill"], "recipients": ["Norway"],
                   "evidence": "denied the claim", "status": "actual", "date": "2031-05-XX", "place": "Oslo"}],
       "links": [{"from": "g2", "relation": "repeats", "to": "g1"}],
       "times": [{"text": "Monday", "value": "2031-05-XX"}],
       "places": [{"text": "Oslo", "name": "Oslo", "country": "NOR", "lat": 59.9, "lon": 10.7}]}
      """
          .formatted(TEXT);

  private static Figures score(String changedFrom, String changedTo) throws IOException {
    String record =
        """
        {"schema": "detente/record/1", "article": {"id": "x", "text": "%s", "passages": []},
         "actors": [{"id": "a1", "name": "Quill", "kind": "person", "country": "NOR", "sector": "GOV", "mentions": [[0, 18]], "why": "w"},
                    {"id": "a2", "name": "Norge", "kind": "state", "country": "NOR", "sector": "GOV", "mentions": [], "why": "w"}],
         "statements": [
          {"id": "s1", "speaker": "a1", "cue": [19, 25], "content": [[26, 35]], "kind": "indirect", "act": "deny", "via": [], "why": "w"},
          {"id": "s2", "speaker": "a1", "cue": [75, 79], "content": [[55, 69]], "kind": "direct", "act": "say", "addressee": "a2", "via": [], "why": "w"}],
         "events": [{"id": "e1", "type": "REJECT", "mode": "change", "contexts": [], "score": -2, "quad": "verbal conflict",
          "actors": ["a1"], "recipients": ["a2"], "place": "p1", "date": "2031-05-XX", "status": "actual", "quantities": [],
          "anchor": [19, 25], "evidence": [19, 35], "why": "w"}],
         "links": [{"from": "s2", "relation": "repeats", "to": "s1", "confidence": 1, "why": "w"}],
         "times": [{"span": [47, 53], "value": "2031-05-XX", "why": "w"}],
         "places": [{"id": "p1", "span": [39, 43], "name": "Oslo", "country": "NOR", "lat": 59.91, "lon": 10.75, "why": "w"}]}
        """
            .formatted(TEXT)
            .replace(changedFrom, changedTo);
    JsonNode gold = new ObjectMapper().readTree(GOLD);
    ArticleRecord read = RecordReader.read(record);
    Scorer scorer = new Scorer();
    scorer.add(gold, read);
    return scorer.figures();
  }

  @Test
  void whatAgreesIsCounted() throws IOException {
    Figures figures = score("", "");

    assertThat(figures.percent("statement attributed")).isEqualTo(100);
    assertThat(figures.percent("statement act")).isEqualTo(50);
    assertThat(figures.percent("statement addressee")).isEqualTo(100);
    assertThat(figures.percent("event who-whom")).isEqualTo(100);
    assertThat(figures.percent("event place")).isEqualTo(100);
    assertThat(figures.percent("link")).isEqualTo(100);
    assertThat(figures.percent("time text and value")).isEqualTo(100);
    assertThat(figures.percent("place within 161 km")).isEqualTo(100);
    assertThat(figures.percent("text returned unchanged")).isEqualTo(100);
  }

  @Test
  void aWrongSpeakerIsNotAttributed() throws IOException {
    Figures figures =
        score("\"speaker\": \"a1\", \"cue\": [75", "\"speaker\": \"a2\", \"cue\": [75");

    assertThat(figures.percent("statement content")).isEqualTo(100);
    assertThat(figures.percent("statement attributed")).isEqualTo(50);
  }

  @Test
  void contentThatSharesLessThanHalfOfItsWordsDoesNotMatch() throws IOException {
    assertThat(score("[[26, 35]]", "[[0, 35]]").percent("statement content")).isEqualTo(50);
  }

  @Test
  void aWrongTypeOrRecipientIsNoMatch() throws IOException {
    assertThat(score("REJECT", "ACCUSE").percent("event type")).isZero();
    Figures figures = score("\"recipients\": [\"a2\"]", "\"recipients\": [\"a1\"]");
    assertThat(figures.percent("event type")).isEqualTo(100);
    assertThat(figures.percent("event who-whom")).isZero();
  }

  @Test
  void anArticleWithoutARecordCountsAsMissed() throws IOException {
    Scorer scorer = new Scorer();
    scorer.add(new ObjectMapper().readTree(GOLD), null);

    assertThat(scorer.figures().table()).startsWith("1 articles, 1 without a record");
    assertThat(scorer.figures().percent("statement attributed")).isZero();
  }
}
