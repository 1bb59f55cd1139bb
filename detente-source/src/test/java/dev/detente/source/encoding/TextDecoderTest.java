package dev.detente.source.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.source.encoding.DecodedText.Evidence;
import dev.detente.source.encoding.DecodedText.Mark;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String TEXT = "Båten på Østsjøen – «nå» og “så” før jul";

  private static byte[] page(String declared, Charset charset) {
    return ("<html><head><meta charset=\""
            + declared
            + "\"></head><body>"
            + TEXT
            + "</body></html>")
        .getBytes(charset);
  }

  @Test
  void aTrueDeclarationIsFollowedInSilence() {
    for (String declared : new String[] {"iso-8859-1", "windows-1252", "ISO-8859-1"}) {
      DecodedText decoded = TextDecoder.decodeMarkup(page(declared, WINDOWS), null);

      assertThat(decoded.text()).contains(TEXT);
      assertThat(decoded.evidence()).isEqualTo(Evidence.DECLARATION);
      assertThat(decoded.marks()).isEmpty();
    }
    assertThat(TextDecoder.decodeMarkup(page("utf-8", UTF_8), "utf-8").marks()).isEmpty();
  }

  @Test
  void aFalseDeclarationIsNotBelievedAndMarked() {
    DecodedText utf8 = TextDecoder.decodeMarkup(page("iso-8859-1", UTF_8), null);
    DecodedText latin = TextDecoder.decodeMarkup(page("utf-8", WINDOWS), "utf-8");
    DecodedText server = TextDecoder.decodeMarkup(page("windows-1252", WINDOWS), "UTF-8");

    assertThat(utf8.text()).contains(TEXT);
    assertThat(utf8.marks()).containsExactly(Mark.DECLARED_WRONGLY);
    assertThat(latin.text()).contains(TEXT);
    assertThat(latin.marks()).containsExactly(Mark.DECLARED_WRONGLY);
    assertThat(server.text()).contains(TEXT);
    assertThat(server.evidence()).isEqualTo(Evidence.DECLARATION);
  }

  @Test
  void aByteOrderMarkGoesBeforeEverything() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0xFE, (byte) 0xFF});
    out.write(TEXT.getBytes(UTF_16BE));

    DecodedText decoded = TextDecoder.decodeMarkup(out.toByteArray(), "iso-8859-1");

    assertThat(decoded.text()).isEqualTo(TEXT);
    assertThat(decoded.evidence()).isEqualTo(Evidence.BYTE_ORDER_MARK);
  }

  @Test
  void mojibakeIsPutRightOnlyWhenAllOfTheTextShowsIt() {
    String twice = new String(TEXT.replace("“så”", "så").getBytes(UTF_8), WINDOWS);

    DecodedText certain = TextDecoder.decodeText(twice.getBytes(UTF_8));
    DecodedText mixed = TextDecoder.decodeText((twice + " på").getBytes(UTF_8));
    DecodedText chance = TextDecoder.decodeText("Ã¥ alone is a letter and a sign".getBytes(UTF_8));

    assertThat(certain.text()).isEqualTo(TEXT.replace("“så”", "så"));
    assertThat(certain.marks()).containsExactly(Mark.MOJIBAKE_REPAIRED);
    assertThat(mixed.text()).isEqualTo(twice + " på");
    assertThat(mixed.marks()).containsExactly(Mark.MOJIBAKE_SUSPECTED);
    assertThat(chance.marks()).isEmpty();
    assertThat(TextDecoder.decodeText("NÃO É ÂNGULO".getBytes(UTF_8)).marks()).isEmpty();
  }

  @Test
  void truncatedUtf8StaysUtf8() {
    byte[] whole = (TEXT.repeat(10)).getBytes(UTF_8);
    byte[] cut =
        java.util.Arrays.copyOf(
            whole, TEXT.repeat(2).getBytes(UTF_8).length - 4 + 1 + whole.length / 2);

    DecodedText decoded = TextDecoder.decodeText(cut);

    assertThat(decoded.charset()).isEqualTo(UTF_8);
    assertThat(decoded.text()).startsWith(TEXT);
  }

  @Test
  void anyBytesAreDecodedSomehow() {
    Random random = new Random(7);
    for (int run = 0; run < 2000; run++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(
              TextDecoder.decodeMarkup(
                      bytes, run % 3 == 0 ? "shift_jis" : run % 3 == 1 ? "no such" : null)
                  .text())
          .isNotNull();
    }
    assertThat(TextDecoder.decodeText("blåbær".getBytes(ISO_8859_1)).text()).isEqualTo("blåbær");
    assertThat(TextDecoder.decodeText(new byte[0]).text()).isEmpty();
  }
}
