package dev.detente.reading.statement;

import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import org.jspecify.annotations.Nullable;

/** What the reader asks of trees and of the words around a cue: subjects, extents, mood. */
final class Grammar {
  private final Page page;
  private final AnalysedArticle article;
  private final CueLexicon lexicon;

  Grammar(Page page) {
    this.page = page;
    this.article = page.article;
    this.lexicon = page.lexicon;
  }

  /** Whether nothing but punctuation, or another piece of the quote, follows a word. */
  boolean endsSentence(Sentence sentence, int word) {
    for (int i = word + 1; i < sentence.size(); i++) {
      String form = sentence.word(i).form();
      if (Page.dashAt(sentence, i) || QuoteFinder.isMark(sentence.word(i)) || form.equals(":")) {
        return true;
      }
      if (!Clause.isPunctuation(sentence.word(i))) {
        return false;
      }
    }
    return true;
  }

  /** The subject to the right of a verb; -1 if none. */
  int invertedSubject(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      if (child > verb && sentence.word(child).relation().equals("nsubj")) {
        return child;
      }
    }
    return -1;
  }

  boolean nominalAfter(Sentence sentence, int verb, int right) {
    return verb + 1 <= right && page.nominalAt(sentence, verb + 1);
  }

  boolean impersonal(Sentence sentence, int verb) {
    int expletive = sentence.child(verb, "expl");
    return expletive >= 0 || Clause.isPassive(sentence, verb, lexicon);
  }

  boolean isFinite(Sentence sentence, int verb) {
    Word word = sentence.word(verb);
    String form = word.feat("VerbForm");
    if (form.equals("Fin") || form.isEmpty()) {
      return true;
    }
    if (form.equals("Part") || form.equals("Inf")) {
      int aux = sentence.child(verb, "aux");
      return aux >= 0 || lexicon.is("order", "free") && Clause.isPast(sentence, verb);
    }
    return form.equals("Ger") && sentence.child(verb, "aux") >= 0;
  }

  boolean hasClauseAfter(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      if (child > verb && sentence.word(child).relation().equals("ccomp")) {
        return true;
      }
    }
    return markerAfter(sentence, verb) >= 0;
  }

  static boolean hasVerbBetween(Sentence sentence, int from, int to) {
    for (int i = from; i <= to && i < sentence.size(); i++) {
      if (Clause.isVerb(sentence.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** The last word of a cue clause that began with this verb. */
  int cueRight(Sentence sentence, int verb, int subject) {
    int last = verb;
    for (int i = verb + 1; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (QuoteFinder.isMark(word) || Page.dashAt(sentence, i) || word.form().equals(":")) {
        break;
      }
      boolean inSubject = subject > verb && sentence.dominates(subject, i);
      if (Clause.isPunctuation(word) && !inSubject && !Page.hyphenAt(sentence, i)) {
        if (i + 1 < sentence.size()
            && subject > verb
            && sentence.dominates(subject, i + 1)
            && !word.form().equals(".")) {
          continue;
        }
        break;
      }
      if (!inSubject && belongsToConjunct(sentence, verb, i)) {
        break;
      }
      last = i;
    }
    return last;
  }

  /**
   * Where reported words go on behind a cue clause that interrupts them: "..., she said; it froze",
   * "..., he said, and the door is shut", "..., they said, because ..."; -1 if they do not.
   *
   * @param right the last word of the cue clause
   */
  int goesOn(int index, int right) {
    Sentence sentence = article.sentence(index);
    if (!lexicon.is("order", "free") || right + 3 >= sentence.size()) {
      return -1;
    }
    String mark = sentence.word(right + 1).form();
    Word next = sentence.word(right + 2);
    boolean joined = next.upos().equals("CCONJ");
    boolean clause = mark.equals(";") || mark.equals(":");
    boolean reason = mark.equals(",") && lexicon.is("reasons", Clause.form(next));
    if (!clause && !reason && !(mark.equals(",") && joined)) {
      return -1;
    }
    boolean finite = false;
    for (int i = right + 2; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (page.inQuote(word.span())) {
        continue;
      }
      if (sourceBegins(sentence, i)) {
        return -1;
      }
      if (!isFiniteForm(word)) {
        continue;
      }
      int subject = Clause.ownSubject(sentence, i);
      if (subject < 0 && word.upos().equals("AUX") && word.head() > i) {
        subject = Clause.ownSubject(sentence, word.head());
      }
      boolean auxiliary =
          lexicon.is("will", Clause.form(word))
              || lexicon.is("have", Clause.form(word))
              || lexicon.is("can", Clause.form(word))
              || lexicon.is("must", Clause.form(word));
      if (!finite && joined && !clause && subject < 0 && !auxiliary) {
        return -1;
      }
      finite = true;
      boolean named =
          subject >= 0
              && (page.actor(index, subject) != null
                  || lexicon.is("persons", Clause.form(sentence.word(subject))));
      if (named && !page.verbs(word).isEmpty()) {
        return -1;
      }
    }
    return finite ? right + 2 : -1;
  }

  /** Whether a word belongs to a clause that is joined to this verb from the right. */
  boolean belongsToConjunct(Sentence sentence, int verb, int word) {
    for (int child : sentence.children(verb)) {
      String relation = sentence.word(child).relation();
      if (child > verb && (relation.equals("conj") || relation.equals("parataxis"))) {
        int[] subtree = sentence.subtree(child);
        if (word >= subtree[0] && sentence.dominates(child, word)) {
          return true;
        }
      }
    }
    return false;
  }

  static final int NONE = -1;
  static final int DIALOGUE = -2;

  /** The speaker's word for a verb that governs its content; NONE or DIALOGUE. */
  int subject(int index, int verb) {
    Sentence sentence = article.sentence(index);
    int at = verb;
    for (int steps = 0; steps < 6; steps++) {
      int subject = Clause.ownSubject(sentence, at);
      if (subject >= 0) {
        if (Clause.isPassive(sentence, at, lexicon)) {
          // "was quoted as saying": who was quoted says it.
          return at == verb || sentence.word(verb).relation().equals("conj")
              ? agent(sentence, at)
              : subject;
        }
        String form = Clause.form(sentence.word(subject));
        if (lexicon.is("time", form) && invertedSubject(sentence, at) >= 0) {
          return invertedSubject(sentence, at);
        }
        if (lexicon.is("time", form) && surfaceSubject(index, at) >= 0) {
          return surfaceSubject(index, at);
        }
        if (lexicon.is("relatives", form)) {
          int head = sentence.word(at).head();
          if (head < 0 || !sentence.word(at).relation().equals("acl")) {
            return NONE;
          }
          // ", which": the actor right before the comma where the tree's antecedent is none.
          boolean comma = subject > 1 && sentence.word(subject - 1).form().equals(",");
          return page.actor(index, head) == null && comma && page.actor(index, subject - 2) != null
              ? subject - 2
              : head;
        }
        if (lexicon.is("dialogue", form)) {
          return DIALOGUE;
        }
        return subject;
      }
      if (Clause.isPassive(sentence, at, lexicon)) {
        return agent(sentence, at);
      }
      int described = describedSubject(sentence, at);
      if (described >= 0) {
        return described;
      }
      if (isFiniteForm(sentence.word(at)) || at == verb && mistaken(sentence, at)) {
        int beside = surfaceSubject(index, at);
        if (beside >= 0) {
          return lexicon.is("dialogue", Clause.form(sentence.word(beside))) ? DIALOGUE : beside;
        }
      }
      int head = sentence.word(at).head();
      if (head < 0) {
        return NONE;
      }
      switch (sentence.word(at).relation()) {
        case "acl" -> {
          return head;
        }
        case "conj", "xcomp", "advcl", "parataxis", "ccomp" -> at = head;
        default -> {
          return NONE;
        }
      }
    }
    return NONE;
  }

  /**
   * "The minister, asked about the deal, said ...": a subject that the tree hangs from the words
   * that describe it between commas; -1 if there is none.
   */
  private int describedSubject(Sentence sentence, int verb) {
    if (!lexicon.is("order", "free") || verb < 3 || !sentence.word(verb - 1).form().equals(",")) {
      return NONE;
    }
    for (int child : sentence.children(verb)) {
      if (child > 1 && child < verb && sentence.word(child - 1).form().equals(",")) {
        int subject = Clause.ownSubject(sentence, child);
        if (subject >= 0 && subject < child - 1) {
          return subject;
        }
      }
    }
    return NONE;
  }

  /**
   * Whether a word that the lexicon knows as a verb may be one although the tree made a noun, an
   * adjective or a modifying participle of it.
   */
  private boolean mistaken(Sentence sentence, int verb) {
    Word word = sentence.word(verb);
    if (!Clause.isVerb(word)) {
      return Character.isLowerCase(word.form().codePointAt(0));
    }
    return lexicon.is("order", "free")
        && word.feat("VerbForm").equals("Part")
        && !word.feat("Tense").equals("Pres")
        && sentence.child(verb, "aux") < 0;
  }

  /** An actor's word right before a finite verb, or right after it; -1 if none. */
  int surfaceSubject(int index, int verb) {
    Sentence sentence = article.sentence(index);
    int at = verb - 1;
    while (at >= 0
        && (sentence.word(at).upos().equals("AUX") || sentence.word(at).upos().equals("ADV"))) {
      at--;
    }
    boolean comma = at > 1 && sentence.word(at).form().equals(",");
    if (comma) {
      at--;
    }
    if (at >= 0 && page.nominalAt(sentence, at) && page.actor(index, at) != null) {
      return at;
    }
    if (!lexicon.is("order", "free")
        && verb + 1 < sentence.size()
        && page.nominalAt(sentence, verb + 1)
        && at >= 0
        && !sentence.word(at).upos().equals("CCONJ")
        && page.actor(index, verb + 1) != null) {
      return verb + 1;
    }
    return -1;
  }

  /**
   * Whether a word reads as the verb of a cue clause after speech, whatever the tree took it for:
   * after a comma and before whoever speaks ("..., answered the minister on Monday"), or between
   * the two at the end ("..., officials in the capital promised").
   *
   * @param verb a word that the lexicon knows as a cue
   */
  boolean closingCue(int index, int verb) {
    Sentence sentence = article.sentence(index);
    if (!Character.isLowerCase(sentence.word(verb).form().codePointAt(0)) || verb < 2) {
      return false;
    }
    if (lexicon.is("order", "free")) {
      return page.nominalAt(sentence, verb - 1)
          && sentence.word(verb).feat("Tense").equals("Past")
          && onlyWhen(sentence, verb + 1);
    }
    if (!sentence.word(verb - 1).form().equals(",")
        || Speech.opensSubordinate(sentence, 0, verb - 2)) {
      return false;
    }
    int actor = -1;
    int at = verb + 1;
    while (at < sentence.size() && page.nominalAt(sentence, at)) {
      if (lexicon.is("time", Clause.form(sentence.word(at)))) {
        break;
      }
      if (page.actor(index, at) != null || lexicon.is("persons", Clause.form(sentence.word(at)))) {
        actor = at;
      }
      at++;
    }
    return actor >= 0 && onlyWhen(sentence, at);
  }

  /** Whether nothing but times, places and adverbs follows in the sentence from this word on. */
  private boolean onlyWhen(Sentence sentence, int from) {
    boolean led = false;
    for (int i = from; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      String form = Clause.form(word);
      if (lexicon.is("agent", form) && i == from || Clause.isVerb(word)) {
        return false;
      }
      if (Clause.isPunctuation(word)) {
        if (word.form().equals(",") && i > from) {
          return true;
        }
        led = false;
      } else if (word.upos().equals("ADP")) {
        led = true;
      } else if (!led && page.nominalAt(sentence, i) && !lexicon.is("time", form)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The earlier statement of the sentence whose speaker a verb joined to it shares; null if none.
   */
  @Nullable Draft joined(int index, int verb) {
    Sentence sentence = article.sentence(index);
    int at = verb - 1;
    while (at > 0
        && (sentence.word(at).upos().equals("ADV")
            || sentence.word(at).upos().equals("AUX")
            || lexicon.is("time", Clause.form(sentence.word(at)))
            || lexicon.is("time", Clause.form(sentence.word(at + 1)))
                && sentence.word(at).upos().equals("ADP"))) {
      at--;
    }
    if (at <= 0 || !sentence.word(at).upos().equals("CCONJ")) {
      return null;
    }
    Draft best = null;
    for (Draft draft : page.in(index)) {
      if (draft.head >= 0
          && draft.head < at
          && draft.speakerWord >= 0
          && !draft.covers(sentence.word(verb).span())
          && (best == null || draft.head > best.head)) {
        best = draft;
      }
    }
    return best;
  }

  int agent(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      if (sentence.word(child).relation().equals("obl")) {
        int preposition = sentence.child(child, "case");
        if (preposition >= 0 && lexicon.is("agent", Clause.form(sentence.word(preposition)))) {
          return child;
        }
      }
    }
    return NONE;
  }

  boolean negated(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      if (lexicon.is("negations", Clause.form(sentence.word(child)))) {
        return true;
      }
    }
    return false;
  }

  /** "if he says", "did he say?", "to say". */
  boolean hypothetical(Sentence sentence, int verb) {
    int mark = sentence.child(verb, "mark");
    if (mark >= 0 && lexicon.is("conditionals", Clause.form(sentence.word(mark)))) {
      return true;
    }
    return page.isQuestion(sentence);
  }

  /** The marker ("at", "that") of a clause that the verb governs from the left; -1 if none. */
  int markerAfter(Sentence sentence, int verb) {
    for (int i = verb + 1; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (!lexicon.is("markers", Clause.form(word))
          || !(word.upos().equals("SCONJ") || word.relation().equals("mark"))) {
        continue;
      }
      int clause = word.head();
      if (clause < 0 || clause < i && !word.relation().equals("mark")) {
        continue;
      }
      int head = sentence.word(clause).head();
      if (head == verb) {
        return i;
      }
      if (head >= 0
          && head > verb
          && sentence.word(head).head() == verb
          && !Clause.isVerb(sentence.word(head))) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The end of nominal content: before a relative clause that a comma sets off, and before where
   * and when the verb took place.
   */
  int nominalEnd(Sentence sentence, int verb, int from) {
    int to = end(sentence, verb, from);
    for (int i = from + 1; i <= to; i++) {
      int branch = branch(sentence, verb, i);
      if (branch < from || page.inQuote(sentence.word(i).span())) {
        continue;
      }
      if (channel(sentence, i, to)) {
        return i - 1;
      }
      String relation = sentence.word(branch).relation();
      if ((relation.equals("obl") || relation.equals("advmod") || relation.equals("advcl"))
          && Clause.leftEdge(sentence, branch) == i
          && isWhen(
              sentence, i, relation.equals("advcl") ? i : Clause.rightEdge(sentence, branch))) {
        return i - 1;
      }
    }
    for (int i = from + 1; i < to; i++) {
      if (sentence.word(i).form().equals(",")
          && !page.inQuote(sentence.word(i).span())
          && (lexicon.is("relatives", Clause.form(sentence.word(i + 1)))
              || lexicon.is("asides", Clause.form(sentence.word(i + 1))))) {
        return i - 1;
      }
    }
    return to;
  }

  /** Whether "on Twitter", "in an interview" or the like begins here: where it was said. */
  private boolean channel(Sentence sentence, int from, int to) {
    if (!sentence.word(from).upos().equals("ADP")) {
      return false;
    }
    for (int i = from + 1; i <= to && i < from + 4 && page.nominalAt(sentence, i); i++) {
      Word word = sentence.word(i);
      if (word.upos().equals("NOUN") || word.upos().equals("PROPN")) {
        return lexicon.isNoun("channels", Clause.form(word), Clause.lemma(word));
      }
    }
    return false;
  }

  /** Whether these words say when: a time word among them, or a conjunction of time before them. */
  boolean isWhen(Sentence sentence, int from, int to) {
    if (lexicon.is("adjuncts", Clause.form(sentence.word(from)))) {
      return true;
    }
    for (int i = from; i <= to; i++) {
      if (lexicon.is("time", Clause.form(sentence.word(i)))) {
        return true;
      }
    }
    return false;
  }

  /** The last word of content that begins here and stands under this verb. */
  int end(Sentence sentence, int verb, int from) {
    int last = from - 1;
    for (int i = from; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (i > from
          && !page.inQuote(word.span())
          && (joinsCue(sentence, from, i)
              || word.form().equals(",")
                  && (apposesClaim(sentence, i + 1)
                      || opposesCue(sentence, i + 1)
                      || tellsWhen(sentence, i + 1)))) {
        break;
      }
      if (Clause.isPunctuation(word) && !QuoteFinder.isMark(word)) {
        if (word.form().equals(":")
            || word.form().equals(";")
            || word.form().equals(",") && sourceBegins(sentence, i + 1)) {
          break;
        }
        continue;
      }
      if (!sentence.dominates(verb, i)) {
        if (QuoteFinder.isMark(word) && page.inQuote(word.span()) && last >= from) {
          Quote quote = page.quoteEndingAt(word.span().end(), word.span().end());
          if (quote != null && quote.span().start() >= sentence.word(from).span().start()) {
            last = i;
          }
        }
        boolean seam =
            Clause.isPunctuation(sentence.word(i - 1))
                || word.upos().equals("CCONJ")
                || word.upos().equals("SCONJ")
                || isFiniteForm(word);
        if (seam && !inside(sentence, from, i)) {
          break;
        }
        last = i;
        continue;
      }
      int branch = branch(sentence, verb, i);
      if (branch > from) {
        String relation = sentence.word(branch).relation();
        if ((relation.equals("conj") || relation.equals("parataxis"))
            && !(sentence.child(branch, "mark") >= 0
                && lexicon.is(
                    "markers", Clause.form(sentence.word(sentence.child(branch, "mark")))))) {
          break;
        }
      }
      last = i;
    }
    // A coordinating word or comma left over at the end is no content.
    while (last >= from
        && (sentence.word(last).upos().equals("CCONJ")
            || Clause.isPunctuation(sentence.word(last))
                && !QuoteFinder.isMark(sentence.word(last)))) {
      last--;
    }
    return last;
  }

  /** "..., and added that ...": a coordinating word before another cue with a clause of its own. */
  private boolean joinsCue(Sentence sentence, int from, int word) {
    if (!sentence.word(word).upos().equals("CCONJ")) {
      return false;
    }
    int verb = word + 1;
    while (verb < sentence.size()
        && (sentence.word(verb).upos().equals("ADV") || sentence.word(verb).upos().equals("AUX"))) {
      verb++;
    }
    if (verb + 1 >= sentence.size()
        || !Clause.isVerb(sentence.word(verb))
        || sentence.word(verb).feat("VerbForm").equals("Inf")
        || Clause.ownSubject(sentence, verb) >= 0) {
      return false;
    }
    for (Cue cue : page.verbs(sentence.word(verb))) {
      int last = page.lastWord(sentence, verb, cue);
      if (last < 0 || last > verb + 3) {
        continue;
      }
      int next = last + 1;
      while (next < sentence.size() && sentence.word(next).form().equals(",")) {
        next++;
      }
      if (next < sentence.size()
          && lexicon.is("markers", Clause.form(sentence.word(next)))
          && (cue.frames().contains(CueFrame.CLAUSE) || cue.frames().contains(CueFrame.AFTER))) {
        return true;
      }
      if (lexicon.is("order", "free") && breaksTense(sentence, from, word, verb)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "said it would not sign and accused ...": whether a finite verb without a subject cannot go on
   * with the last finite verb of the content, of another tense or none.
   */
  private static boolean breaksTense(Sentence sentence, int from, int joint, int verb) {
    Word next = sentence.word(verb);
    if (!isFiniteForm(next) || !next.feat("Tense").equals("Past")) {
      return false;
    }
    for (int i = joint - 1; i >= from; i--) {
      Word word = sentence.word(i);
      if (isFiniteForm(word)) {
        return !word.feat("Tense").equals("Past");
      }
    }
    return true;
  }

  /** "..., while Israel says ...": what somebody else says is set against it. */
  private boolean opposesCue(Sentence sentence, int from) {
    if (from >= sentence.size() || !lexicon.is("contrasts", Clause.form(sentence.word(from)))) {
      return false;
    }
    for (int i = from + 2; i < sentence.size() && i < from + 10; i++) {
      Word word = sentence.word(i);
      if (Clause.isPunctuation(word)) {
        return false;
      }
      if (isFiniteForm(word)) {
        int subject = Clause.ownSubject(sentence, i);
        return subject > from && subject < i && !page.verbs(word).isEmpty();
      }
    }
    return false;
  }

  /** "..., hours after the talks had failed": when it was said. */
  private boolean tellsWhen(Sentence sentence, int from) {
    for (int i = from; i + 1 < sentence.size() && i < from + 4; i++) {
      if (lexicon.is("units", Clause.form(sentence.word(i)))) {
        return lexicon.is("adjuncts", Clause.form(sentence.word(i + 1)));
      }
    }
    return false;
  }

  /** "..., a claim the ministry denies": the words of another are named and commented on. */
  private boolean apposesClaim(Sentence sentence, int from) {
    for (int i = from; i < sentence.size() && i < from + 4 && page.nominalAt(sentence, i); i++) {
      Word word = sentence.word(i);
      if (word.upos().equals("NOUN")) {
        int clause = sentence.child(i, "acl");
        return clause > i
            && lexicon.isNoun("utterances", Clause.form(word), Clause.lemma(word))
            && !page.verbs(sentence.word(clause)).isEmpty();
      }
    }
    return false;
  }

  /** Whether a source phrase begins at this word ("according to ..."). */
  boolean sourceBegins(Sentence sentence, int word) {
    if (word + 1 >= sentence.size()) {
      return false;
    }
    for (CueLexicon.Source source : lexicon.sources()) {
      if (page.startsWith(sentence, word, source.words())) {
        return true;
      }
    }
    return lexicon.is("asfarlead", Clause.form(sentence.word(word)))
        && lexicon.is("asfar", Clause.form(sentence.word(word + 1)));
  }

  static boolean isFiniteForm(Word word) {
    return Clause.isVerb(word)
        && !word.feat("VerbForm").equals("Inf")
        && !word.feat("VerbForm").equals("Part");
  }

  /** Whether a word stands in a quote that began in the content. */
  boolean inside(Sentence sentence, int from, int word) {
    Quote quote = page.quoteOver(sentence.word(word).span().start());
    return quote != null && quote.span().start() >= sentence.word(from).span().start();
  }

  /** The dependent of the verb under which a word stands; -1 if none. */
  static int branch(Sentence sentence, int verb, int word) {
    int at = word;
    for (int steps = 0; at >= 0 && steps <= sentence.size(); steps++) {
      int head = sentence.word(at).head();
      if (head == verb) {
        return at;
      }
      at = head;
    }
    return -1;
  }
}
