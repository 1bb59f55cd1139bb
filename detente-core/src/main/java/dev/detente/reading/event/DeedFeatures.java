package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against a statement being an event: its cue, the mood, person and polarity of
 * what is said, its words, and what else is told in it. Linear in the length of the content.
 * Stateless apart from the article.
 */
final class DeedFeatures {
  private static final int PREFIX = 5;
  private static final int LONGEST = 60;

  /** How the note of the act begins. */
  private static final String ACT = " act:";

  /** Percent at which each step of an act's chance begins. */
  private static final int[] CHANCES = {8, 15, 25, 40, 60, 80, 95};

  /** Lists of the lexicon whose words in what is said speak for a deed. */
  private static final List<String> TONES =
      List.of("censure", "applause", "duty", "consequence", "commitment", "refusal", "regret");

  private final AnalysedArticle article;
  private final Cast cast;
  private final WordLists words;
  private final Told told;

  DeedFeatures(AnalysedArticle article, Cast cast, WordLists words, Told told) {
    this.article = article;
    this.cast = cast;
    this.words = words;
    this.told = told;
  }

  /**
   * Distinct features in a fixed order.
   *
   * @param byRule the type that the statement's act alone gives; null for none
   * @param earlier whether the same speaker has spoken before
   */
  List<String> of(Statement statement, @Nullable EventType byRule, boolean earlier) {
    Set<String> features = new LinkedHashSet<>();
    String rule = byRule == null ? "none" : byRule.name();
    String why = statement.why();
    int model = why.indexOf(ACT);
    String manner = model < 0 ? why : why.substring(0, model);
    features.add("bias");
    features.add("rule=" + rule);
    features.add("act=" + statement.act().label());
    if (article.sentences().size() == 1) {
      // A sentence by itself was chosen for what it tells.
      features.add("alone");
      features.add("alone:rule=" + rule);
      features.add("alone:act=" + statement.act().label());
    }
    features.add("manner=" + manner);
    if (manner.lastIndexOf(' ') > 0) {
      features.add("cue=" + manner.substring(0, manner.lastIndexOf(' ')));
      features.add("frame=" + manner.substring(manner.lastIndexOf(' ') + 1));
    }
    acts(statement, features);
    features.add("kind=" + statement.kind().label());
    features.add("addressee=" + (statement.addressee() != null));
    features.add("earlier=" + earlier);
    Span cue = statement.cue();
    if (cue != null) {
      words(List.of(cue), "cue:", features);
    }
    speaker(statement, features);
    Span first = statement.content().get(0);
    int index = article.sentenceAt(first.start());
    if (index >= 0) {
      Passage passage = article.passageOf(article.sentence(index));
      features.add("passage=" + (passage == null ? "none" : passage.kind().label()));
      clause(statement, index, first, features);
    }
    words(statement.content(), "", features);
    String whom = named(statement, features);
    tones(statement, whom, features);
    events(statement, features);
    return new ArrayList<>(features);
  }

  /**
   * Adds how likely each act is, in steps, so that a likelier one counts for more; from what the
   * choice of the act says of itself: {@code act:model 0.52 (...) or warn 0.21}.
   */
  static void acts(Statement statement, Set<String> features) {
    int note = statement.why().indexOf(ACT);
    String[] words = statement.why().substring(Math.max(0, note)).strip().split(" ", -1);
    if (note >= 0 && words.length > 1) {
      chance(statement.act().label(), words[1], features);
    }
    for (int i = words.length - 3; i > 1 && words[i].equals("or"); i -= 3) {
      chance(words[i + 1], words[i + 2], features);
    }
  }

  private static void chance(String act, String chance, Set<String> features) {
    try {
      long percent = Math.round(100 * Double.parseDouble(chance));
      for (int step = 0; step < CHANCES.length && percent >= CHANCES[step]; step++) {
        features.add("may=" + act + "/" + CHANCES[step]);
      }
    } catch (NumberFormatException e) {
      features.add("may=" + act);
    }
  }

  /** Whether a statement tells of force or compulsion by somebody other than its speaker. */
  boolean tellsOfForce(Statement statement) {
    for (Draft draft : told.within(statement.content())) {
      boolean force = draft.type() == EventType.ASSAULT || draft.type() == EventType.COERCE;
      if (force && !draft.actors().contains(statement.speaker())) {
        return true;
      }
    }
    return false;
  }

  private void speaker(Statement statement, Set<String> features) {
    String speaker = statement.speaker();
    if (speaker != null) {
      Actor actor = cast.actor(speaker);
      features.add("speaker=" + actor.kind().label() + "/" + actor.sector());
    }
  }

  /** Mood, person and polarity of the first clause of what is said. */
  private void clause(Statement statement, int index, Span piece, Set<String> features) {
    Sentence sentence = article.sentence(index);
    int root = -1;
    for (int i = 0; i < sentence.size() && root < 0; i++) {
      Word word = sentence.word(i);
      if (piece.contains(word.span())
          && !word.upos().equals("PUNCT")
          && (word.head() < 0 || !piece.contains(sentence.word(word.head()).span()))) {
        root = i;
      }
    }
    if (root < 0) {
      return;
    }
    Word head = sentence.word(root);
    String modal = "-";
    boolean negated = false;
    for (int child : sentence.children(root)) {
      if (sentence.word(child).relation().equals("aux")) {
        modal = Tree.lemma(sentence, child);
      }
      negated |= Tree.is(sentence, child, words.list("negation_words"));
    }
    String who = "none";
    int subject = sentence.child(root, "nsubj");
    if (subject >= 0) {
      Word word = sentence.word(subject);
      String actor = cast.actorAt(index, subject);
      String person = word.feat("Person");
      who =
          person.equals("1") || person.equals("2")
              ? "person" + person
              : actor == null ? "thing" : actor.equals(statement.speaker()) ? "self" : "other";
    }
    features.add("root=" + Tree.lemma(sentence, root));
    features.add("root=" + Tree.lemma(sentence, root) + "/" + negated);
    features.add("modal=" + modal + "/" + who + "/" + negated);
    features.add("modal=" + modal + "/" + negated);
    features.add("who=" + who);
    features.add("form=" + head.upos() + "/" + head.feat("VerbForm") + head.feat("Mood"));
    features.add("tense=" + head.feat("Tense") + "/" + who + "/" + negated);
    features.add("relation=" + head.deprel());
  }

  /** The words of some stretches of text, by lemma and by beginning. */
  private void words(List<Span> spans, String prefix, Set<String> features) {
    int count = 0;
    boolean condition = false;
    String last = "";
    for (Span span : spans) {
      for (Word word : article.wordsWithin(span)) {
        if (count == LONGEST) {
          break;
        }
        count++;
        String form = Tree.form(word);
        last = form;
        switch (word.upos()) {
          case "NOUN", "VERB", "ADJ", "ADV", "AUX", "INTJ" -> {
            features.add(prefix + "w=" + Tree.lemma(word));
            features.add(prefix + "p=" + form.substring(0, Math.min(form.length(), PREFIX)));
          }
          case "PRON", "DET" -> features.add(prefix + "f=" + form);
          default -> {}
        }
        condition |= words.list("hypothetical_marks").contains(form);
        if (form.equals("?") || form.equals("!")) {
          features.add(prefix + "mark=" + form);
        }
      }
    }
    if (prefix.isEmpty()) {
      features.add("size=" + Math.min(5, count / 5));
      if (condition) {
        features.add("condition");
      }
      if (last.equals("?")) {
        features.add("question");
      }
    }
  }

  /** Who is named in what is said. */
  private String named(Statement statement, Set<String> features) {
    boolean other = false;
    boolean own = false;
    String speaker = statement.speaker();
    String country = speaker == null ? null : cast.actor(speaker).country();
    for (Span span : statement.content()) {
      for (int s = Math.max(0, article.sentenceAt(span.start()));
          s < article.sentences().size() && article.sentence(s).span().start() < span.end();
          s++) {
        Sentence sentence = article.sentence(s);
        for (int i = 0; i < sentence.size(); i++) {
          if (!span.contains(sentence.word(i).span())) {
            continue;
          }
          String actor = cast.actorAt(s, i);
          if (actor == null || actor.equals(speaker)) {
            continue;
          }
          String of = cast.actor(actor).country();
          if (of != null && of.equals(country)) {
            own = true;
          } else {
            other = true;
          }
        }
      }
    }
    String whom = other ? "other" : own ? "own" : "nobody";
    features.add("names=" + whom);
    return whom;
  }

  /** Which lists have words in what is said, by itself and with whom it names. */
  private void tones(Statement statement, String whom, Set<String> features) {
    for (String tone : TONES) {
      Set<String> list = words.list(tone);
      int count = 0;
      for (Span span : statement.content()) {
        for (Word word : article.wordsWithin(span)) {
          if (list.contains(Tree.lemma(word)) || list.contains(Tree.form(word))) {
            count++;
          }
        }
      }
      if (count > 0) {
        features.add("tone=" + tone);
        features.add("tone=" + tone + "/" + whom);
        features.add("tone=" + tone + "/" + statement.kind().label());
        features.add("tone=" + tone + "/" + statement.act().label());
      }
      if (count > 1) {
        features.add("tone=" + tone + "/more");
      }
    }
  }

  /** What the triggers in a statement tell, and whether its speaker does it. */
  private void events(Statement statement, Set<String> features) {
    List<Draft> inside = told.within(statement.content());
    for (Draft draft : inside) {
      String speaker = statement.speaker();
      String by =
          draft.actors().isEmpty()
              ? "nobody"
              : speaker != null && draft.actors().contains(speaker) ? "self" : "other";
      features.add("tells=" + draft.type());
      features.add("tells=" + draft.type() + "/" + draft.status().label());
      features.add("tells=" + draft.type() + "/" + by);
      features.add("tells=" + draft.type() + "/" + statement.act().label());
    }
    if (inside.isEmpty()) {
      features.add("tells=nothing");
    }
  }
}
