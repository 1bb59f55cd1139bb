package dev.detente.cli.format;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import java.util.Arrays;
import java.util.List;

/** Where a span stands, as an editor counts: line and column from 1, columns in code points. */
final class Positions {
  private final int[] lineStarts;
  private final List<Passage> passages;

  Positions(Article article) {
    this.passages = article.passages();
    int[] starts = new int[16];
    int count = 1;
    int[] points = article.text().string().codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (points[i] == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    lineStarts = Arrays.copyOf(starts, count);
  }

  /** {@code 12:34}, with the kind of passage before it unless that is plain body text. */
  String of(Span span) {
    int found = Arrays.binarySearch(lineStarts, span.start());
    int line = found >= 0 ? found : -found - 2;
    String place = (line + 1) + ":" + (span.start() - lineStarts[line] + 1);
    for (Passage passage : passages) {
      if (passage.span().contains(span.start()) && passage.kind() != PassageKind.BODY) {
        return passage.kind().label() + " " + place;
      }
    }
    return place;
  }
}
