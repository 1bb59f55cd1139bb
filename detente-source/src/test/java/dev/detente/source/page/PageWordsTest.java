package dev.detente.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of {@code page.yaml}, and names and dates as pages write them. */
class PageWordsTest {
  private static final PageWords WORDS = PageWords.load(Codebook.bundled());

  @TestFactory
  Stream<DynamicTest> theExamplesHold() {
    PageExamples examples = new PageExamples(Codebook.bundled());
    List<DynamicTest> tests = new ArrayList<>();
    for (String language : CodebookFile.LANGUAGES) {
      for (JsonNode example : Codebook.bundled().lexicon(language, "page").path("examples")) {
        for (Map.Entry<String, JsonNode> entry : example.properties()) {
          String text = entry.getValue().asText();
          tests.add(
              DynamicTest.dynamicTest(
                  language + " " + entry.getKey() + ": " + text,
                  () -> assertThat(examples.faults(entry.getKey(), text)).isEmpty()));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(8);
    return tests.stream();
  }

  @Test
  void namesAreFoundInBylines() {
    assertThat(Names.in("Av Kari Lie og Ola Berg", WORDS, true))
        .containsExactly("Kari Lie", "Ola Berg");
    assertThat(Names.in("By Hanna Price, Owen Tate", WORDS, true))
        .containsExactly("Hanna Price", "Owen Tate");
    assertThat(Names.in("8. mai 2031 av Tuva Holm", WORDS, true)).containsExactly("Tuva Holm");
    assertThat(Names.in("av og til", WORDS, true)).isEmpty();
    assertThat(Names.in("https://www.example.org/kari", WORDS, false)).isEmpty();
  }

  @Test
  void datesAreReadAsPagesWriteThem() {
    Map<String, Integer> months = WORDS.months();
    assertThat(PageTime.of("2031-05-08T07:15:00+0200", months))
        .isEqualTo("2031-05-08T07:15:00+02:00");
    assertThat(PageTime.of("2031-05-08 07:15", months)).isEqualTo("2031-05-08T07:15");
    assertThat(PageTime.of("20310508", months)).isEqualTo("2031-05-08");
    assertThat(PageTime.of("Publisert 8. mai 2031 kl. 07.15", months))
        .isEqualTo("2031-05-08T07:15");
    assertThat(PageTime.of("May 8, 2031 at 7:15 PM", months)).isEqualTo("2031-05-08T19:15");
    assertThat(PageTime.of("08.05.2031", months)).isEqualTo("2031-05-08");
    assertThat(PageTime.of("03/04/2031", months)).isNull();
    assertThat(PageTime.of("23/04/2031", months)).isEqualTo("2031-04-23");
    assertThat(PageTime.of("0001-01-01T00:00:00Z", months)).isNull();
    assertThat(PageTime.of("2031-02-30", months)).isNull();
    assertThat(PageTime.of("i dag", months)).isNull();
    assertThat(PageTime.inAddress("https://x.example/2031/05/08/ferja")).isEqualTo("2031-05-08");
  }
}
