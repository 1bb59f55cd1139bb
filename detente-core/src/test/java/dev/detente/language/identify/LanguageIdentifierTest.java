package dev.detente.language.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.SpanAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
  private final LanguageIdentifier identifier = LanguageIdentifier.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nb | Statsministeren sier at hun ikke vet noe om hva som skjedde i går kveld.
          nn | Statsministeren seier at ho ikkje veit noko om kva som hende i går kveld.
          da | Statsministeren siger, at hun ikke ved noget om, hvad der skete i går aftes.
          sv | Statsministern säger att hon inte vet något om vad som hände i går kväll.
          en | The prime minister says she knows nothing about what happened last night.
          nb | Politiet mener at mannen dro fra stedet før de kom fram.
          nn | Politiet meiner at mannen drog frå staden før dei kom fram.
          da | Politiet mener, at manden tog af sted, før de nåede frem.
          sv | Polisen anser att mannen lämnade platsen innan de kom fram.
          """)
  void tellsTheLanguageOfOneSentence(String language, String sentence) {
    LanguageIdentifier.Identified identified = identifier.identify(sentence);
    assertThat(identified.language()).isEqualTo(language);
    assertThat(identified.confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void isNotSureOfATextWithoutLetters() {
    assertThat(identifier.identify("12 – 34 !?"))
        .isEqualTo(new LanguageIdentifier.Identified("nb", 0));
    assertThat(identifier.identify("").confidence()).isZero();
  }

  @Test
  void givesAProbabilityWhateverTheText() {
    for (String text : SpanAssertions.randomTexts(300, 60)) {
      assertThat(SpanAssertions.assertRepeatable(text, identifier::identify).confidence())
          .isBetween(0.0, 1.0);
    }
  }
}
