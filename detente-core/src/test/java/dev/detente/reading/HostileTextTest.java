package dev.detente.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.HostileText;
import dev.detente.SpanAssertions;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.record.json.RecordWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Whatever is sent comes back as a record, with a mark where not all of it was read. The long texts
 * are read with {@code -Phostile}; how time grows is measured in {@code benchmark}.
 */
class HostileTextTest {
  private static ArticleAnalyser analyser;
  private static ArticleReader reader;

  @BeforeAll
  static void load() {
    analyser = ArticleAnalyser.load(Codebook.bundled());
    reader = new ArticleReader(Codebook.bundled());
  }

  @AfterAll
  static void close() {
    analyser.close();
  }

  @ParameterizedTest
  @EnumSource(HostileText.class)
  void readsEverything(HostileText kind) {
    String text = kind.of(1100);
    AnalysedArticle analysed = analyser.analyse(SpanAssertions.article(text, null));
    SpanAssertions.assertAnalysis(analysed);
    ArticleRecord record = reader.read(analysed);
    assertThat(record.truncated()).isEqualTo(kind.bounded());
    String line = RecordWriter.line(record);
    assertThat(line).doesNotContain("\n");
    ArticleRecord again = RecordReader.read(line);
    assertThat(again).isEqualTo(record);
    assertThat(again.article().text().string()).isEqualTo(text);
  }

  @Tag("hostile")
  @ParameterizedTest
  @EnumSource(value = HostileText.class, mode = Mode.EXCLUDE, names = "LETTERS")
  void readsAHundredThousandCharacters(HostileText kind) {
    readLong(kind.of(100_000), kind.bounded());
  }

  @Tag("hostile")
  @Test
  void readsAWordOfAMillionLetters() {
    readLong(HostileText.LETTERS.of(1_000_000), true);
  }

  @Tag("hostile")
  @Test
  void readsTheBeginningOfTenMegabytesWithoutAFullStop() {
    readLong(HostileText.NO_FULL_STOP.of(10_000_000), true);
  }

  private static void readLong(String text, boolean truncated) {
    AnalysedArticle analysed = analyser.analyse(SpanAssertions.article(text, null));
    ArticleRecord record = reader.read(analysed);
    assertThat(record.truncated()).isEqualTo(truncated);
    assertThat(RecordReader.read(RecordWriter.line(record)).article().text().string())
        .isEqualTo(text);
  }
}
