package dev.detente.reading.time;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.List;
import java.util.Locale;

/**
 * Tells from the verb that governs a time expression, or without a tree from the words of its
 * clause, whether it speaks of what is to come: an auxiliary of the future, a participle of
 * planning, or a present tense that reports nothing said.
 */
final class ClauseTense implements Direction.Tense {
  private final Calendar calendar;
  private final List<Token> tokens;
  private final AnalysedArticle article;

  ClauseTense(Calendar calendar, List<Token> tokens, AnalysedArticle article) {
    this.calendar = calendar;
    this.tokens = tokens;
    this.article = article;
  }

  @Override
  public boolean future(int token, boolean explicit) {
    int position = article.article().text().codePoint(tokens.get(token).start());
    int index = article.sentenceAt(position);
    if (index >= 0) {
      Sentence sentence = article.sentence(index);
      int word = wordAt(sentence, position);
      if (word >= 0) {
        return byTree(sentence, word, explicit);
      }
    }
    return inClause(token, -1) || inClause(token, 1);
  }

  /** Index of the word at or after a position; -1 when there is none. */
  private static int wordAt(Sentence sentence, int position) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.word(i).span().end() > position) {
        return i;
      }
    }
    return -1;
  }

  private boolean byTree(Sentence sentence, int word, boolean explicit) {
    Passage passage = article.passageOf(sentence);
    PassageKind kind = passage == null ? PassageKind.BODY : passage.kind();
    if (kind == PassageKind.CAPTION) {
      return false;
    }
    // The present tense of a headline tells what happened.
    boolean presentIsFuture = !explicit && kind != PassageKind.HEADLINE;
    if (sentence.child(word, "cop") >= 0) {
      // "the vote is on Sunday"
      return verbal(sentence, word, presentIsFuture, true);
    }
    int at = sentence.word(word).head();
    boolean ofNoun = false;
    for (int steps = 0; at >= 0 && steps < sentence.size(); steps++) {
      Word governor = sentence.word(at);
      boolean verb = governor.upos().equals("VERB") || governor.upos().equals("AUX");
      if (verb || sentence.child(at, "nsubj") >= 0) {
        return verbal(sentence, at, presentIsFuture && !ofNoun, false);
      }
      if (calendar.planned(form(governor))) {
        return true;
      }
      ofNoun |= governor.upos().equals("NOUN");
      at = governor.head();
    }
    return false;
  }

  /**
   * @param predicate whether the time itself is what is told of the subject
   */
  private boolean verbal(Sentence sentence, int verb, boolean presentIsFuture, boolean predicate) {
    Word word = sentence.word(verb);
    boolean finite = word.feat("VerbForm").equals("Fin");
    boolean past = finite && word.feat("Tense").equals("Past");
    boolean present = finite && word.feat("Tense").equals("Pres");
    boolean infinitive = word.feat("VerbForm").equals("Inf");
    boolean future = calendar.future(form(word));
    // "to meet", not the bare form, which some participles look like.
    boolean marked = infinitive && sentence.child(verb, "mark") >= 0;
    boolean destined = false;
    for (int child : sentence.children(verb)) {
      Word auxiliary = sentence.word(child);
      if (infinitive && auxiliary.relation().equals("mark")) {
        // "is due to"
        future |= calendar.planned(form(auxiliary));
      }
      if (!auxiliary.relation().equals("aux") && !auxiliary.relation().equals("cop")) {
        continue;
      }
      if (calendar.perfect(form(auxiliary))) {
        // "is said to have": told of the past.
        return false;
      }
      future |= calendar.future(form(auxiliary));
      destined |= marked && calendar.beforeInfinitive(form(auxiliary));
      past |= auxiliary.feat("Tense").equals("Past") && auxiliary.feat("VerbForm").equals("Fin");
      present |= auxiliary.feat("Tense").equals("Pres");
    }
    if (future || destined) {
      // "was to meet them": planned, whatever the tense.
      return true;
    }
    if (past) {
      return false;
    }
    if (calendar.planned(form(word))) {
      return true;
    }
    boolean progressive = word.feat("VerbForm").equals("Part") && word.feat("Tense").equals("Pres");
    if (present && (finite || progressive || predicate)) {
      return presentIsFuture && !calendar.reporting(form(word));
    }
    if (infinitive) {
      // An infinitive takes its time from the verb above; alone, as in a headline, it plans.
      int above = word.head();
      if (above < 0) {
        return true;
      }
      Word governor = sentence.word(above);
      return calendar.planned(form(governor))
          || calendar.future(form(governor))
          || !governor.feat("Tense").equals("Past");
    }
    return false;
  }

  private static String form(Word word) {
    return word.form().toLowerCase(Locale.ROOT);
  }

  /** Looks outwards from the expression until its clause ends. */
  private boolean inClause(int token, int step) {
    int paragraph = tokens.get(token).paragraph();
    for (int i = token + (step > 0 ? 0 : -1), seen = 0;
        i >= 0 && i < tokens.size() && seen < 24;
        i += step, seen++) {
      Token at = tokens.get(i);
      if (at.paragraph() != paragraph || ".!?;:–".contains(at.form())) {
        return false;
      }
      if (calendar.future(at.form()) || calendar.planned(at.form())) {
        return true;
      }
      if (calendar.boundary(at.form()) && i != token) {
        return false;
      }
    }
    return false;
  }
}
