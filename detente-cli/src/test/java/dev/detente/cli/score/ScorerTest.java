package dev.detente.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    return compare(changedFrom, changedTo).figures();
  }

  private static Comparison compare(String changedFrom, String changedTo) throws IOException {
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
    Comparison comparison = scorer.add(gold, read);
    assertThat(scorer.figures().table()).isEqualTo(comparison.figures().table());
    return comparison;
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

  private static List<String> causes(String changedFrom, String changedTo) throws IOException {
    return compare(changedFrom, changedTo).differences().stream().map(Difference::label).toList();
  }

  @Test
  void everyErrorHasItsCause() throws IOException {
    assertThat(causes("", "")).containsExactly("act: deny read as say");
    assertThat(causes("\"speaker\": \"a1\", \"cue\": [75", "\"speaker\": \"a2\", \"cue\": [75"))
        .contains("speaker: another read");
    assertThat(causes("[[26, 35]]", "[[0, 35]]"))
        .contains("statement missed: indirect deny", "statement false: indirect deny")
        .contains("link missed: repeats, an end not matched", "link false: repeats");
    assertThat(causes("[[55, 69]]", "[[55, 79]]")).contains("content: too many words");
    assertThat(causes("REJECT", "ACCUSE")).contains("event type: REJECT read as ACCUSE");
    assertThat(causes("\"recipients\": [\"a2\"]", "\"recipients\": []"))
        .contains("event recipient: none read")
        .doesNotContain("event actor: another read");
    assertThat(causes("\"status\": \"actual\"", "\"status\": \"future\""))
        .contains("event status: actual read as future");
    assertThat(causes("2031-05-XX\", \"why\"", "2031-05\", \"why\""))
        .contains("time value: another read");
    assertThat(causes("\"span\": [39, 43]", "\"span\": [36, 38]"))
        .contains("place missed", "place false");
    assertThat(causes("\"sector\": \"GOV\"", "\"sector\": \"MIL\""))
        .contains("actor sector: GOV read as MIL");
  }

  @Test
  void aDifferenceLeadsToItsWords() throws IOException {
    Comparison comparison = compare("", "");
    Difference act = comparison.differences().get(0);
    assertThat(comparison.text().slice(act.goldSpans().get(0))).isEqualTo("\"It is wrong,\"");
    assertThat(act.readSpans()).isEqualTo(act.goldSpans());
  }

  @Test
  void partsAddUpToTheWhole() throws IOException {
    Comparison one = compare("", "");
    JsonNode gold =
        new ObjectMapper()
            .readTree(
                GOLD.replace("{\"id\": \"x\"", "{\"id\": \"y\", \"origin\": \"constructed\""));
    Comparison other = new Scorer().add(gold, null);
    Map<String, Figures> parts =
        Breakdown.parts(List.of(one, other), List.of(Breakdown.Key.LANGUAGE, Breakdown.Key.ORIGIN));

    assertThat(parts.keySet()).containsExactly("all", "? constructed", "? real");
    assertThat(parts.get("all").counts("statement content")).containsExactly(2, 2, 4);
    assertThat(parts.get("? real").counts("statement content")).containsExactly(2, 2, 2);
    assertThat(Breakdown.markdown(parts))
        .startsWith(
            "| | all | ? constructed | ? real |\n|---|---|---|---|\n| articles | 2 | 1 | 1 |\n")
        .contains("| statement content | 66.7 (4) | 0.0 (2) | 100.0 (2) |");
    assertThat(Breakdown.table(parts)).contains("66.7 (4)");
    assertThat(Breakdown.causes(List.of(one, other)))
        .containsEntry("statement missed: direct deny", 1)
        .containsEntry("act: deny read as say", 1);
  }

  @Test
  void thePageHoldsEverythingItself() throws IOException {
    Comparison one = compare("", "");
    JsonNode gold =
        new ObjectMapper().readTree(GOLD.replace("\"id\": \"x\"", "\"id\": \"</script><b>\""));
    String page = ErrorPage.of(List.of(one, new Scorer().add(gold, null)));

    assertThat(page)
        .doesNotContain("http:", "https:", "@DATA@", "</script><b>")
        .contains("\\u003c/script>", "prefers-color-scheme: dark", "default-src 'none'");
    String data = page.substring(page.indexOf("id=\"data\">") + 10);
    JsonNode articles = new ObjectMapper().readTree(data.substring(0, data.indexOf("</script>")));
    assertThat(articles).hasSize(2);
    assertThat(articles.path(0).path("differences").path(0).path("cause").asText())
        .isEqualTo("deny read as say");
    assertThat(articles.path(0).path("gold")).hasSize(3);
    assertThat(articles.path(0).path("read")).hasSize(3);
    assertThat(articles.path(1).path("read")).isEmpty();
  }
}
