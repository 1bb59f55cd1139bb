package dev.detente.reading.actor;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words that may refer to actors: names with their titles and appositions, descriptions,
 * peoples and pronouns. Looks at one sentence at a time. Immutable and thread-safe.
 */
final class MentionFinder {
  private final RoleLexicon roles;
  private final ActorWords words;
  private final World world;

  MentionFinder(RoleLexicon roles, ActorWords words, World world) {
    this.roles = roles;
    this.words = words;
    this.world = world;
  }

  /** The mentions of an article, ordered by sentence and head. */
  List<Mention> find(AnalysedArticle article) {
    List<Mention> found = new ArrayList<>();
    List<Sentence> sentences = article.sentences();
    Map<String, String> labels = labels(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      Passage passage = article.passageOf(sentences.get(i));
      if (passage == null || isRead(passage.kind())) {
        found.addAll(new SentenceScan(article, i, labels, roles, words, world).run());
      }
    }
    return found;
  }

  /**
   * The type that each single word of a name has elsewhere in the article: a name that is labelled
   * once is a name wherever it stands with a capital.
   */
  private static Map<String, String> labels(List<Sentence> sentences) {
    Map<String, String> labels = new HashMap<>();
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        Word word = sentence.word(i);
        boolean last = i + 1 >= sentence.size() || !sentence.word(i + 1).name().startsWith("I-");
        if (last
            && (word.nameType().equals("PER") || word.nameType().equals("ORG"))
            && SentenceWords.isCapital(word.form())
            && word.form().length() > 2
            && (word.name().startsWith("B-") || word.nameType().equals("PER"))) {
          labels.putIfAbsent(word.form(), word.nameType());
        }
      }
    }
    return labels;
  }

  private static boolean isRead(PassageKind kind) {
    return switch (kind) {
      case CREDIT, BYLINE, NOTICE -> false;
      default -> true;
    };
  }
}
