package dev.detente.language.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.TokenizedSentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {
  private final Segmenter segmenter = Segmenter.load(Codebook.bundled());

  @Test
  void keepsAPictureOfSeveralCodePointsTogether() {
    assertThat(forms("Bra 👩‍👩‍👧🇳🇴👍🏽 ja", "nb").sentences().get(0).forms())
        .containsExactly("Bra", "👩‍👩‍👧", "🇳🇴", "👍🏽", "ja");
  }

  @Test
  void endsASentenceAtABlankLineWhateverTheMark() {
    assertThat(forms("Uten punktum\n\nog med liten bokstav", "nb").sentences()).hasSize(2);
    assertThat(forms("Uten punktum\r\n \r\nog med liten bokstav", "nb").sentences()).hasSize(2);
    assertThat(forms("En linje\nsom fortsetter her", "nb").sentences()).hasSize(1);
  }

  @Test
  void endsASentenceAtTheLinesOfAList() {
    assertThat(forms("Tre ting:\n• Fisk\n• Ved og\nkol\n• Brød", "nb").sentences())
        .extracting(s -> String.join(" ", s.forms()))
        .containsExactly("Tre ting :", "• Fisk", "• Ved og kol", "• Brød");
    ArticleText text = ArticleText.of("FAKTA\nLandet er lite\nByen er stor");
    assertThat(
            segmenter
                .segment(
                    text,
                    List.of(new Passage(PassageKind.FACTBOX, new Span(0, text.length()))),
                    "nb")
                .sentences())
        .hasSize(3);
  }

  @Test
  void endsASentenceBehindAnAddress() {
    assertThat(forms("Grete Moe <grete...@moe.example> Takk for svaret", "en").sentences())
        .extracting(s -> String.join(" ", s.forms()))
        .containsExactly("Grete Moe < grete...@moe.example >", "Takk for svaret");
    assertThat(forms("Se https://a.example/1 https://a.example/2 nå", "nb").sentences()).hasSize(2);
    assertThat(forms("Han skrev <navn> Takk <a@b.example> nå", "nb").sentences()).hasSize(1);
  }

  @Test
  void partsADatelineFromTheReport() {
    for (String dateline :
        List.of(
            "MOSCOW, April 18 (Northwire) -",
            "KYIV —",
            "MOSKVA (NTB):",
            "ALTA (VG)",
            "Oslo (NTB) –",
            "NEW YORK, USA —")) {
      assertThat(forms(dateline + " President Anna Roy said it was late", "en").sentences())
          .as(dateline)
          .hasSize(2);
    }
    for (String none :
        List.of(
            "Moscow, Tuesday — Nobody said it was late",
            "ALTA (VG) - A",
            "NEW TALKS — NOBODY SAID IT WAS LATE",
            "Anna Roy (H) went home by train")) {
      assertThat(forms(none, "en").sentences()).as(none).hasSize(1);
    }
  }

  @Test
  void cutsASentenceThatIsTooLong() {
    Segmentation cut = forms("ord ".repeat(1000), "nb");
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.sentences()).extracting(s -> s.forms().size()).containsExactly(400, 400, 200);
  }

  @Test
  void cutsAWordThatIsTooLong() {
    String smile = "\uD83D\uDE00";
    for (String language : List.of("nb", "en")) {
      for (String text :
          List.of("a".repeat(1000), "a-".repeat(500), "@".repeat(999), "a" + smile.repeat(999))) {
        Segmentation cut = forms("Han sa " + text + ".", language);
        assertThat(cut.truncated()).isTrue();
        for (TokenizedSentence sentence : cut.sentences()) {
          assertThat(sentence.forms())
              .allSatisfy(
                  form -> {
                    assertThat(form.length()).isLessThanOrEqualTo(Segmenter.MAX_CHARACTERS);
                    assertThat(Character.isLowSurrogate(form.charAt(0))).isFalse();
                  });
        }
      }
    }
  }

  private Segmentation forms(String string, String language) {
    ArticleText text = ArticleText.of(string);
    return segmenter.segment(
        text, List.of(new Passage(PassageKind.BODY, new Span(0, text.length()))), language);
  }
}
