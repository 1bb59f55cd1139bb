package dev.detente.reading.actor;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Map<String, String> labels = labels(sentences, words);
    List<List<Mention>> scans = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      scans.add(scan(article, i, labels));
    }
    Set<String> surnames = surnames(scans, labels);
    for (int i = 0; i < sentences.size(); i++) {
      found.addAll(holdsOne(sentences.get(i), surnames) ? scan(article, i, labels) : scans.get(i));
    }
    return found;
  }

  private List<Mention> scan(AnalysedArticle article, int sentence, Map<String, String> labels) {
    Passage passage = article.passageOf(article.sentences().get(sentence));
    return passage == null || isRead(passage.kind())
        ? new SentenceScan(article, sentence, labels, roles, words, world).run()
        : List.of();
  }

  /**
   * The surnames of the persons named in full or with a title that were not known as such before;
   * known from now on, wherever they stand alone.
   */
  private static Set<String> surnames(List<List<Mention>> scans, Map<String, String> labels) {
    Set<String> surnames = new HashSet<>();
    for (List<Mention> scan : scans) {
      for (Mention mention : scan) {
        String surname = mention.name().substring(mention.name().lastIndexOf(' ') + 1);
        if (mention.form() == Mention.Form.PERSON
            && (mention.name().indexOf(' ') > 0 || !mention.descriptions().isEmpty())
            && SentenceWords.isCapital(surname)
            && surname.length() > 2
            && !"PER".equals(labels.put(surname, "PER"))) {
          surnames.add(surname);
        }
      }
    }
    return surnames;
  }

  private static boolean holdsOne(Sentence sentence, Set<String> surnames) {
    for (int i = 0; !surnames.isEmpty() && i < sentence.size(); i++) {
      String form = sentence.word(i).form();
      if (surnames.contains(form)
          || form.endsWith("s") && surnames.contains(form.substring(0, form.length() - 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The type that each single word of a name has elsewhere in the article: a name that is labelled
   * once is a name wherever it stands with a capital.
   */
  private static Map<String, String> labels(List<Sentence> sentences, ActorWords words) {
    Map<String, String> labels = new HashMap<>();
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        Word word = sentence.word(i);
        boolean last = i + 1 >= sentence.size() || !sentence.word(i + 1).name().startsWith("I-");
        if (last
            && (word.nameType().equals("PER") || word.nameType().equals("ORG"))
            && SentenceWords.isCapital(word.form())
            && word.form().length() > 2
            && !(word.name().startsWith("B-") && words.isCalendar(word.form()))
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
