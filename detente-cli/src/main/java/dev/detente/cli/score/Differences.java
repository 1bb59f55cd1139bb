package dev.detente.cli.score;

import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The differences of one article as they are found. Not thread-safe. */
final class Differences {
  private static final int SHOWN = 120;

  private final ArticleText gold;
  private final ArticleText read;
  private final List<Difference> found = new ArrayList<>();

  Differences(ArticleText gold, ArticleText read) {
    this.gold = gold;
    this.read = read;
  }

  List<Difference> list() {
    return found;
  }

  /** Something that only the annotation has. */
  void missed(String what, String kind, String detail, List<Span> spans) {
    found.add(new Difference(what + " missed", kind, detail, spans, List.of()));
  }

  /** Something that only the record has. */
  void added(String what, String kind, String detail, List<Span> spans) {
    found.add(new Difference(what + " false", kind, detail, List.of(), spans));
  }

  /** A value of something that both have; nothing when they are the same. */
  void value(
      String group,
      boolean right,
      @Nullable String wanted,
      @Nullable String got,
      List<Span> goldSpans,
      List<Span> readSpans) {
    if (!right) {
      String cause = shown(wanted) + " read as " + shown(got);
      found.add(new Difference(group, cause, cause, goldSpans, readSpans));
    }
  }

  /** A value that is a name or a text: counted by whether there is one, not by which. */
  void name(
      String group,
      boolean right,
      @Nullable String wanted,
      @Nullable String got,
      List<Span> goldSpans,
      List<Span> readSpans) {
    if (!right) {
      String cause =
          got == null || got.isEmpty()
              ? "none read"
              : wanted == null || wanted.isEmpty() ? "read where there is none" : "another read";
      found.add(
          new Difference(
              group, cause, shown(wanted) + " read as " + shown(got), goldSpans, readSpans));
    }
  }

  /** Words of a content that are too many, too few, or both. */
  void content(Set<Integer> wanted, Set<Integer> got, List<Span> goldSpans, List<Span> readSpans) {
    if (!wanted.equals(got)) {
      String cause =
          got.containsAll(wanted)
              ? "too many words"
              : wanted.containsAll(got) ? "too few words" : "other words";
      found.add(
          new Difference(
              "content",
              cause,
              goldWords(goldSpans) + " read as " + readWords(readSpans),
              goldSpans,
              readSpans));
    }
  }

  String goldWords(List<Span> spans) {
    return words(gold, spans);
  }

  String readWords(List<Span> spans) {
    return words(read, spans);
  }

  private static String words(ArticleText text, List<Span> spans) {
    List<String> pieces = new ArrayList<>();
    for (Span span : spans) {
      pieces.add(text.slice(span).replaceAll("\\s+", " "));
    }
    String all = String.join(" … ", pieces);
    return "“" + (all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all) + "”";
  }

  private static String shown(@Nullable String value) {
    return value == null || value.isEmpty() ? "none" : value;
  }
}
