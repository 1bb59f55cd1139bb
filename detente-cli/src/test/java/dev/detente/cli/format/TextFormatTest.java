package dev.detente.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.cli.Golden;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatTest {

  private static String render(int columns, Style style) throws IOException {
    try (InputStream in = TextFormatTest.class.getResourceAsStream("sample.json")) {
      ArticleRecord record =
          RecordReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return new TextFormat(columns, style)
          .render(
              new AnalysedArticle(record.article(), new Analysis("nb", List.of(), false)), record);
    }
  }

  @Test
  void aRecordLooksAsItShould() throws IOException {
    Golden.check(Golden.folder("format").resolve("sample-80.txt"), render(80, Style.PLAIN));
    Golden.check(Golden.folder("format").resolve("sample-40.txt"), render(40, Style.PLAIN));
    Golden.check(Golden.folder("format").resolve("sample-80.ansi"), render(80, Style.ANSI));
    Golden.checkOrphans(
        Golden.folder("format"), List.of("sample-80.txt", "sample-40.txt", "sample-80.ansi"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 53, 60, 72, 80, 97, 110})
  void noLineIsWiderThanTheTerminal(int columns) throws IOException {
    assertThat(render(columns, Style.PLAIN).lines())
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(columns));
  }

  @Test
  void colourChangesNothingButColour() throws IOException {
    assertThat(render(80, Style.ANSI).replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(render(80, Style.PLAIN));
  }

  @Test
  void theArticleCannotCommandTheTerminal() throws IOException {
    assertThat(render(80, Style.PLAIN)).doesNotContain("\u001b", "\u202e");
  }
}
