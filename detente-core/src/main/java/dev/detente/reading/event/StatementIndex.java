package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article's statements by where they stand, so that finding one takes no longer when there are
 * many. Immutable.
 */
final class StatementIndex {
  /** Code points of a stretch, as a power of two. */
  private static final int STRETCH = 8;

  /** Those whose content touches a stretch, in order. */
  private final Map<Integer, List<Statement>> byStretch = new HashMap<>();

  /** The cues of those with a speaker that touch a stretch. */
  private final Map<Integer, List<Span>> cues = new HashMap<>();

  /** The last one of another speaker before each, by its id. */
  private final Map<String, Statement> before = new HashMap<>();

  /** The first one of another speaker behind each, by its id. */
  private final Map<String, Statement> after = new HashMap<>();

  /** How many statements each speaker makes. */
  private final Map<String, Integer> spoken = new HashMap<>();

  StatementIndex(List<Statement> statements) {
    Statement last = null;
    Statement lastOfAnother = null;
    for (Statement statement : statements) {
      for (Span content : statement.content()) {
        for (int s = content.start() >> STRETCH; s <= content.end() >> STRETCH; s++) {
          List<Statement> there = byStretch.computeIfAbsent(s, key -> new ArrayList<>());
          if (there.isEmpty() || there.get(there.size() - 1) != statement) {
            there.add(statement);
          }
        }
      }
      String speaker = statement.speaker();
      Span cue = statement.cue();
      if (cue != null && speaker != null) {
        for (int s = cue.start() >> STRETCH; s <= cue.end() >> STRETCH; s++) {
          cues.computeIfAbsent(s, key -> new ArrayList<>()).add(cue);
        }
      }
      boolean same = last != null && Objects.equals(last.speaker(), speaker);
      Statement found = same ? lastOfAnother : last;
      if (found != null) {
        before.putIfAbsent(statement.id(), found);
      }
      if (speaker != null) {
        if (!same) {
          lastOfAnother = last;
        }
        last = statement;
        spoken.merge(speaker, 1, Integer::sum);
      }
    }
    Statement next = null;
    Statement nextOfAnother = null;
    for (int i = statements.size() - 1; i >= 0; i--) {
      Statement statement = statements.get(i);
      String speaker = statement.speaker();
      if (speaker == null) {
        continue;
      }
      boolean same = next != null && speaker.equals(next.speaker());
      if (!same) {
        nextOfAnother = next;
      }
      if (nextOfAnother != null) {
        after.putIfAbsent(statement.id(), nextOfAnother);
      }
      next = statement;
    }
  }

  /** The first statement of somebody else behind this one; null for none. */
  @Nullable Statement after(Statement statement) {
    return after.get(statement.id());
  }

  /** How many statements an actor makes. */
  int spoken(String actor) {
    return spoken.getOrDefault(actor, 0);
  }

  /** The last statement of somebody else before this one; null for none. */
  @Nullable Statement before(Statement statement) {
    return before.get(statement.id());
  }

  /** The smallest statement that holds this stretch of text, the first of them; null for none. */
  @Nullable Statement around(Span anchor) {
    Statement around = null;
    int smallest = Integer.MAX_VALUE;
    for (Statement statement : byStretch.getOrDefault(anchor.start() >> STRETCH, List.of())) {
      int length = 0;
      boolean holds = false;
      for (Span content : statement.content()) {
        length += content.length();
        holds |= content.contains(anchor);
      }
      if (holds && length < smallest) {
        smallest = length;
        around = statement;
      }
    }
    return around;
  }

  /** Whether this stretch of text is, or touches, the cue of a statement with a speaker. */
  boolean isCue(Span span) {
    for (int s = span.start() >> STRETCH; s <= span.end() >> STRETCH; s++) {
      for (Span cue : cues.getOrDefault(s, List.of())) {
        if (cue.overlaps(span)) {
          return true;
        }
      }
    }
    return false;
  }
}
