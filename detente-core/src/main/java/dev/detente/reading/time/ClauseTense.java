package dev.detente.reading.time;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the verb that governs a time expression, or failing a tree from the words of its
 * clause, whether it speaks of what is to come: an auxiliary of the future, a participle of
 * planning, or a present tense that reports nothing said.
 */
final class ClauseTense implements Meaning.Tense {
  private final Calendar calendar;
  private final List<Token> tokens;
  private final AnalysedArticle article;

  ClauseTense(Calendar calendar, List<Token> tokens, AnalysedArticle article) {
    this.calendar = calendar;
    this.tokens = tokens;
    this.article = article;
  }

  @Override
  public boolean future(int token) {
    Boolean told = byTree(token);
    return told != null ? told : byWords(token);
  }

  private @Nullable Boolean byTree(int token) {
    int position = article.article().text().codePoint(tokens.get(token).start());
    int index = article.sentenceAt(position);
    if (index < 0) {
      return null;
    }
    Sentence sentence = article.sentence(index);
    int word = -1;
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.word(i).span().contains(position)) {
        word = i;
        break;
      }
    }
    if (word < 0 || sentence.root() == 0 && sentence.size() > 1 && flat(sentence)) {
      return null;
    }
    Passage passage = article.passageOf(sentence);
    boolean headline = passage != null && passage.kind() == PassageKind.HEADLINE;
    int at = sentence.word(word).head();
    for (int steps = 0; at >= 0 && steps < sentence.size(); steps++) {
      Word verb = sentence.word(at);
      if (calendar.planned(form(verb)) || calendar.planned(verb.lemma().toLowerCase(Locale.ROOT))) {
        return true;
      }
      if (verb.upos().equals("VERB")
          || verb.upos().equals("AUX")
          || sentence.child(at, "nsubj") >= 0) {
        return verbal(sentence, at, headline);
      }
      at = verb.head();
    }
    return null;
  }

  private static boolean flat(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.word(i).head() > 0) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Boolean verbal(Sentence sentence, int verb, boolean headline) {
    Word word = sentence.word(verb);
    boolean present = word.feat("Tense").equals("Pres") && word.feat("VerbForm").equals("Fin");
    boolean past = word.feat("Tense").equals("Past") && word.feat("VerbForm").equals("Fin");
    if (calendar.future(form(word))) {
      return true;
    }
    for (int child : sentence.children(verb)) {
      Word auxiliary = sentence.word(child);
      String relation = auxiliary.relation();
      if (relation.equals("aux") || relation.equals("cop")) {
        if (calendar.future(form(auxiliary))) {
          return true;
        }
        if (auxiliary.feat("Tense").equals("Past")) {
          past = true;
        }
      }
    }
    if (past) {
      return false;
    }
    if (present) {
      return !calendar.reporting(form(word)) && !headline;
    }
    // An infinitive or participle takes its time from the verb above.
    int above = word.head();
    if (above >= 0
        && sentence.word(above).upos().equals("VERB")
        && !word.feat("VerbForm").equals("Fin")) {
      if (word.feat("VerbForm").equals("Inf")) {
        return true;
      }
    }
    return byWords(sentence, verb);
  }

  private @Nullable Boolean byWords(Sentence sentence, int verb) {
    return null;
  }

  private static String form(Word word) {
    return word.form().toLowerCase(Locale.ROOT);
  }

  private boolean byWords(int token) {
    return inClause(token, -1) || inClause(token, 1);
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
