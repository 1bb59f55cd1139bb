package dev.detente.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageArticlesTest {
  private final MessageArticles messages =
      new MessageArticles(SourceOptions.of(new Metadata(null, "nordlys.example", null, null)));

  private Incoming read(String message) {
    return messages.read(message.getBytes(StandardCharsets.UTF_8), "news/0@7");
  }

  @Test
  void aMessageIsALineOfJson() {
    var article =
        read("{\"id\":\"x\",\"text\":\"Ferja står.\",\"published\":\"2031-05\"}\n").article();

    assertThat(Objects.requireNonNull(article).id()).isEqualTo("x");
    assertThat(article.text().string()).isEqualTo("Ferja står.");
    assertThat(article.outlet()).isEqualTo("nordlys.example");
  }

  @Test
  void theSameTextHasTheSameIdWhereverItStands() {
    byte[] message = "{\"text\":\"Ferja står.\"}".getBytes(StandardCharsets.UTF_8);

    var one = messages.read(message, "news/0@7").article();
    var other = messages.read(message, "news/1@9").article();

    assertThat(Objects.requireNonNull(one).id())
        .isNotEmpty()
        .isEqualTo(Objects.requireNonNull(other).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": 7}|DET-0108",
        "{\"text\": \"a\"|DET-0107",
        "[1]|DET-0107",
        "{\"schema\":\"detente/link/1\"}|DET-0107",
        "' '|DET-0107",
        "{\"text\": \"a\"} {\"text\": \"b\"}|DET-0107",
        "{\"text\": \"a\", \"published\": \"soon\"}|DET-0109"
      })
  void whatIsNoArticleIsToldWithItsPlace(String message, String code) {
    var failure = Objects.requireNonNull(read(message).failure());

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageContaining("news/0@7");
  }

  @Test
  void bytesThatAreNoTextAndMessagesThatAreTooLong() {
    assertThat(
            Objects.requireNonNull(messages.read(new byte[] {'{', (byte) 0xE5}, "m").failure())
                .code())
        .isEqualTo("DET-0103");
    byte[] message = new byte[Limits.DEFAULT.bytesPerArticle() + 1];
    assertThat(Objects.requireNonNull(messages.read(message, "m").failure()).code())
        .isEqualTo("DET-0106");
  }
}
