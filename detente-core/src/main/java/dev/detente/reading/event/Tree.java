package dev.detente.reading.event;

import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Grammar over a Universal Dependencies tree that does not depend on the language: voice, subjects
 * shared between clauses, prepositions. Word arguments and results are indices. Stateless.
 */
final class Tree {
  private static final int DEEPEST = 4;

  private Tree() {}

  static String lemma(Sentence sentence, int word) {
    return lemma(sentence.word(word));
  }

  static String lemma(Word word) {
    return word.lemma().toLowerCase(Locale.ROOT);
  }

  static String form(Sentence sentence, int word) {
    return form(sentence.word(word));
  }

  static String form(Word word) {
    return word.form().toLowerCase(Locale.ROOT);
  }

  static boolean is(Sentence sentence, int word, Set<String> words) {
    return words.contains(lemma(sentence, word)) || words.contains(form(sentence, word));
  }

  static boolean nominal(Word word) {
    return switch (word.upos()) {
      case "NOUN", "PROPN", "PRON", "NUM", "X", "ADJ" -> true;
      default -> false;
    };
  }

  /** Whether a verb is used in the passive, bare past participles of headlines included. */
  static boolean passive(Sentence sentence, int verb) {
    Word word = sentence.word(verb);
    if (word.feat("Voice").equals("Pass")) {
      return true;
    }
    boolean auxiliary = false;
    for (int child : sentence.children(verb)) {
      String relation = sentence.word(child).deprel();
      if (relation.equals("aux:pass") || relation.equals("nsubj:pass")) {
        return true;
      }
      auxiliary |= sentence.word(child).relation().equals("aux");
    }
    return !auxiliary
        && word.feat("VerbForm").equals("Part")
        && (word.feat("Tense").isEmpty() || word.feat("Tense").equals("Past"))
        && sentence.child(verb, "obj") < 0;
  }

  /**
   * Those a verb's subject names, subjects taken over from another clause included; empty when none
   * is to be found.
   */
  static List<Integer> subjects(Sentence sentence, int verb) {
    int at = verb;
    for (int step = 0; step < DEEPEST; step++) {
      List<Integer> own = own(sentence, at, "nsubj");
      if (!own.isEmpty()) {
        return own;
      }
      Word word = sentence.word(at);
      int head = word.head();
      if (head < 0) {
        return List.of();
      }
      switch (word.relation()) {
        case "acl" -> {
          // The noun that the clause belongs to: "soldater som angrep byen".
          return nominal(sentence.word(head)) ? List.of(head) : List.of();
        }
        case "xcomp", "ccomp" -> {
          // "ba Russland trekke styrkene": the object of the first verb is the subject of the
          // other.
          int object = sentence.child(head, "iobj");
          if (object < 0 && word.relation().equals("xcomp")) {
            object = sentence.child(head, "obj");
          }
          if (object >= 0 && object < at) {
            return withConjuncts(sentence, object);
          }
          at = head;
        }
        case "conj", "advcl", "parataxis" -> at = head;
        default -> {
          return List.of();
        }
      }
    }
    return List.of();
  }

  /** Dependents with this relation and their conjuncts, relative pronouns resolved. */
  static List<Integer> own(Sentence sentence, int verb, String relation) {
    List<Integer> found = new ArrayList<>();
    for (int child : sentence.children(verb)) {
      if (sentence.word(child).relation().equals(relation)) {
        found.addAll(withConjuncts(sentence, relative(sentence, verb, child)));
      }
    }
    return found;
  }

  /** The noun a relative pronoun stands for; the word itself when it is none. */
  private static int relative(Sentence sentence, int verb, int word) {
    Word pronoun = sentence.word(word);
    boolean relativePronoun =
        pronoun.feat("PronType").contains("Rel")
            || (sentence.word(verb).deprel().equals("acl:relcl")
                && (pronoun.upos().equals("PRON") || pronoun.upos().equals("SCONJ"))
                && pronoun.feat("Person").isEmpty());
    if (relativePronoun
        && sentence.word(verb).relation().equals("acl")
        && sentence.word(verb).head() >= 0) {
      return sentence.word(verb).head();
    }
    return word;
  }

  /** A word and what is joined to it by "and". */
  static List<Integer> withConjuncts(Sentence sentence, int word) {
    List<Integer> found = new ArrayList<>();
    found.add(word);
    for (int child : sentence.children(word)) {
      if (sentence.word(child).relation().equals("conj") && nominal(sentence.word(child))) {
        found.add(child);
        for (int further : sentence.children(child)) {
          if (sentence.word(further).relation().equals("conj") && nominal(sentence.word(further))) {
            found.add(further);
          }
        }
      }
    }
    return found;
  }

  /** Nominal dependents introduced by this preposition, with their conjuncts. */
  static List<Integer> prepositional(Sentence sentence, int head, String preposition) {
    List<Integer> found = new ArrayList<>();
    for (int child : sentence.children(head)) {
      String relation = sentence.word(child).relation();
      if (relation.equals("punct") || relation.equals("case")) {
        continue;
      }
      for (int marker : sentence.children(child)) {
        if (sentence.word(marker).relation().equals("case")
            && (lemma(sentence, marker).equals(preposition)
                || form(sentence, marker).equals(preposition))) {
          found.addAll(withConjuncts(sentence, child));
          break;
        }
      }
    }
    return found;
  }

  /** The nearest verb above a word, at most this many steps up; -1 when there is none. */
  static int governingVerb(Sentence sentence, int word, int steps) {
    int at = sentence.word(word).head();
    for (int step = 0; at >= 0 && step < steps; step++) {
      String upos = sentence.word(at).upos();
      if (upos.equals("VERB") || upos.equals("AUX")) {
        return at;
      }
      at = sentence.word(at).head();
    }
    return -1;
  }

  /**
   * The way through the tree from one word to another: {@code ^} and the relation for each step up,
   * {@code .} and the relation (with the preposition of a nominal) for each step down. Steps that
   * only join names and parts of a list are left out. Null when it is longer than this many steps.
   */
  static @Nullable String path(Sentence sentence, int from, int to, int steps) {
    int goal = to;
    for (int step = 0; step < DEEPEST; step++) {
      String relation = sentence.word(goal).relation();
      boolean joined =
          relation.equals("conj") || relation.equals("flat") || relation.equals("appos");
      int head = sentence.word(goal).head();
      if (!joined || head < 0 || goal == from || !nominal(sentence.word(head))) {
        break;
      }
      goal = head;
    }
    StringBuilder up = new StringBuilder();
    int at = from;
    for (int climbed = 0; climbed <= steps && at >= 0; climbed++) {
      String down = down(sentence, at, goal, steps - climbed);
      if (down != null) {
        return up + down;
      }
      up.append('^').append(sentence.word(at).deprel());
      at = sentence.word(at).head();
    }
    return null;
  }

  /** The steps down from an ancestor; null when there is no such way of at most this many. */
  private static @Nullable String down(Sentence sentence, int ancestor, int word, int steps) {
    StringBuilder down = new StringBuilder();
    int at = word;
    for (int step = 0; step <= steps && at >= 0; step++) {
      if (at == ancestor) {
        return down.toString();
      }
      down.insert(0, "." + sentence.word(at).deprel() + preposition(sentence, at));
      at = sentence.word(at).head();
    }
    return null;
  }

  private static String preposition(Sentence sentence, int word) {
    int marker = sentence.child(word, "case");
    return marker < 0 ? "" : ":" + form(sentence, marker);
  }

  /** Whether a word stands below another, at most this many steps down. */
  static boolean below(Sentence sentence, int word, int ancestor, int steps) {
    int at = word;
    for (int step = 0; at >= 0 && step <= steps; step++) {
      if (at == ancestor) {
        return true;
      }
      at = sentence.word(at).head();
    }
    return false;
  }
}
