package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.record.Act;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the making. Confined to one reading. */
final class Draft {
  /** Index of the sentence the cue (or, without one, the content's beginning) stands in. */
  final int sentence;

  /** Word index of the cue's head; -1 when punctuation alone attributes. */
  final int head;

  final @Nullable Cue entry;
  final String frame;

  @Nullable Span cue;

  /** Sentence and word of the speaker's head; -1 when there is none. */
  int speakerSentence = -1;

  int speakerWord = -1;
  @Nullable String speaker;
  @Nullable Span speakerSpan;

  final List<Span> content = new ArrayList<>();
  StatementKind kind = StatementKind.INDIRECT;
  Act act = Act.SAY;

  /** Whether the content decides the act. */
  boolean open;

  /** Whether the noun that is turned down leaves no doubt of the act. */
  boolean certain;

  boolean negated;
  @Nullable String addressee;
  final List<String> via = new ArrayList<>();

  /** Whether the content begins as speech (dash or quotation mark). */
  boolean quoted;

  boolean dropped;
  String note = "";

  Draft(int sentence, int head, @Nullable Cue entry, String frame) {
    this.sentence = sentence;
    this.head = head;
    this.entry = entry;
    this.frame = frame;
  }

  int start() {
    return content.get(0).start();
  }

  int end() {
    return content.get(content.size() - 1).end();
  }

  boolean covers(Span span) {
    for (Span piece : content) {
      if (piece.contains(span)) {
        return true;
      }
    }
    return false;
  }

  String why() {
    String label = entry == null ? "" : "cue:" + entry.label() + " ";
    return label + frame + (note.isEmpty() ? "" : " " + note);
  }
}
