package dev.detente.source;

import dev.detente.source.encoding.DecodedText;
import dev.detente.source.encoding.DecodedText.Evidence;
import dev.detente.source.encoding.DecodedText.Mark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a user is told of how an input was decoded: nothing is guessed in silence. */
final class EncodingNotices {
  private EncodingNotices() {}

  /**
   * The notices, in order.
   *
   * @param name the input's name
   * @param page whether encodings other than UTF-8 are usual, as on pages, and only worth a word
   *     when declared wrongly
   */
  static List<String> of(DecodedText text, String name, boolean page) {
    List<String> notices = new ArrayList<>();
    String charset = text.charset().name();
    boolean guessed =
        text.evidence() == Evidence.BYTES && !text.charset().equals(StandardCharsets.UTF_8);
    if (text.has(Mark.DECLARED_WRONGLY)) {
      notices.add(
          "DET-0145: " + name + ": read as " + charset + ", which its bytes are, not as declared");
    } else if (guessed) {
      notices.add(
          "DET-0145: "
              + name
              + ": not UTF-8; read as "
              + charset
              + (page ? "" : "; if that is wrong, save it as UTF-8"));
    }
    if (text.has(Mark.BROKEN_BYTES)) {
      notices.add(
          "DET-0148: "
              + name
              + ": some bytes are not "
              + charset
              + "; each was read as U+FFFD; fetch or save the file again");
    }
    if (text.has(Mark.MOJIBAKE_REPAIRED)) {
      notices.add(
          "DET-0146: "
              + name
              + ": was UTF-8 read as Windows-1252 before (\u00C3\u00A5 for \u00E5); put right"
              + " throughout, and offsets count the text put right");
    }
    if (text.has(Mark.MOJIBAKE_SUSPECTED)) {
      notices.add(
          "DET-0147: "
              + name
              + ": some of it looks like UTF-8 read as Windows-1252 (\u00C3\u00A5 for \u00E5); left as"
              + " it is");
    }
    return notices;
  }
}
