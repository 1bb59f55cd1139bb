package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the act model is told of a statement: its cue and frame, the mood, side and polarity of its
 * clauses, the acts that its own words name ("we demand"), the attitudes they show and whose they
 * are, and the words. Used for one statement, by one thread; linear in the content's length.
 */
final class ActFeatures {
  private static final int PREFIX = 5;

  /** How far up the tree the clause of a word is looked for. */
  private static final int FAR = 12;

  /** Lists of auxiliaries. */
  private static final List<String> MOODS = List.of("must", "will", "can", "have");

  private final Draft draft;
  private final AnalysedArticle article;
  private final CueLexicon lexicon;
  private final Attitudes attitudes;
  private final Sides sides;
  private final String gate;
  private final Set<String> features = new LinkedHashSet<>();

  private ActFeatures(
      Draft draft, AnalysedArticle article, Cast cast, CueLexicon lexicon, Attitudes attitudes) {
    this.draft = draft;
    this.article = article;
    this.lexicon = lexicon;
    this.attitudes = attitudes;
    this.sides = new Sides(cast, draft.speaker);
    this.gate = draft.open ? "open" : draft.act.label();
  }

  /** Distinct features in a fixed order. */
  static Set<String> of(
      Draft draft, AnalysedArticle article, Cast cast, CueLexicon lexicon, Attitudes attitudes) {
    ActFeatures made = new ActFeatures(draft, article, cast, lexicon, attitudes);
    made.attribution();
    made.content();
    return made.features;
  }

  /** A feature by itself and for cues of this kind. */
  private void add(String feature) {
    features.add(feature);
    features.add(feature + "/" + gate);
  }

  private void attribution() {
    String act = draft.act.label();
    String cue = draft.entry == null ? draft.note.split(" ")[0] : draft.entry.label();
    features.add("bias");
    features.add("tongue=" + (article.language().equals("en") ? "en" : "no"));
    features.add("act=" + act);
    features.add("cue=" + cue);
    features.add("cue=" + cue + "/" + draft.frame);
    features.add("frame=" + draft.frame + "/" + act);
    features.add("kind=" + draft.kind.label() + "/" + act);
    features.add("kind=" + draft.kind.label() + "/" + gate);
    features.add("to=" + (draft.addressee != null) + "/" + act);
    features.add("negated=" + draft.negated + "/" + act);
  }

  private void content() {
    Map<String, Integer> shown = new TreeMap<>();
    Set<String> present = new TreeSet<>();
    boolean first = true;
    int size = 0;
    for (Span piece : draft.content) {
      int index = article.sentenceAt(piece.start());
      for (int s = index; s >= 0 && s < article.sentences().size(); s++) {
        Sentence sentence = article.sentence(s);
        if (sentence.span().start() >= piece.end()) {
          break;
        }
        int root = root(sentence, piece);
        if (root >= 0) {
          clause(s, root, first ? "1:" : "2:");
          first = false;
        }
        size += words(s, piece, shown, present);
      }
    }
    shown.forEach(
        (attitude, times) -> {
          add("shows=" + attitude);
          features.add("shows=" + attitude + "/" + draft.kind.label());
          if (times > 1) {
            features.add("shows-much=" + attitude);
          }
        });
    if (shown.isEmpty()) {
      features.add("shows=none/" + gate);
    }
    add("sides=" + String.join(",", present));
    present.forEach(side -> add("has=" + side));
    add("size=" + Math.min(5, size / 5));
  }

  /** The topmost word of a piece of content in one sentence; -1 if there is none. */
  private static int root(Sentence sentence, Span piece) {
    for (int i = 0; i < sentence.size(); i++) {
      if (piece.contains(sentence.word(i).span())
          && !Clause.isPunctuation(sentence.word(i))
          && isTop(sentence, i, piece)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isTop(Sentence sentence, int word, Span piece) {
    int head = sentence.word(word).head();
    return head < 0 || !piece.contains(sentence.word(head).span());
  }

  /** Mood, person and polarity of the clause that a piece of content has in one sentence. */
  private void clause(int index, int root, String place) {
    Sentence sentence = article.sentence(index);
    Word head = sentence.word(root);
    String modal = head.feat("Mood").equals("Imp") ? "imp" : "-";
    String tense = head.feat("Tense");
    for (int child : sentence.children(root)) {
      Word word = sentence.word(child);
      if (word.upos().equals("AUX") && word.relation().equals("aux")) {
        modal = mood(word);
        tense = word.feat("Tense");
      } else if (word.relation().equals("cop") || word.deprel().equals("aux:pass")) {
        tense = word.feat("Tense");
      }
    }
    String who = who(index, root);
    boolean negated = negated(sentence, root);
    features.add(place + "root=" + Clause.lemma(head) + "/" + who);
    add(place + "upos=" + head.upos());
    add(place + "modal=" + modal);
    add(place + "tense=" + tense);
    add(place + "who=" + who);
    add(place + "not=" + negated);
    add(place + "shape=" + modal + "/" + negated + "/" + who);
    add(place + "past=" + tense + "/" + who + "/" + negated);
  }

  /** Whether an auxiliary speaks of what will, can or must be. */
  private String mood(Word auxiliary) {
    for (String list : MOODS) {
      if (lexicon.is(list, Clause.form(auxiliary)) || lexicon.is(list, Clause.lemma(auxiliary))) {
        return list;
      }
    }
    return "aux";
  }

  /** What the words of a piece of content in one sentence tell; returns how many they are. */
  private int words(int index, Span piece, Map<String, Integer> shown, Set<String> present) {
    Sentence sentence = article.sentence(index);
    List<Integer> inside = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    boolean negated = false;
    for (int i = 0; i < sentence.size(); i++) {
      if (piece.contains(sentence.word(i).span())) {
        inside.add(i);
        String form = Clause.form(sentence.word(i));
        forms.add(form);
        negated |= isNegation(form);
      }
    }
    int size = 0;
    for (int i = 0; i < forms.size(); i++) {
      String form = forms.get(i);
      int word = inside.get(i);
      if (form.codePoints().noneMatch(Character::isLetterOrDigit)) {
        if (form.equals("?") || form.equals("!")) {
          features.add("mark=" + form + "/" + gate);
        }
        continue;
      }
      size++;
      features.add("p=" + (form.length() > PREFIX ? form.substring(0, PREFIX) : form));
      String side = sides.of(article, index, word);
      if (Sides.PARTIES.contains(side)) {
        present.add(side);
      }
      named(index, word);
      Set<String> of = attitudes.at(forms, i);
      if (!of.isEmpty()) {
        int predicate = predicate(sentence, word, piece);
        String who = who(index, predicate);
        boolean not = negated(sentence, predicate);
        for (String attitude : of) {
          shown.merge(attitude, 1, Integer::sum);
          features.add("shows=" + attitude + "/" + who);
          features.add("shows=" + attitude + "/" + who + "/" + not);
          features.add("shows=" + attitude + "/not" + negated);
        }
      }
    }
    return size;
  }

  /** The act that a word of the content names: "we demand", "my hope". */
  private void named(int index, int word) {
    Sentence sentence = article.sentence(index);
    Word token = sentence.word(word);
    List<Cue> cues =
        switch (token.upos()) {
          case "VERB", "ADJ", "AUX" -> lexicon.verbs(Clause.form(token), Clause.lemma(token));
          case "NOUN" -> lexicon.nouns(Clause.form(token), Clause.lemma(token));
          default -> List.of();
        };
    for (Cue cue : cues) {
      if (!cue.speech() && stands(sentence, word, cue)) {
        int subject = Clause.ownSubject(sentence, word);
        String who = subject < 0 ? "-" : sides.of(article, index, subject);
        String act = cue.act().label();
        add("names=" + act);
        add("names=" + act + "/" + who + "/" + negated(sentence, word));
        return;
      }
    }
  }

  /** Whether the further words of a cue follow closely. */
  private static boolean stands(Sentence sentence, int word, Cue cue) {
    for (String with : cue.with()) {
      boolean found = false;
      for (int i = word + 1; i < sentence.size() && i < word + 6 && !found; i++) {
        found =
            Clause.form(sentence.word(i)).equals(with)
                || Clause.lemma(sentence.word(i)).equals(with);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** The word that heads the clause a word stands in, within the content. */
  private static int predicate(Sentence sentence, int word, Span piece) {
    int at = word;
    for (int steps = 0; steps < FAR; steps++) {
      Word token = sentence.word(at);
      if (Clause.ownSubject(sentence, at) >= 0
          || isTop(sentence, at, piece)
          || token.deprel().equals("conj") && token.upos().equals("VERB")) {
        return at;
      }
      at = token.head();
    }
    return at;
  }

  /** Whose deed a clause tells, seen from the speaker. */
  private String who(int index, int predicate) {
    Sentence sentence = article.sentence(index);
    int subject = Clause.ownSubject(sentence, predicate);
    Word word = sentence.word(predicate);
    if (subject < 0 && word.deprel().equals("conj") && word.head() >= 0) {
      subject = Clause.ownSubject(sentence, word.head());
    }
    return subject < 0 ? "none" : sides.of(article, index, subject);
  }

  private boolean negated(Sentence sentence, int predicate) {
    for (int child : sentence.children(predicate)) {
      if (isNegation(Clause.form(sentence.word(child)))) {
        return true;
      }
    }
    int subject = Clause.ownSubject(sentence, predicate);
    if (subject >= 0) {
      for (int child : sentence.children(subject)) {
        if (isNegation(Clause.form(sentence.word(child)))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNegation(String form) {
    return lexicon.is("negations", form) || lexicon.is("denials", form);
  }
}
