package dev.detente.article.passages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.SpanAssertions;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleStructureTest {
  private final ArticleStructure structure = ArticleStructure.load(Codebook.bundled());

  @ParameterizedTest
  @ValueSource(strings = {"nb", "nn", "en"})
  void readsTheExamplesWhateverTheLineEndsAndWithoutALanguage(String language) {
    JsonNode examples = Codebook.bundled().lexicon(language, "layout").path("examples");
    assertThat(examples.size()).isPositive();
    for (JsonNode example : examples) {
      List<String> expected = new ArrayList<>();
      example.path("passages").forEach(kind -> expected.add(kind.asText()));
      assertThat(kinds(example.path("text").asText().replace("\n", "\r\n"), language))
          .isEqualTo(expected);
      assertThat(kinds(example.path("text").asText(), null)).isEqualTo(expected);
    }
  }

  @Test
  void setsTheCreditApartFromTheCaption() {
    ArticleText text =
        ArticleText.of("Tittel\n\nIngress her.\n\nI BÅTEN: Ola ror 🚣 hjem. Foto: Kari Li / NTB");
    List<Passage> passages = structure.passages(text, "nb");
    assertThat(passages).hasSize(4);
    assertThat(text.slice(passages.get(2).span())).isEqualTo("I BÅTEN: Ola ror 🚣 hjem.");
    assertThat(text.slice(passages.get(3).span())).isEqualTo("Foto: Kari Li / NTB");
  }

  @Test
  void takesADatelineForRunningText() {
    assertThat(kinds("Strid om fisk\n\nNORDVIK: Det er strid om fisken.\n\nMer tekst.", "nb"))
        .containsExactly("headline", "lead", "body");
  }

  @Test
  void readsAnArticleWithoutHeadline() {
    assertThat(kinds("Presidenten kom for sent til møtet i går.\n\nHan beklaget det.", "nb"))
        .containsExactly("lead", "body");
  }

  @Test
  void takesSingleLineBreaksForParagraphsWhenThereAreNoBlankLines() {
    assertThat(kinds("Strid om fisk\nDet er strid om fisken i nord.\n– Vi venter, sa hun.", "nb"))
        .containsExactly("headline", "lead", "body");
  }

  @Test
  void leavesNothingOutWhateverTheText() {
    for (String string : SpanAssertions.randomTexts(500, 80)) {
      ArticleText text = ArticleText.of(string);
      List<Passage> passages =
          SpanAssertions.assertRepeatable(text, t -> structure.passages(t, null));
      SpanAssertions.assertPassages(passages, text);
    }
  }

  private List<String> kinds(String text, String language) {
    return structure.passages(ArticleText.of(text), language).stream()
        .map(passage -> passage.kind().label())
        .toList();
  }
}
