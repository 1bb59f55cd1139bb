package dev.detente.source.fuzz;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.Analysis;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.source.ArticleSource;
import dev.detente.source.Incoming;
import dev.detente.source.InputFormat;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import dev.detente.source.archive.ArchiveEntry;
import dev.detente.source.archive.ArchiveMark;
import dev.detente.source.archive.ArchiveReader;
import dev.detente.source.archive.Capture;
import dev.detente.source.page.ExtractedPage;
import dev.detente.source.page.PageContext;
import dev.detente.source.page.PageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A reader of this module as something to throw bytes at: whatever they are, articles come out
 * whose positions lie in their text, or failures with a code, and no exception. Thread-safe.
 */
public final class ReaderTarget {
  private static final Pattern FAILURE = Pattern.compile("(?s)DET-\\d{4}: .+");

  /** Small, so that bounds are met. */
  private static final Limits LIMITS = new Limits(1 << 16);

  private static final PageReader PAGES = PageReader.load(Codebook.bundled());

  private final SourceOptions options;

  /** The reader of this format; null for what is told by its first bytes. */
  public ReaderTarget(InputFormat format) {
    options = new SourceOptions(Metadata.NONE, LIMITS, Codebook.bundled(), format);
  }

  /** Reads these bytes; throws where something is wrong with us. */
  public void read(byte[] bytes) {
    if (options.format() == InputFormat.PAGE) {
      check(PAGES.read(bytes, PageContext.of("x")));
    } else if (options.format() == InputFormat.ARCHIVE) {
      readArchive(bytes);
    } else {
      readAll(bytes);
    }
  }

  /** As a user's file is read, which loads the words of pages anew. */
  void readAll(byte[] bytes) {
    new ArticleSource(List.of("-"), options, new ByteArrayInputStream(bytes))
        .forEach(ReaderTarget::check);
  }

  private static void readArchive(byte[] bytes) {
    try (ArchiveReader reader =
        new ArchiveReader(
            new ByteArrayInputStream(bytes), "x", LIMITS.bytesPerArticle(), ArchiveMark.START)) {
      for (ArchiveEntry entry = reader.next(); entry != null; entry = reader.next()) {
        Capture capture = entry.capture();
        if (entry.failure() != null) {
          check(entry.failure());
        } else if (capture.html()) {
          check(PAGES.read(capture.content(), PageContext.of("x")));
        }
      }
    } catch (IOException e) {
      throw new AssertionError("bytes in memory cannot be read", e);
    }
  }

  private static void check(DetenteException failure) {
    String message = failure.getMessage();
    hold(FAILURE.matcher(message).matches(), "a failure without code or reason: " + message);
  }

  private static void check(Incoming incoming) {
    if (incoming.failure() != null) {
      check(incoming.failure());
      return;
    }
    Article article = incoming.article();
    check(article);
    if (incoming.page() != null) {
      check(incoming.page(), article);
    }
    if (incoming.analysis() != null) {
      check(incoming.analysis(), article.text().length());
    }
  }

  private static void check(ExtractedPage page) {
    if (page.article() != null) {
      check(page.article());
      check(page, page.article());
    }
  }

  private static void check(Article article) {
    int length = article.text().length();
    int end = 0;
    for (Passage passage : article.passages()) {
      Span span = passage.span();
      hold(span.start() >= end && span.end() > span.start(), "passage " + span + " after " + end);
      end = span.end();
    }
    hold(end <= length, "a passage ends at " + end + " of " + length);
  }

  private static void check(ExtractedPage page, Article article) {
    String html = page.html();
    int mapped = page.map().length();
    hold(mapped == article.text().string().length(), "a map of another text");
    for (int i = 0; i < mapped; i += 1 + mapped / 1000) {
      int at = page.map().toHtml(i);
      hold(html != null && at >= 0 && at < html.length(), "no such place in the page: " + at);
    }
  }

  private static void check(Analysis analysis, int length) {
    int end = 0;
    for (Sentence sentence : analysis.sentences()) {
      for (Word word : sentence.words()) {
        Span span = word.span();
        hold(span.start() >= end && span.end() <= length, "word " + span + " after " + end);
        hold(word.head() < sentence.size(), "a head outside of its sentence");
        end = Math.max(end, span.start());
      }
      sentence.root();
    }
  }

  private static void hold(boolean right, String what) {
    if (!right) {
      throw new AssertionError(what);
    }
  }
}
