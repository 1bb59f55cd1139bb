package dev.detente.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttitudesTest {
  private final Codebook codebook = Codebook.bundled();

  @Test
  void aBeginningShowsWhatItsWordIsAbout() {
    assertThat(shown("nb", "Vedtaket er uakseptabelt")).contains("bad");
    assertThat(shown("nn", "Vi svarar med gjengjelding")).contains("retaliate");
    assertThat(shown("en", "They betrayed us")).contains("wrong");
  }

  @Test
  void danishAndSwedishAreReadByTheNearestLanguage() {
    assertThat(shown("da", "Det er en skandale")).contains("bad");
    assertThat(shown("sv", "Det er en skandal")).contains("bad");
  }

  @Test
  void aTrailingSpaceMakesAWholeWordAndOfSeveralAllButTheLastAreWhole(@TempDir Path folder)
      throws Exception {
    Files.createDirectories(folder.resolve("nb"));
    Files.writeString(
        folder.resolve("nb/attitudes.yaml"),
        "attitudes:\n  sea: [\"hav \", høy bølg]\n  land: [fjell]\n");
    Attitudes mine = Attitudes.of(Codebook.overlaid(folder), "nb");
    assertThat(mine.in(List.of("Et", "hav"))).containsExactly("sea");
    assertThat(mine.in(List.of("En", "havn"))).isEmpty();
    assertThat(mine.in(List.of("høy", "bølgegang"))).containsExactly("sea");
    assertThat(mine.in(List.of("høye", "bølger"))).isEmpty();
    assertThat(mine.in(List.of("høy"))).isEmpty();
    assertThat(mine.in(List.of("Fjelltur", "ved", "hav"))).containsExactly("land", "sea");
  }

  private Set<String> shown(String language, String text) {
    return Attitudes.of(codebook, language).in(List.of(text.split(" ")));
  }
}
