package dev.detente.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.source.encoding.DecodedText;
import dev.detente.source.mark.Annotation;
import dev.detente.source.page.ExtractedPage;
import dev.detente.source.page.PageMetadata;
import dev.detente.source.page.SourceMap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An article as it was taken from its file, as one line of JSON. */
public final class ExtractedFormat {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Set<PassageKind> RUNNING =
      EnumSet.of(PassageKind.LEAD, PassageKind.SUBHEADING, PassageKind.BODY, PassageKind.FACTBOX);

  private ExtractedFormat() {}

  /** The id and the running text: lead, body, subheadings and fact boxes. */
  public static String body(Article article) {
    StringBuilder text = new StringBuilder();
    for (Passage passage : article.passages()) {
      if (RUNNING.contains(passage.kind())) {
        text.append(text.isEmpty() ? "" : "\n\n").append(article.slice(passage.span()));
      }
    }
    return line(
        json -> {
          json.writeStringField("id", article.id());
          json.writeStringField(
              "text", article.passages().isEmpty() ? article.text().string() : text.toString());
        });
  }

  /**
   * All that is known.
   *
   * @param page the page that it was taken from; null when from none
   * @param annotations what people marked in it
   */
  public static String whole(
      Article article, @Nullable ExtractedPage page, List<Annotation> annotations) {
    return line(
        json -> {
          json.writeStringField("id", article.id());
          json.writeStringField("language", article.language());
          json.writeStringField("published", article.published());
          json.writeStringField("outlet", article.outlet());
          json.writeStringField("url", article.url());
          json.writeStringField("title", article.title());
          if (page != null) {
            metadata(json, page);
          }
          json.writeStringField("text", article.text().string());
          json.writeArrayFieldStart("passages");
          for (Passage passage : article.passages()) {
            json.writeStartObject();
            json.writeStringField("kind", passage.kind().label());
            json.writeFieldName("span");
            json.writeArray(new int[] {passage.span().start(), passage.span().end()}, 0, 2);
            json.writeEndObject();
          }
          json.writeEndArray();
          if (!annotations.isEmpty()) {
            annotations(json, annotations);
          }
          if (page != null && page.html() != null) {
            map(json, article.text(), ArticleText.of(page.html()), page.map());
          }
        });
  }

  private static void annotations(JsonGenerator json, List<Annotation> annotations)
      throws IOException {
    json.writeArrayFieldStart("annotations");
    for (Annotation one : annotations) {
      json.writeStartObject();
      json.writeStringField("id", one.id());
      json.writeStringField("label", one.label());
      json.writeArrayFieldStart("spans");
      for (Span span : one.spans()) {
        json.writeArray(new int[] {span.start(), span.end()}, 0, 2);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("arguments");
      for (Annotation.Argument argument : one.arguments()) {
        json.writeStartObject();
        json.writeStringField("role", argument.role());
        json.writeStringField("id", argument.id());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("value", one.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void metadata(JsonGenerator json, ExtractedPage page) throws IOException {
    PageMetadata said = page.metadata();
    json.writeStringField("updated", said.updated());
    json.writeArrayFieldStart("authors");
    for (String author : said.authors()) {
      json.writeString(author);
    }
    json.writeEndArray();
    json.writeStringField("verdict", page.verdict().name().toLowerCase(Locale.ROOT));
    DecodedText encoding = page.encoding();
    if (encoding != null) {
      json.writeStringField("encoding", encoding.charset().name());
      json.writeArrayFieldStart("marks");
      for (DecodedText.Mark mark : encoding.marks()) {
        json.writeString(mark.name().toLowerCase(Locale.ROOT));
      }
      json.writeEndArray();
    }
  }

  /** Stretches that stand in the HTML as in the text: [text, HTML, length], in code points. */
  private static void map(JsonGenerator json, ArticleText text, ArticleText html, SourceMap map)
      throws IOException {
    json.writeArrayFieldStart("html");
    for (int run = 0; run < map.runs(); run++) {
      int from = map.runText(run);
      int to = run + 1 < map.runs() ? map.runText(run + 1) : map.length();
      int length = text.codePoint(to) - text.codePoint(from);
      json.writeArray(
          new int[] {text.codePoint(from), html.codePoint(map.runHtml(run)), length}, 0, 3);
    }
    json.writeEndArray();
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can be written to", e);
    }
    return line.append('\n').toString();
  }
}
