package dev.detente.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void widthCountsWhatTheTerminalShows() {
    assertThat(Columns.width("båt")).isEqualTo(3);
    assertThat(Columns.width("ba\u030At")).isEqualTo(3);
    assertThat(Columns.width("漢字")).isEqualTo(4);
    assertThat(Columns.width("\uD83D\uDEA2")).isEqualTo(2);
  }

  @Test
  void linesBreakAtBlanksAndLongWordsAnywhere() {
    assertThat(Columns.wrap("en to tre fire", 6)).containsExactly("en to", "tre", "fire");
    assertThat(Columns.wrap("abcdefghij kl", 4)).containsExactly("abcd", "efgh", "ij", "kl");
    assertThat(Columns.wrap("漢字漢字", 5)).containsExactly("漢字", "漢字");
    assertThat(Columns.wrap("", 5)).containsExactly("");
  }

  @Test
  void cuttingLeavesAnEllipsis() {
    assertThat(Columns.cut("statsråden", 6)).isEqualTo("stats…");
    assertThat(Columns.cut("statsråd", 8)).isEqualTo("statsråd");
  }

  @Test
  void controlCharactersAreMadeHarmless() {
    assertThat(Columns.safe(" a\n\n b\u001b[2Jc\u202ed\uD800 "))
        .isEqualTo("a b\uFFFD[2Jc\uFFFDd\uFFFD");
    assertThat(Columns.safe("sam\u00ADarbeid")).isEqualTo("samarbeid");
  }
}
