package dev.detente.source.fuzz;

import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import dev.detente.source.mark.Annotation;
import dev.detente.source.mark.Brat;
import dev.detente.source.mark.Note;
import dev.detente.source.mark.ReviewMark;
import dev.detente.source.mark.WebAnnotations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A reader of annotations of a text as something to throw bytes at: whatever they are, annotations
 * come out that lie in the text and are the same when written and read again, or a failure with a
 * code, and no other exception. Thread-safe.
 */
public enum MarkTarget {
  /** The standoff format of brat. */
  BRAT {
    @Override
    void readAll(String file) {
      List<Annotation> all = Brat.read(file, TEXT, "x");
      for (Annotation one : all) {
        check(one.spans());
        Note.about(one.id(), all).value("id");
      }
      List<Annotation> again = Brat.read(Brat.write(all, TEXT), TEXT, "x");
      hold(Brat.write(again, TEXT).equals(Brat.write(all, TEXT)), "other annotations than read");
      hold(again.size() == all.size(), "as many annotations as were read");
    }
  },

  /** W3C Web Annotations. */
  WEB_ANNOTATION {
    @Override
    void readAll(String file) {
      List<ReviewMark> all = WebAnnotations.read(file, TEXT, "x");
      all.forEach(mark -> check(mark.spans()));
      String written = WebAnnotations.write(all, TEXT);
      hold(WebAnnotations.read(written, TEXT, "x").equals(all), "other marks than read");
    }
  };

  private static final Pattern FAILURE = Pattern.compile("(?s)DET-\\d{4}: .+");

  /** A pair of surrogates at the beginning and at the end, two lines, words that stand twice. */
  private static final ArticleText TEXT =
      ArticleText.of("🚢 Kaia er for kort, sa hun.\r\nBåten\ter for kort, sa han 🚢");

  abstract void readAll(String file);

  /** Reads these bytes as UTF-8; throws where something is wrong with us. */
  public void read(byte[] bytes) {
    try {
      readAll(new String(bytes, StandardCharsets.UTF_8));
    } catch (DetenteException failure) {
      String message = failure.getMessage();
      hold(FAILURE.matcher(message).matches(), "a failure without code or reason: " + message);
    }
  }

  private static void check(List<Span> spans) {
    for (Span span : spans) {
      hold(span.end() > span.start() && span.end() <= TEXT.length(), "no such words: " + span);
    }
  }

  private static void hold(boolean right, String what) {
    if (!right) {
      throw new AssertionError(what);
    }
  }
}
