package dev.detente.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    assertThat(Csv.line("a", null, 1.5, -2, "b,c", "d \"e\"", "f\ng", true))
        .isEqualTo("a,,1.5,-2,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",true\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+47 22",
        "-2+3",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\r=1",
        "\uFF1DCMD()",
        "\u00A0=1"
      })
  void formulasAreDefused(String cell) {
    assertThat(Csv.line(cell)).matches("(?s)\"?'.*");
  }

  @Test
  void wordsStayAsTheyAre() {
    assertThat(Csv.line("– Vi gir oss ikke", "a=b", "2031-03-11"))
        .isEqualTo("– Vi gir oss ikke,a=b,2031-03-11\r\n");
  }
}
