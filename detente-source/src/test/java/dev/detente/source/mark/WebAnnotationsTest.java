package dev.detente.source.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAnnotationsTest {
  private static final ArticleText TEXT =
      ArticleText.of("🚢 Kaia er for kort, sa hun. 🚢 Båten er for kort, sa han.");

  private static ReviewMark mark(int start, int end) {
    return new ReviewMark(
        "urn:x:1",
        "https://havna.example/1",
        List.of(new Span(start, end)),
        "assessing",
        "Hvem er hun?",
        List.of("wrong"),
        "Reviewer 2",
        "2031-03-11T10:00:00Z");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<ReviewMark> marks =
        List.of(
            mark(2, 6),
            new ReviewMark(
                null,
                "a1",
                List.of(new Span(0, 1), new Span(28, 29)),
                "tagging",
                null,
                List.of("ship", "twice"),
                null,
                null),
            new ReviewMark(
                null, "a1", List.of(), "commenting", "On all of it", List.of(), null, null));
    String json = WebAnnotations.write(marks, TEXT);

    assertThat(json)
        .contains("http://www.w3.org/ns/anno.jsonld", "\"exact\" : \"Kaia\"", "\"start\" : 2,");
    assertThat(WebAnnotations.read(json, TEXT, "m.json")).isEqualTo(marks);
    assertThat(WebAnnotations.read(WebAnnotations.write(List.of(), TEXT), TEXT, "m.json"))
        .isEmpty();
  }

  @Test
  void aTextThatWasEditedKeepsItsMarks() {
    String json = WebAnnotations.write(List.of(mark(28, 33)), TEXT);
    assertThat(TEXT.slice(new Span(30, 35))).isEqualTo("Båten");
    String moved = WebAnnotations.write(List.of(mark(30, 35)), TEXT);
    ArticleText edited = ArticleText.of("Rettet: " + TEXT.string());

    Span found = WebAnnotations.read(moved, edited, "m.json").get(0).spans().get(0);

    assertThat(edited.slice(found)).isEqualTo("Båten");
    assertThat(WebAnnotations.read(json, TEXT, "m.json").get(0).spans())
        .containsExactly(new Span(28, 33));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\udea2 Kaia", "\\ud83d"})
  void aQuotationOfHalfACharacterIsRefused(String exact) {
    String one =
        "{\"type\": \"Annotation\", \"target\": {\"source\": \"s\", \"selector\": {\"type\":"
            + " \"TextQuoteSelector\", \"suffix\": \"\", \"exact\": \""
            + exact
            + "\"}}}";
    assertThatThrownBy(() -> WebAnnotations.read(one, ArticleText.of("🚢 Kaia"), "m.json"))
        .isInstanceOf(DetenteException.class)
        .hasMessageContainingAll("DET-0164", "within a character");
  }

  @Test
  void theFormsOfOthersAreRead() {
    String one =
        """
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": ["Annotation"],
         "body": "Kilde?", "creator": {"name": "R"}, "target": {"source": "s",
         "selector": {"type": "TextQuoteSelector", "exact": "for kort", "prefix": "Båten er "}}}
        """;
    ReviewMark read = WebAnnotations.read(one, TEXT, "m.json").get(0);
    assertThat(read.spans()).containsExactly(new Span(39, 47));
    assertThat(TEXT.slice(new Span(39, 47))).isEqualTo("for kort");
    assertThat(read.body()).isEqualTo("Kilde?");
    assertThat(read.creator()).isEqualTo("R");
    assertThat(read.motivation()).isEqualTo("commenting");

    String position =
        "{\"type\": \"Annotation\", \"target\": {\"selector\":"
            + " [{\"type\": \"TextPositionSelector\", \"start\": 2, \"end\": 6}]}}";
    assertThat(WebAnnotations.read("[" + position + "," + position + "]", TEXT, "m.json"))
        .hasSize(2)
        .allMatch(mark -> mark.spans().equals(List.of(new Span(2, 6))));
    assertThat(WebAnnotations.read(position + "\n" + position, TEXT, "m.jsonl")).hasSize(2);
    assertThat(
            WebAnnotations.read(
                "{\"type\": \"AnnotationCollection\", \"first\": {\"items\": [" + position + "]}}",
                TEXT,
                "m.json"))
        .hasSize(1);
  }

  @Test
  void aReplyMarksNoWordsButWhatItNames() {
    String reply =
        "{\"type\": \"Annotation\", \"motivation\": \"replying\", \"body\": [\"Nei.\", {\"type\":"
            + " \"TextualBody\", \"purpose\": \"tagging\", \"value\": \"wrong\"}], \"target\":"
            + " \"urn:detente:a%201:s3\"}";

    ReviewMark read = WebAnnotations.read(reply, TEXT, "m.json").get(0);

    assertThat(read.spans()).isEmpty();
    assertThat(read.body()).isEqualTo("Nei.");
    assertThat(read.tags()).containsExactly("wrong");
    assertThat(RecordWebAnnotations.Named.of(read.source()))
        .isEqualTo(new RecordWebAnnotations.Named("a 1", "s3"));
    assertThat(RecordWebAnnotations.Named.of("https://havna.example/1")).isNull();
    assertThat(RecordWebAnnotations.Named.of("urn:detente:%zz")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"type\": \"Note\"}",
        "[1]",
        "{\"type\": \"Annotation\"}",
        "{\"type\": \"Annotation\", \"target\": {\"selector\": {\"type\": \"XPathSelector\"}}}"
      })
  void whatIsNoAnnotationIsRefused(String json) {
    assertThatThrownBy(() -> WebAnnotations.read(json, TEXT, "m.json"))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0163: m.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\": \"TextQuoteSelector\", \"exact\": \"Kaien\"",
        "\"type\": \"TextQuoteSelector\", \"exact\": \"for kort\"",
        "\"type\": \"TextQuoteSelector\", \"exact\": \"\"",
        "\"type\": \"TextPositionSelector\", \"start\": 5, \"end\": 5",
        "\"type\": \"TextPositionSelector\", \"start\": -1, \"end\": 5",
        "\"type\": \"TextPositionSelector\", \"start\": 0, \"end\": 4294967297"
      })
  void aMarkThatCannotBePlacedIsRefused(String selector) {
    String json = "[{\"type\": \"Annotation\", \"target\": {\"selector\": {" + selector + "}}}]";
    assertThatThrownBy(() -> WebAnnotations.read(json, TEXT, "m.json"))
        .isInstanceOf(DetenteException.class)
        .hasMessageStartingWith("DET-0164: m.json, annotation 1: ");
  }
}
