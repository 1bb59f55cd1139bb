package dev.detente.reading.event;

import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence names its actors: by what kind of word, within the naming of somebody else ("the
 * Danish minister" names Denmark only to say whose minister), and whom it is about. Not
 * thread-safe; of one article.
 */
final class Naming {
  private static final int DEEPEST = 4;

  private final AnalysedArticle article;
  private final Cast cast;

  /** The actor that each sentence's main clause is about; empty for none. */
  private final Map<Integer, String> subjects = new HashMap<>();

  Naming(AnalysedArticle article, Cast cast) {
    this.article = article;
    this.cast = cast;
  }

  /** Kind of word, number and definiteness of a mention, and whether it stands within another. */
  String form(int index, Chunks.Chunk chunk) {
    Sentence sentence = article.sentence(index);
    Word head = sentence.word(PartyFeatures.head(sentence, chunk));
    String form = head.upos();
    if (form.equals("NOUN")) {
      form += head.feat("Number") + head.feat("Definite");
    }
    return nested(index, chunk) ? form + ":nested" : form;
  }

  /** Whether a mention is part of a longer one of somebody else. */
  boolean nested(int index, Chunks.Chunk chunk) {
    Sentence sentence = article.sentence(index);
    int at = PartyFeatures.head(sentence, chunk);
    for (int step = 0; step < DEEPEST; step++) {
      Word word = sentence.word(at);
      int head = word.head();
      boolean within =
          switch (word.relation()) {
            case "amod", "nmod", "compound", "det", "flat", "nummod", "appos" -> true;
            default -> false;
          };
      if (!within || head < 0) {
        return false;
      }
      String other = cast.actorAt(index, head);
      if (other != null && !other.equals(chunk.actor())) {
        return !word.relation().equals("appos");
      }
      at = head;
    }
    return false;
  }

  /** The actor that is the subject of a sentence's main clause; null for none. */
  @Nullable String subject(int index) {
    String subject = subjects.computeIfAbsent(index, this::findSubject);
    return subject.isEmpty() ? null : subject;
  }

  private String findSubject(int index) {
    Sentence sentence = article.sentence(index);
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.word(i).head() < 0) {
        List<Integer> subjects = Tree.own(sentence, i, "nsubj");
        for (int word : subjects) {
          String actor = cast.actorAt(index, word);
          if (actor != null) {
            return actor;
          }
        }
      }
    }
    return "";
  }
}
