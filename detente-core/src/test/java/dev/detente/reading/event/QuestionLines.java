package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import java.util.List;

/** One decision of the event reader as lines for {@code training/events/train_choices.py}. */
final class QuestionLines {
  private QuestionLines() {}

  static String format(
      AnalysedArticle article,
      String question,
      Draft draft,
      List<String> candidates,
      List<List<String>> features) {
    StringBuilder lines = new StringBuilder();
    lines
        .append(
            String.join(
                "\t",
                "Q",
                article.article().id(),
                question,
                draft.type().name(),
                span(draft.anchor()),
                span(draft.evidence()),
                String.join(",", draft.actors()),
                String.join(",", draft.recipients())))
        .append('\n');
    for (int i = 0; i < candidates.size(); i++) {
      lines
          .append("C\t")
          .append(candidates.get(i))
          .append('\t')
          .append(String.join(" ", features.get(i).stream().map(f -> f.replace(' ', '_')).toList()))
          .append('\n');
    }
    return lines.toString();
  }

  private static String span(Span span) {
    return span.start() + "-" + span.end();
  }
}
