package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of actors around a trigger by their order alone: a second way to the parties of an
 * event, for where the tree names none. Within its clause, what stands before an active verb
 * without a preposition acts, what follows is acted upon; after an inversion the first that follows
 * acts.
 */
final class Chunks {
  private final Cast cast;
  private final Map<Integer, List<Chunk>> bySentence = new HashMap<>();

  Chunks(Cast cast) {
    this.cast = cast;
  }

  /**
   * A mention.
   *
   * @param start first word
   * @param end one past the last word
   * @param actor whom it names
   * @param preposition the preposition before it, lower case; null when it stands bare
   * @param genitive whether it is a genitive
   */
  record Chunk(int start, int end, String actor, @Nullable String preposition, boolean genitive) {}

  List<Chunk> of(int sentence, Sentence tree) {
    return bySentence.computeIfAbsent(sentence, s -> read(s, tree));
  }

  private List<Chunk> read(int sentence, Sentence tree) {
    List<Chunk> chunks = new ArrayList<>();
    int i = 0;
    while (i < tree.size()) {
      String actor = cast.actorAt(sentence, i);
      if (actor == null) {
        i++;
        continue;
      }
      Span mention = cast.mentionAt(sentence, i);
      int end = i + 1;
      while (end < tree.size()
          && actor.equals(cast.actorAt(sentence, end))
          && (mention == null || mention.equals(cast.mentionAt(sentence, end)))) {
        end++;
      }
      Word last = tree.word(end - 1);
      boolean genitive =
          last.feat("Case").equals("Gen")
              || last.deprel().equals("nmod:poss")
              || last.feat("Poss").equals("Yes")
              || end < tree.size() && Tree.form(tree, end).matches("['’]s?");
      chunks.add(new Chunk(i, end, actor, preposition(tree, i), genitive));
      i = end;
    }
    return chunks;
  }

  private static @Nullable String preposition(Sentence tree, int start) {
    for (int at = start - 1; at >= 0 && at >= start - 4; at--) {
      Word word = tree.word(at);
      switch (word.upos()) {
        case "ADP" -> {
          return word.relation().equals("compound") ? null : Tree.form(tree, at);
        }
        case "DET", "ADJ", "NUM" -> {}
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  /** Whether a word ends the clause. */
  private static boolean boundary(Sentence tree, int word) {
    Word at = tree.word(word);
    return switch (at.upos()) {
      case "VERB" -> at.feat("VerbForm").equals("Fin") || at.feat("VerbForm").isEmpty();
      case "SCONJ" -> true;
      case "PUNCT" -> !at.form().equals("-");
      default -> false;
    };
  }

  /** Bare mentions of the clause before a word, nearest first. */
  private List<Chunk> before(int sentence, Sentence tree, int head) {
    int from = head - 1;
    while (from >= 0 && !boundary(tree, from)) {
      from--;
    }
    List<Chunk> found = new ArrayList<>();
    for (Chunk chunk : of(sentence, tree)) {
      if (chunk.start() > from && chunk.end() <= head) {
        found.add(0, chunk);
      }
    }
    return found;
  }

  private List<Chunk> after(int sentence, Sentence tree, int head) {
    int to = head + 1;
    while (to < tree.size() && !boundary(tree, to)) {
      to++;
    }
    List<Chunk> found = new ArrayList<>();
    for (Chunk chunk : of(sentence, tree)) {
      if (chunk.start() > head && chunk.end() <= to) {
        found.add(chunk);
      }
    }
    return found;
  }

  private static @Nullable Chunk bare(List<Chunk> chunks, int skip) {
    int left = skip;
    for (Chunk chunk : chunks) {
      if (chunk.preposition() == null && !chunk.genitive()) {
        if (left-- == 0) {
          return chunk;
        }
      }
    }
    return null;
  }

  /** Who acts by an active verb; null when the order names nobody. */
  @Nullable Chunk subject(int sentence, Sentence tree, int verb) {
    Chunk before = bare(before(sentence, tree, verb), 0);
    return before != null ? before : bare(after(sentence, tree, verb), 0);
  }

  /** Who is acted upon by an active verb. */
  @Nullable Chunk object(int sentence, Sentence tree, int verb) {
    boolean inverted = bare(before(sentence, tree, verb), 0) == null;
    return bare(after(sentence, tree, verb), inverted ? 1 : 0);
  }

  /** Who is acted upon by a passive verb. */
  @Nullable Chunk passiveSubject(int sentence, Sentence tree, int verb) {
    Chunk before = bare(before(sentence, tree, verb), 0);
    return before != null ? before : bare(after(sentence, tree, verb), 0);
  }

  /** The first mention after a word that this preposition introduces. */
  @Nullable Chunk prepositional(int sentence, Sentence tree, int head, String preposition) {
    for (Chunk chunk : after(sentence, tree, head)) {
      if (preposition.equals(chunk.preposition())) {
        return chunk;
      }
    }
    return null;
  }
}
