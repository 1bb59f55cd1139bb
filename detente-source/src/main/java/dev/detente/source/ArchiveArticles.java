package dev.detente.source;

import dev.detente.source.archive.ArchiveEntry;
import dev.detente.source.archive.ArchiveMark;
import dev.detente.source.archive.ArchiveReader;
import dev.detente.source.archive.Capture;
import dev.detente.source.archive.PassedOver;
import dev.detente.source.encoding.DecodedText;
import dev.detente.source.encoding.TextDecoder;
import dev.detente.source.http.HeaderFields;
import dev.detente.source.page.PageContext;
import dev.detente.source.page.PageReader;
import dev.detente.source.page.PageVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The captures of web archives as articles, with a count of what was passed over. Not thread-safe.
 */
final class ArchiveArticles {
  private final Supplier<PageReader> pages;
  private final Metadata metadata;
  private final Map<String, Long> passedOver = new TreeMap<>();
  private long articles;
  private long inPart;
  private long refused;
  private boolean read;

  ArchiveArticles(Supplier<PageReader> pages, Metadata metadata) {
    this.pages = pages;
    this.metadata = metadata;
  }

  /**
   * Reads an archive to its end.
   *
   * @param fileName for ids; null for standard input
   * @param from how far it has been read before; null when not
   */
  void read(
      ArchiveReader archive,
      String name,
      @Nullable String fileName,
      @Nullable Checkpoint from,
      Consumer<Incoming> sink)
      throws IOException {
    long ordinal = from == null ? 0 : from.articles();
    read = true;
    try {
      for (ArchiveEntry entry = archive.next(); entry != null; entry = archive.next()) {
        Incoming incoming;
        if (entry.capture() == null) {
          refused++;
          incoming = new Incoming(null, entry.failure());
        } else {
          incoming = article(entry.capture(), name, fileName, ordinal + 1);
        }
        if (incoming != null) {
          ordinal++;
          ArchiveMark mark = entry.after();
          sink.accept(
              incoming.reaching(new Checkpoint(name, ordinal, mark.offset(), mark.within())));
        }
      }
    } finally {
      archive.passedOver().forEach((why, count) -> passOver(why, count));
    }
  }

  private void passOver(PassedOver why, long count) {
    passedOver.merge(why.label(), count, Long::sum);
  }

  /** The article of a capture; null when it is passed over. */
  private @Nullable Incoming article(
      Capture capture, String name, @Nullable String fileName, long ordinal) {
    String where = name + ", byte " + capture.offset();
    String id = fileName == null ? null : ArticleIds.ofFile(fileName, ordinal);
    String url = capture.url() == null ? metadata.url() : capture.url();
    Metadata known =
        new Metadata(metadata.published(), metadata.outlet(), url, metadata.language());
    if (!capture.html()) {
      DecodedText text = TextDecoder.decodeText(capture.content());
      if (text.text().isBlank()) {
        passOver(PassedOver.EMPTY, 1);
        return null;
      }
      articles++;
      return TextArticles.read(text.text(), where, id, known)
          .noticing(EncodingNotices.of(text, where, false));
    }
    Incoming page =
        PageArticles.read(
            pages.get(),
            capture.content(),
            where,
            id,
            known,
            new PageContext(
                id == null ? "" : id, url, HeaderFields.charset(capture.contentType())));
    if (page.article() != null) {
      articles++;
      if (page.page() != null && page.page().verdict() == PageVerdict.PAYWALLED) {
        inPart++;
      }
      return new Incoming(
          page.article(),
          null,
          page.page(),
          page.notices().stream().filter(notice -> !notice.startsWith("DET-0143")).toList());
    }
    // An archive holds front pages and lists as well: no fault of theirs.
    passedOver.merge("pages without an article", 1L, Long::sum);
    return null;
  }

  /** What was read and what passed over, for a person; empty when there was no archive. */
  List<String> summary() {
    if (!read) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    passedOver.forEach((what, count) -> parts.add(number(count) + " " + what));
    return List.of(
        "web archives: "
            + number(articles)
            + " articles"
            + (inPart == 0
                ? ""
                : " (" + number(inPart) + " of them shown in part, behind a paywall)")
            + (refused == 0 ? "" : ", " + number(refused) + " records left out as broken")
            + (parts.isEmpty() ? "" : "; passed over by rule: " + String.join(", ", parts)));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
