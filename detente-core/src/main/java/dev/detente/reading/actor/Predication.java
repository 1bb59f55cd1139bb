package dev.detente.reading.actor;

import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions that say what somebody is instead of referring to somebody: predicates and
 * appositions. Used once per article; not thread-safe.
 */
final class Predication {
  private final Casting casting;
  private final List<Mention> mentions;
  private final @Nullable Entity[] resolved;

  Predication(Casting casting) {
    this.casting = casting;
    this.mentions = casting.mentions;
    this.resolved = casting.resolved;
  }

  /** "Peskov, presidentens talsperson": the entity whose name the description follows. */
  @Nullable Entity nameBefore(Mention mention) {
    Word word = casting.article.sentence(mention.sentence()).word(mention.head());
    if (!word.relation().equals("appos") || word.head() < 0 || word.head() > mention.head()) {
      return null;
    }
    int at = casting.mentionOf[mention.sentence()][word.head()];
    if (at < 0 || !mentions.get(at).isName()) {
      return null;
    }
    Entity entity = resolved[at];
    Description description = mention.description();
    return entity != null
            && description != null
            && entity.isPerson() == description.role().kind().equals("person")
        ? entity
        : null;
  }

  boolean isPredicate(Mention mention) {
    Sentence sentence = casting.article.sentence(mention.sentence());
    Word word = sentence.word(mention.head());
    int subject = sentence.child(mention.head(), "nsubj");
    // "Det var regjeringen som ...": no predicate of anybody.
    boolean cleft =
        subject < 0
            || sentence.word(subject).feat("Gender").equals("Neut")
                && sentence.word(subject).upos().equals("PRON");
    return sentence.child(mention.head(), "cop") >= 0 && !cleft && !word.relation().equals("nsubj");
  }

  /** "Peskov er talsmann for presidenten": the entity that a predicate describes. */
  @Nullable Entity subjectOfPredicate(Mention mention, int m) {
    Sentence sentence = casting.article.sentence(mention.sentence());
    if (!isPredicate(mention) || mention.plural()) {
      return null;
    }
    int subject = sentence.child(mention.head(), "nsubj");
    if (subject < 0) {
      return null;
    }
    int at = casting.mentionOf[mention.sentence()][subject];
    if (at < 0 || at == m || mentions.get(at).head() != subject) {
      return null;
    }
    Entity entity = resolved[at];
    return entity != null && entity.isPerson() && entity.named ? entity : null;
  }
}
