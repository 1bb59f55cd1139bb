package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the act model is told of a statement: its cue and frame, the mood, person and polarity of
 * its content, and the content's words. Stateless; linear in the content's length.
 */
final class ActFeatures {
  private static final int PREFIX = 5;

  private ActFeatures() {}

  /** Distinct features in a fixed order. */
  static Set<String> of(Draft draft, AnalysedArticle article, Cast cast, CueLexicon lexicon) {
    Set<String> features = new LinkedHashSet<>();
    String tongue = article.language().equals("en") ? "en" : "no";
    String act = draft.act.label();
    String cue = draft.entry == null ? draft.note.split(" ")[0] : draft.entry.label();
    String frame = draft.frame;
    features.add("bias");
    features.add("tongue=" + tongue);
    features.add("act=" + act);
    features.add("cue=" + cue);
    features.add("cue=" + cue + "/" + frame);
    features.add("frame=" + frame + "/" + act);
    features.add("kind=" + draft.kind.label() + "/" + act);
    features.add("to=" + (draft.addressee != null) + "/" + act);
    features.add("negated=" + draft.negated + "/" + act);
    boolean open = draft.open;
    String gate = open ? "open" : act;
    List<Word> words = new ArrayList<>();
    boolean first = true;
    for (Span piece : draft.content) {
      int index = article.sentenceAt(piece.start());
      for (int s = index; s >= 0 && s < article.sentences().size(); s++) {
        Sentence sentence = article.sentence(s);
        if (sentence.span().start() >= piece.end()) {
          break;
        }
        clause(features, draft, article, cast, lexicon, s, piece, gate, first);
        first = false;
        for (Word word : sentence.words()) {
          if (piece.contains(word.span())) {
            words.add(word);
          }
        }
      }
    }
    int positive = 0;
    int negative = 0;
    boolean denial = false;
    boolean condition = false;
    boolean number = false;
    int position = 0;
    for (Word word : words) {
      String form = word.form().toLowerCase(Locale.ROOT);
      if (form.isEmpty() || !form.codePoints().anyMatch(Character::isLetterOrDigit)) {
        if (form.equals("?") || form.equals("!")) {
          features.add("mark=" + form + "/" + gate);
        }
        continue;
      }
      denial |= lexicon.is("negations", form) || lexicon.is("denials", form);
      condition |= lexicon.is("conditions", form);
      number |= word.upos().equals("NUM") || Character.isDigit(form.charAt(0));
      positive += lexicon.starts("positive", form) ? 1 : 0;
      negative += lexicon.starts("negative", form) ? 1 : 0;
      String prefix = form.length() > PREFIX ? form.substring(0, PREFIX) : form;
      features.add("p=" + prefix);
      if (open) {
        features.add("op=" + prefix);
      }
      if (position < 2) {
        features.add("first=" + tongue + form);
      }
      position++;
    }
    features.add("denial=" + denial + "/" + gate);
    features.add("condition=" + condition + "/" + gate);
    features.add("number=" + number + "/" + gate);
    String tone =
        (positive > negative
            ? "good"
            : negative > positive ? "bad" : positive > 0 ? "both" : "flat");
    features.add("tone=" + tone + "/" + gate);
    features.add("tone=" + tone + denial + "/" + gate);
    features.add("tone=" + tone + "/" + draft.kind.label());
    features.add("size=" + Math.min(5, words.size() / 5) + "/" + gate);
    return features;
  }

  /** Mood, person and polarity of the clause that a piece of content has in one sentence. */
  private static void clause(
      Set<String> features,
      Draft draft,
      AnalysedArticle article,
      Cast cast,
      CueLexicon lexicon,
      int index,
      Span piece,
      String gate,
      boolean first) {
    Sentence sentence = article.sentence(index);
    int root = -1;
    for (int i = 0; i < sentence.size() && root < 0; i++) {
      Word word = sentence.word(i);
      if (piece.contains(word.span())
          && !Clause.isPunctuation(word)
          && (word.head() < 0 || !piece.contains(sentence.word(word.head()).span()))) {
        root = i;
      }
    }
    if (root < 0) {
      return;
    }
    Word head = sentence.word(root);
    String modal = "-";
    String tense = head.feat("Tense");
    boolean negated = false;
    for (int child : sentence.children(root)) {
      Word word = sentence.word(child);
      String form = Clause.form(word);
      if (word.upos().equals("AUX") && word.relation().equals("aux")) {
        modal = Clause.lemma(word);
        tense = word.feat("Tense");
      } else if (word.relation().equals("cop") || word.deprel().equals("aux:pass")) {
        tense = word.feat("Tense");
      }
      negated |= lexicon.is("negations", form) || lexicon.is("denials", form);
    }
    int subject = Clause.ownSubject(sentence, root);
    String who = "none";
    if (subject >= 0) {
      Word word = sentence.word(subject);
      @Nullable String actor = cast.actorAt(index, subject);
      if (word.feat("Person").equals("1")) {
        who = "first";
      } else if (word.feat("Person").equals("2")) {
        who = "second";
      } else if (actor != null) {
        who = actor.equals(draft.speaker) ? "self" : "other";
      } else if (word.upos().equals("PRON")) {
        who = "pronoun";
      } else {
        who = "thing";
      }
    }
    String place = first ? "1:" : "2:";
    String shape = modal + "/" + negated + "/" + who;
    features.add(place + "root=" + Clause.lemma(head) + "/" + who);
    features.add(place + "upos=" + head.upos() + "/" + gate);
    features.add(place + "modal=" + modal + "/" + gate);
    features.add(place + "tense=" + tense + "/" + gate);
    features.add(place + "who=" + who + "/" + gate);
    features.add(place + "not=" + negated + "/" + gate);
    features.add(place + "shape=" + shape + "/" + gate);
    features.add(place + "past=" + tense + "/" + who + "/" + negated + "/" + gate);
  }
}
