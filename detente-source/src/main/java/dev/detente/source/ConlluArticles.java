package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.article.PublicationDate;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.conllu.ConlluReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Articles with their analysis from CoNLL-U: what {@code read --format conllu} wrote, or treebanks
 * and the output of other analysers. Every {@code # newdoc} begins an article, and a fault costs
 * the article that it stands in. Not thread-safe.
 */
final class ConlluArticles {
  /** An analysis is so many times longer than its text at most. */
  private static final int TIMES_THE_TEXT = 24;

  private final ConlluReader reader = new ConlluReader();
  private final Input input;
  private final Metadata metadata;
  private final Limits limits;
  private final Consumer<Incoming> sink;
  private final StringBuilder document = new StringBuilder();
  private long ordinal;
  private long firstLine = 1;
  private boolean tooLong;
  private boolean words;

  ConlluArticles(Input input, Metadata metadata, Limits limits, Consumer<Incoming> sink) {
    this.input = input;
    this.metadata = metadata;
    this.limits = limits;
    this.sink = sink;
  }

  /** Reads to the end of the stream. */
  void read(InputStream in) throws IOException {
    Lines lines = new Lines(in, 2 * limits.bytesPerArticle());
    while (lines.next()) {
      String line;
      try {
        line = Utf8.decode(lines.bytes(), lines.length(), input.name(), lines.number());
      } catch (DetenteException e) {
        sink.accept(new Incoming(null, e));
        return;
      }
      if (line.startsWith("\uFEFF")) {
        line = line.substring(1);
      }
      if (line.startsWith("# newdoc") || line.startsWith("#newdoc")) {
        end();
        firstLine = lines.number();
      }
      words |= !line.isBlank() && line.charAt(0) != '#';
      tooLong |=
          lines.whole() > lines.length()
              || document.length() > (long) TIMES_THE_TEXT * limits.bytesPerArticle();
      if (!tooLong) {
        document.append(line).append('\n');
      }
    }
    end();
    if (ordinal == 0) {
      sink.accept(
          Incoming.failed(
              "DET-0104", input.name() + ": empty; give sentences in the ten columns of CoNLL-U"));
    }
  }

  private void end() throws IOException {
    if (tooLong) {
      ordinal++;
      sink.accept(
          Incoming.failed(
              "DET-0106",
              input.name()
                  + ", line "
                  + firstLine
                  + ": the analysis that begins here is too long for one article; begin articles"
                  + " with # newdoc"));
    } else if (words) {
      ordinal++;
      try {
        reader.read(
            new StringReader(document.toString()),
            input.name(),
            (int) Math.min(Integer.MAX_VALUE, firstLine),
            metadata.language() == null ? "" : metadata.language(),
            analysed -> sink.accept(incoming(analysed)));
      } catch (DetenteException e) {
        sink.accept(new Incoming(null, e));
      }
    }
    document.setLength(0);
    tooLong = false;
    words = false;
  }

  private Incoming incoming(AnalysedArticle analysed) {
    Article article = analysed.article();
    String where = input.name() + ", line " + firstLine;
    String published = orElse(article.published(), metadata.published());
    if (published != null && !PublicationDate.isDate(published)) {
      return Incoming.failed(
          "DET-0109",
          where
              + ": \"published\" is \""
              + published
              + "\"; write it as EDTF, as precise as known: 2022-02-07, 2022-02 or 2022");
    }
    Analysis analysis = analysed.analysis();
    String language = analysis.language().isEmpty() ? null : analysis.language();
    return Incoming.analysed(
        new Article(
            id(article),
            Languages.check(language, where),
            published,
            orElse(article.outlet(), metadata.outlet()),
            orElse(article.url(), metadata.url()),
            article.title(),
            article.text(),
            article.passages()),
        analysis);
  }

  private String id(Article article) {
    if (!article.id().isEmpty()) {
      return article.id();
    }
    return input.path() == null
        ? ArticleIds.ofContent(article.text().string())
        : ArticleIds.ofFile(input.path().getFileName().toString(), ordinal);
  }

  private static @Nullable String orElse(@Nullable String own, @Nullable String given) {
    return own == null || own.isEmpty() ? given : own;
  }
}
