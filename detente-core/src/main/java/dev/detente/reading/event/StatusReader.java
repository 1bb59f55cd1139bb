package dev.detente.reading.event;

import dev.detente.codebook.plover.Trigger;
import dev.detente.language.Sentence;
import dev.detente.language.Word;

/**
 * Whether an event took place, as the grammar of its clause says: negation, modal verbs,
 * conditions, plans. Stateless apart from the lexicon.
 */
final class StatusReader {
  private static final int HIGHEST = 4;

  private final WordLists words;

  StatusReader(WordLists words) {
    this.words = words;
  }

  /** How the clause presents the event. */
  enum Reality {
    STATED,
    NEGATED,
    POSSIBLE,
    AHEAD,
    /** Told as hearsay without a source: "skal ha", "reportedly". */
    REPORTED,
    /** Neither stated nor denied: an infinitive under a verb that tells nothing of its truth. */
    OPEN
  }

  Reality read(Mention mention) {
    Sentence tree = mention.tree();
    int head = mention.head();
    boolean verbal = mention.trigger().part() == Trigger.Part.VERB;
    if (verbal) {
      return clause(tree, head, 0);
    }
    if (mention.trigger().part() == Trigger.Part.WORD) {
      return clause(tree, head, 0);
    }
    return nominal(tree, head);
  }

  private Reality nominal(Sentence tree, int noun) {
    for (int child : tree.children(noun)) {
      Word word = tree.word(child);
      String relation = word.relation();
      if (relation.equals("det") && Tree.is(tree, child, words.list("negation_words"))) {
        return Reality.NEGATED;
      }
      if (relation.equals("amod")) {
        if (Tree.is(tree, child, words.list("future_words"))) {
          return Reality.AHEAD;
        }
        if (Tree.is(tree, child, words.list("hypothetical_words"))) {
          return Reality.POSSIBLE;
        }
      }
    }
    int at = noun;
    for (int step = 0; step < HIGHEST; step++) {
      Word word = tree.word(at);
      int head = word.head();
      if (head < 0) {
        return headlessNoun(tree, at);
      }
      Word above = tree.word(head);
      if (above.upos().equals("VERB") || above.upos().equals("AUX")) {
        String relation = word.relation();
        Reality reality = clause(tree, head, 0);
        boolean argument =
            relation.equals("obj")
                || relation.equals("nsubj")
                || relation.equals("xcomp")
                || relation.equals("obl");
        if (relation.equals("obl") && reality != Reality.STATED) {
          // "vil komme etter angrepet": the clause says nothing of the noun in its adverbial.
          return Tree.is(tree, head, words.list("light")) ? reality : Reality.STATED;
        }
        if (argument && Tree.is(tree, head, words.list("hypothetical_verbs"))) {
          return reality == Reality.NEGATED ? Reality.NEGATED : Reality.POSSIBLE;
        }
        if (argument && Tree.is(tree, head, words.list("negation_verbs"))) {
          return Reality.NEGATED;
        }
        if (argument && Tree.is(tree, head, words.list("future_verbs"))) {
          return reality == Reality.STATED ? Reality.AHEAD : reality;
        }
        return argument ? reality : Reality.STATED;
      }
      if (Tree.is(tree, head, words.list("hypothetical_words"))) {
        return Reality.POSSIBLE;
      }
      if (Tree.is(tree, head, words.list("future_words"))) {
        return Reality.AHEAD;
      }
      if (hasCopula(tree, head)) {
        Reality reality = clause(tree, head, 0);
        return word.relation().equals("nsubj") ? reality : Reality.STATED;
      }
      at = head;
    }
    return Reality.STATED;
  }

  private Reality headlessNoun(Sentence tree, int noun) {
    return hasCopula(tree, noun) ? clause(tree, noun, 0) : Reality.STATED;
  }

  private static boolean hasCopula(Sentence tree, int word) {
    return tree.child(word, "cop") >= 0;
  }

  /** How a clause presents its predicate. */
  private Reality clause(Sentence tree, int verb, int depth) {
    if (depth > HIGHEST) {
      return Reality.STATED;
    }
    boolean possible = false;
    boolean ahead = false;
    boolean negated = false;
    boolean reported = false;
    boolean finite = tree.word(verb).feat("VerbForm").equals("Fin");
    boolean perfect = false;
    for (int child : tree.children(verb)) {
      Word word = tree.word(child);
      switch (word.relation()) {
        case "aux", "cop" -> {
          finite |= word.feat("VerbForm").equals("Fin");
          String form = Tree.form(tree, child);
          if (words.list("perfect_auxiliaries").contains(form)) {
            perfect = true;
          }
          if (words.list("hypothetical_auxiliaries").contains(form)) {
            possible = true;
          }
          if (words.list("future_auxiliaries").contains(form)) {
            ahead = true;
          }
          if (words.list("reported_auxiliaries").contains(form)) {
            reported = true;
          }
          negated |= negatedBy(tree, child);
        }
        case "advmod", "det", "obj", "nsubj" -> {
          if (Tree.is(tree, child, words.list("negation_words"))
              || !word.relation().equals("advmod") && negatedBy(tree, child)) {
            negated = true;
          } else if (word.relation().equals("advmod")
              && Tree.is(tree, child, words.list("hypothetical_words"))) {
            possible = true;
          } else if (word.relation().equals("advmod")
              && Tree.is(tree, child, words.list("reported_words"))) {
            reported = true;
          }
        }
        case "mark" -> {
          if (Tree.is(tree, child, words.list("hypothetical_marks"))) {
            possible = true;
          }
        }
        default -> {}
      }
    }
    if (negated) {
      return Reality.NEGATED;
    }
    if (reported && perfect) {
      return Reality.REPORTED;
    }
    if (possible) {
      return Reality.POSSIBLE;
    }
    if (ahead) {
      return Reality.AHEAD;
    }
    Word word = tree.word(verb);
    int head = word.head();
    if (head < 0) {
      return Reality.STATED;
    }
    String relation = word.relation();
    boolean infinitive = word.feat("VerbForm").equals("Inf") && !finite;
    boolean underVerb = !tree.word(head).upos().equals("NOUN");
    if (relation.equals("conj")) {
      Reality first = clause(tree, head, depth + 1);
      return finite && first != Reality.NEGATED ? Reality.STATED : first;
    }
    if (infinitive
        && (relation.equals("xcomp")
            || relation.equals("ccomp")
            || relation.equals("acl")
            || relation.equals("advcl")
            || relation.equals("csubj")
            || relation.equals("obl"))) {
      if (Tree.is(tree, head, words.list("negation_verbs"))) {
        return Reality.NEGATED;
      }
      if (Tree.is(tree, head, words.list("implicative_verbs"))) {
        return underVerb ? clause(tree, head, depth + 1) : Reality.STATED;
      }
      if (Tree.is(tree, head, words.list("future_verbs"))
          || Tree.is(tree, head, words.list("future_words"))) {
        return Reality.AHEAD;
      }
      if (Tree.is(tree, head, words.list("hypothetical_verbs"))
          || Tree.is(tree, head, words.list("hypothetical_words"))) {
        return Reality.POSSIBLE;
      }
      if (perfect) {
        return Reality.STATED;
      }
      return Reality.OPEN;
    }
    if (relation.equals("ccomp") && (Tree.is(tree, head, words.list("hypothetical_verbs")))) {
      return Reality.POSSIBLE;
    }
    return Reality.STATED;
  }

  private boolean negatedBy(Sentence tree, int word) {
    for (int child : tree.children(word)) {
      String relation = tree.word(child).relation();
      if ((relation.equals("advmod") || relation.equals("det"))
          && Tree.is(tree, child, words.list("negation_words"))) {
        return true;
      }
    }
    return false;
  }
}
