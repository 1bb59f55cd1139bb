package dev.detente.reading.actor;

import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.reading.actor.Mention.Syntax;
import dev.detente.record.ActorKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who pronouns refer to: of those named shortly before, the one that agrees and stands out most.
 * Used once per article; not thread-safe.
 */
final class PronounResolver {
  private final Casting casting;
  private final List<Mention> mentions;
  private final @Nullable Entity[] resolved;

  PronounResolver(Casting casting) {
    this.casting = casting;
    this.mentions = casting.mentions;
    this.resolved = casting.resolved;
  }

  @Nullable Entity pronoun(Mention mention, int m) {
    Sentence sentence = casting.article.sentence(mention.sentence());
    Word word = sentence.word(mention.head());
    ActorWords.Pronoun personal = casting.words.pronoun(word.form());
    ActorWords.Pronoun possessive = casting.words.possessive(word.form());
    ActorWords.Pronoun pronoun =
        personal == null || mention.syntax() == Syntax.POSSESSOR && possessive != null
            ? possessive
            : personal;
    if (pronoun == null) {
      return null;
    }
    if (pronoun.reflexive()) {
      return subjectAbove(mention);
    }
    Map<Entity, Integer> scores = new LinkedHashMap<>();
    for (int i = m - 1; i >= Casting.farthest(m); i--) {
      Mention before = mentions.get(i);
      int distance = mention.sentence() - before.sentence();
      if (distance > Casting.REACH) {
        break;
      }
      Entity entity = resolved[i];
      if (entity == null || !agrees(entity, before, pronoun) || clashes(before, mention)) {
        continue;
      }
      int score = 100 - 28 * distance + salience(before, mention);
      if (pronoun.gender() != null && entity.gender == pronoun.gender()) {
        score += 20;
      }
      score -= 5 * Math.min(entity.mentions.size(), 6);
      if (!entity.named) {
        score -= 6;
      }
      scores.merge(entity, score, Math::max);
    }
    Entity best = null;
    int bestScore = pronoun.thing() ? 120 : 35;
    for (Map.Entry<Entity, Integer> entry : scores.entrySet()) {
      if (entry.getValue() > bestScore) {
        bestScore = entry.getValue();
        best = entry.getKey();
      }
    }
    if (best != null && best.gender == null && best.isPerson()) {
      best.gender = pronoun.gender();
    }
    return best;
  }

  @Nullable Entity relative(Mention mention) {
    int noun =
        SentenceWords.relativeAntecedent(
            casting.article.sentence(mention.sentence()), mention.head());
    Entity antecedent = entityAt(mention.sentence(), noun);
    // "accusations made by Russia, which claimed": the actor right before, if the tree's is none.
    return antecedent == null && mention.head() > 1
        ? entityAt(mention.sentence(), mention.head() - 2)
        : antecedent;
  }

  private @Nullable Entity entityAt(int sentence, int word) {
    int at = word < 0 ? -1 : casting.mentionOf[sentence][word];
    return at < 0 ? null : resolved[at];
  }

  private int salience(Mention before, Mention pronoun) {
    int score =
        switch (before.syntax()) {
          case SPEAKER -> 22;
          case SUBJECT -> 26;
          case OBJECT -> 2;
          case LOCATION -> -24;
          case POSSESSOR -> 0;
          default -> 22;
        };
    Sentence sentence = casting.article.sentence(before.sentence());
    if (sentence.root() == governor(before)) {
      score += 28;
    }
    if (sentence.passage() == casting.article.sentence(pronoun.sentence()).passage()) {
      score += 38;
    }
    if (before.quoted() && !pronoun.quoted()) {
      score -= 40;
    }
    if (before.form() == Form.PRONOUN) {
      score -= 24;
    }
    if (pronoun.syntax() == Syntax.SPEAKER && before.syntax() == Syntax.SPEAKER) {
      score += 14;
    }
    return score;
  }

  private int governor(Mention mention) {
    return casting.article.sentence(mention.sentence()).word(mention.head()).head();
  }

  private boolean agrees(Entity entity, Mention before, ActorWords.Pronoun pronoun) {
    if (before.form() == Form.ADJECTIVE || before.form() == Form.RELATIVE) {
      return false;
    }
    if (pronoun.thing()) {
      return entity.kind == ActorKind.STATE || entity.kind == ActorKind.ORGANISATION;
    }
    if (pronoun.plural()) {
      return entity.kind == ActorKind.GROUP
          || entity.kind == ActorKind.ORGANISATION
          || entity.kind == ActorKind.STATE && before.syntax() != Syntax.LOCATION;
    }
    return entity.isPerson()
        && !entity.unknown
        && (entity.gender == null || pronoun.gender() == null || entity.gender == pronoun.gender());
  }

  /** A pronoun is not its fellow argument, nor a word of a nominal that holds it. */
  private boolean clashes(Mention before, Mention pronoun) {
    if (before.sentence() != pronoun.sentence()) {
      return false;
    }
    if (before.covers(pronoun.head())) {
      return true;
    }
    if (pronoun.syntax() == Syntax.POSSESSOR) {
      return false;
    }
    Sentence sentence = casting.article.sentence(pronoun.sentence());
    if (isReported(sentence, before.head(), pronoun.head())) {
      return true;
    }
    int a = sentence.word(before.head()).head();
    int b = sentence.word(pronoun.head()).head();
    return a >= 0 && a == b && before.syntax().isSubject() != pronoun.syntax().isSubject();
  }

  /** "The minister is ill, she said": who says something does not name himself in it. */
  private static boolean isReported(Sentence sentence, int word, int pronoun) {
    int verb = sentence.word(pronoun).head();
    if (verb < 0 || !sentence.word(pronoun).relation().equals("nsubj")) {
      return false;
    }
    int content = sentence.child(verb, "ccomp");
    return content >= 0
        && content < pronoun
        && content < verb
        && (content == word || sentence.dominates(content, word));
  }

  /** The subject that "sin" refers to. */
  private @Nullable Entity subjectAbove(Mention mention) {
    Sentence sentence = casting.article.sentence(mention.sentence());
    int at = mention.head();
    for (int steps = 0; at >= 0 && steps < sentence.size(); steps++) {
      int subject = sentence.child(at, "nsubj");
      if (subject >= 0 && !mention.covers(subject) && subject != mention.head()) {
        int m = casting.mentionOf[mention.sentence()][subject];
        if (m >= 0 && resolved[m] != null && mentions.get(m).head() == subject) {
          return resolved[m];
        }
        return null;
      }
      at = sentence.word(at).head();
    }
    return null;
  }
}
