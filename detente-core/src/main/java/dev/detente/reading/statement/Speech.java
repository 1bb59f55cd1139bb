package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speech with its cue after it: dash quotes, marked quotes and bare clauses, and how they go on.
 */
final class Speech {
  /** Words before a verb among which its subject begins. */
  private static final int SUBJECT_REACH = 30;

  private final Page page;
  private final AnalysedArticle article;
  private final CueLexicon lexicon;
  private final Grammar grammar;
  private final Speakers speakers;

  Speech(Page page, Grammar grammar, Speakers speakers) {
    this.page = page;
    this.article = page.article;
    this.lexicon = page.lexicon;
    this.grammar = grammar;
    this.speakers = speakers;
  }

  /** The statement whose speech a cue clause of this sentence closes; null if none. */
  @Nullable Draft tail(int index, int openSentence, int openWord, int firstOfPassage) {
    Sentence sentence = article.sentence(index);
    int from = openSentence == index ? openWord + 1 : 0;
    // A cue of the lexicon anywhere before any other verb.
    for (int pass = 0; pass < 2; pass++) {
      for (int verb = from; verb < sentence.size(); verb++) {
        Word word = sentence.word(verb);
        if (page.inQuote(word.span())) {
          continue;
        }
        boolean known = !page.verbs(word).isEmpty();
        if (!Clause.isVerb(word)
            && !(known && verb > 0 && Character.isLowerCase(word.form().codePointAt(0)))) {
          continue;
        }
        Draft draft = tailAt(index, verb, openSentence, openWord, firstOfPassage, pass == 1);
        if (draft != null) {
          return draft;
        }
      }
    }
    return null;
  }

  @Nullable Draft tailAt(
      int index, int verb, int openSentence, int openWord, int firstOfPassage, boolean anyVerb) {
    Sentence sentence = article.sentence(index);
    boolean free = lexicon.is("order", "free");
    int left = verb;
    int subject = grammar.invertedSubject(sentence, verb);
    if (subject < 0 && page.verbIs("carriers", sentence.word(verb))) {
      // "..., var ministerens eneste svar"
      for (int i = verb + 1;
          i < sentence.size() && i < verb + 5 && page.nominalAt(sentence, i);
          i++) {
        Word noun = sentence.word(i);
        if (lexicon.isNoun("utterances", Clause.form(noun), Clause.lemma(noun))) {
          subject = i;
          break;
        }
      }
    }
    if (subject < 0) {
      subject = Clause.ownSubject(sentence, verb);
      if (!free
          && subject >= 0
          && subject < verb - 1
          && sentence.word(verb - 1).form().equals(",")
          && verb + 1 < sentence.size()
          && page.nominalAt(sentence, verb + 1)) {
        // The subject of the speech, not of its cue.
        subject = -1;
      }
    }
    boolean subjectLeft = false;
    while (left > 0) {
      Word before = sentence.word(left - 1);
      if (before.head() == verb
              && (before.relation().equals("aux") || before.deprel().equals("compound:prt"))
          || free && before.head() == verb && before.relation().equals("advmod")) {
        left--;
      } else {
        break;
      }
    }
    // "har presidenten sagt", "skal hun ha fortalt": the subject between auxiliary and verb.
    int auxiliary = sentence.child(verb, "aux");
    if (auxiliary >= 0 && auxiliary < verb && subject > auxiliary && subject < verb) {
      boolean only = true;
      for (int i = auxiliary + 1; i < verb; i++) {
        only &=
            sentence.dominates(subject, i)
                || sentence.word(i).upos().equals("AUX")
                || sentence.word(i).upos().equals("ADV");
      }
      if (only && !free) {
        left = auxiliary;
        subjectLeft = true;
      }
    }
    if (free && subject <= verb) {
      int begin = subjectBegin(sentence, left);
      if (begin >= 0) {
        subjectLeft = true;
        if (subject < begin) {
          subject = subjectIn(index, begin, left - 1);
        }
        left = begin;
      }
    }
    if (subject >= 0 && subject < verb && !subjectLeft) {
      return null;
    }
    // What stands before the cue clause.
    int end = left - 1;
    boolean comma = false;
    @Nullable Quote ended = null;
    if (end >= 0) {
      String form = sentence.word(end).form();
      if (form.equals(",")) {
        comma = true;
        ended =
            page.quoteEndingAt(sentence.word(end).span().start(), sentence.word(end).span().end());
        if (ended == null || !ended.span().contains(sentence.word(end).span())) {
          end--;
        }
      } else {
        ended =
            page.quoteEndingAt(sentence.word(end).span().end(), sentence.word(end).span().end());
        if (ended == null
            && !form.equals("?")
            && !form.equals("!")
            && !form.equals("...")
            && !form.equals("…")
            && !form.equals(".")) {
          return null;
        }
      }
    } else if (index > firstOfPassage) {
      Sentence before = article.sentence(index - 1);
      ended = page.quoteEndingAt(before.span().end(), before.span().end());
      boolean lower = Character.isLowerCase(sentence.word(0).form().codePointAt(0));
      if (ended == null && !(openSentence >= 0 && lower)) {
        return null;
      }
      if (ended != null && !lower && !subjectLeft) {
        return null;
      }
    } else {
      return null;
    }
    int begins = openSentence == index ? openWord + 1 : 0;
    if (!free
        && comma
        && ended == null
        && (openSentence < 0 || openSentence == index)
        && opensSubordinate(sentence, begins, end)
        && anotherCue(sentence, verb)) {
      // "If they attack, the answer will be hard, he warned": not the first comma's clause.
      return null;
    }
    boolean dashed = openSentence >= 0 && (openSentence < index || openWord < left);
    boolean quoted = dashed || ended != null;
    if (end < 0 && !quoted) {
      return null;
    }
    List<Cue> cues = page.verbs(sentence.word(verb));
    @Nullable Cue cue = null;
    for (Cue candidate : cues) {
      if (candidate.frames().contains(CueFrame.QUOTE) && page.matches(sentence, verb, candidate)) {
        cue = candidate;
        break;
      }
    }
    if (cue == null && quoted && comma) {
      for (Cue candidate : cues) {
        if (candidate.with().isEmpty() && subject > verb && page.actor(index, subject) != null) {
          cue = candidate;
        }
      }
    }
    boolean learned = false;
    if (page.verbIs("get-told", sentence.word(verb))
        && (cue == null || speakers.sourceOf(sentence, verb, sentence.size() - 1) >= 0)) {
      for (int i = verb + 1; i < sentence.size() && i < verb + 8; i++) {
        learned |= lexicon.is("learned", Clause.form(sentence.word(i)));
      }
    }
    boolean closing = cue != null && grammar.closingCue(index, verb);
    cue = learned ? null : cue;
    if (!grammar.isFinite(sentence, verb)
        && !closing
        && !(cue != null
            && quoted
            && verb + 1 < sentence.size()
            && page.nominalAt(sentence, verb + 1))) {
      return null;
    }
    if (!Clause.isVerb(sentence.word(verb))
        && !closing
        && (cue == null || !quoted || subjectLeft)) {
      return null;
    }
    int right = grammar.cueRight(sentence, verb, subject);
    if (subject > verb && subject < verb + 5 && right < subject) {
      right = Math.max(right, Math.min(sentence.size() - 1, Clause.rightEdge(sentence, subject)));
    }
    @Nullable String utterance = null;
    if (subject >= 0 && lexicon.is("dialogue", Clause.form(sentence.word(subject)))) {
      return null;
    }
    if (subject > verb
        && page.verbIs("carriers", sentence.word(verb))
        && lexicon.isNoun(
            "utterances",
            Clause.form(sentence.word(subject)),
            Clause.lemma(sentence.word(subject)))) {
      utterance = Clause.form(sentence.word(subject));
      cue = null;
    }
    if ((cue == null && utterance == null) != anyVerb && !(cue == null && learned)) {
      return null;
    }
    if (cue == null && !learned && utterance == null) {
      if (!quoted
          || subject < 0
          || grammar.hasClauseAfter(sentence, verb)
          || !sentence.word(verb).upos().equals("VERB")
          || page.verbIs("carriers", sentence.word(verb))
          || page.verbIs("modals", sentence.word(verb))
          || page.verbIs("get", sentence.word(verb))
          || sentence.child(verb, "aux") >= 0
          || page.actor(index, subject) == null
          || !grammar.endsSentence(sentence, right)) {
        return null;
      } else if (sentence.child(verb, "obj") > verb || sentence.child(verb, "xcomp") > verb) {
        return null;
      }
    }
    if (subject < 0
        && !grammar.nominalAfter(sentence, verb, right)
        && !grammar.impersonal(sentence, verb)) {
      return null;
    }
    if (subject > right) {
      return null;
    }
    if (!quoted && grammar.hasClauseAfter(sentence, verb) && grammar.goesOn(index, right) < 0) {
      return null;
    }
    if (!free
        && sentence.word(verb).feat("VerbForm").equals("Inf")
        && auxiliary >= 0
        && page.verbIs("want", sentence.word(auxiliary))) {
      // "..., vil landet svare": a main clause, not what is said of it.
      return null;
    }
    if (!quoted) {
      if (sentence.word(left).upos().equals("CCONJ")
          || free
              && subjectLeft
              && cue != null
              && cue.frames().contains(CueFrame.OBJECT)
              && sentence.child(verb, "obj") > verb
              && !(cue.act() == Act.PROMISE
                  && page.actor(index, sentence.child(verb, "obj")) != null)) {
        return null;
      }
      if (utterance == null && !closing && !bareSpeech(index, verb, left, end)) {
        return null;
      }
      if (page.isQuestion(sentence)) {
        return null;
      }
    }
    Draft draft = new Draft(index, verb, cue, quoted ? "quote" : "speech");
    int startSentence = index;
    int startWord = 0;
    if (dashed) {
      startSentence = openSentence;
      startWord = openWord;
      draft.content.add(
          new Span(
              article.sentence(startSentence).word(startWord).span().start(),
              end >= 0
                  ? sentence.word(end).span().end()
                  : article.sentence(index - 1).span().end()));
      draft.quoted = true;
    } else if (ended != null) {
      int begin = ended.span().start();
      Quote first = ended;
      // Words of the reporter's clause before the quote belong to a mixed content.
      int lead = begin;
      if (begin > sentence.span().start() && !page.isIntroduced(sentence, begin)) {
        int last = page.wordBefore(sentence, begin);
        lead =
            last < page.afterDateline(index)
                ? begin
                : sentence.word(page.reportedFrom(index, last)).span().start();
      }
      if (lead < begin && page.hasWords(new Span(lead, begin))) {
        draft.content.add(new Span(lead, ended.span().end()));
      } else {
        page.collectQuote(draft, first);
      }
      page.claimed.add(ended);
      draft.quoted = draft.content.get(0).start() == begin;
    } else {
      draft.content.add(
          new Span(
              sentence.word(page.reportedFrom(index, end)).span().start(),
              sentence.word(end).span().end()));
      page.claimInside(draft.content.get(0));
    }
    draft.cue = cue == null ? sentence.word(verb).span() : page.cueSpan(sentence, verb, cue);
    draft.act = cue == null ? Act.SAY : cue.act(CueFrame.QUOTE);
    draft.open = cue == null || cue.speech();
    speakers.speaker(draft, index, verb, subject, right);
    if (learned) {
      draft.note = "learned:" + Clause.lemma(sentence.word(verb));
      draft.addressee = draft.speaker;
      int source = speakers.sourceOf(sentence, verb, right);
      draft.speaker = null;
      draft.speakerWord = -1;
      draft.speakerSpan = null;
      if (source >= 0) {
        speakers.place(draft, index, source);
      }
      return draft;
    }
    if (utterance != null) {
      draft.note = "utterance:" + utterance;
      speakers.utteranceSpeaker(draft, index, subject, right);
    } else if (cue == null) {
      draft.note = "verb:" + Clause.lemma(sentence.word(verb));
    }
    speakers.quotedBy(draft, index, verb, grammar);
    speakers.addressee(draft, index, verb, cue, verb + 1, right);
    return draft;
  }

  /**
   * The first word of a subject that stands between reported speech and its verb ("..., a
   * spokesman, Foro Libre, said", "a driver who saw it all told"); -1 when what stands there is no
   * subject.
   */
  int subjectBegin(Sentence sentence, int verb) {
    int own = Clause.ownSubject(sentence, verb);
    boolean closed = verb > 0 && sentence.word(verb - 1).form().equals(",");
    int begin = -1;
    int parts = 0;
    boolean nominal = false;
    boolean described = false;
    for (int i = verb - 1; i >= 0 && i >= verb - SUBJECT_REACH; i--) {
      Word word = sentence.word(i);
      if (QuoteFinder.isMark(word) || word.form().equals("?") || word.form().equals("!")) {
        return !nominal ? begin : begin < 0 || endsSpeech(sentence, i) ? i + 1 : begin;
      }
      if (word.form().equals(",")) {
        boolean complete =
            begin >= 0 && (!closed || (own >= begin && own < verb) || own < 0 && parts > 1);
        if (nominal && !complete) {
          begin = i + 1;
          parts += onlyNumber(sentence, begin) ? 0 : 1;
        }
        continue;
      }
      if (word.form().equals(":")
          || word.form().equals(";")
          || word.upos().equals("CCONJ") && begin < 0 && i == verb - 1) {
        break;
      }
      if (Grammar.isFiniteForm(word) && !word.feat("VerbForm").equals("Ger")
          || word.upos().equals("AUX")
          || word.upos().equals("SCONJ")
          || lexicon.is("relatives", Clause.form(word))) {
        int pronoun = described ? -1 : relativeAt(sentence, i, verb);
        if (pronoun < 1) {
          break;
        }
        described = true;
        nominal &= begin >= 0;
        i = pronoun;
        continue;
      }
      nominal |= page.nominalAt(sentence, i);
    }
    return begin;
  }

  /** Whether the mark here closes speech: a comma, or a mark that ends a sentence, before it. */
  private static boolean endsSpeech(Sentence sentence, int mark) {
    if (!QuoteFinder.isMark(sentence.word(mark))) {
      return true;
    }
    for (int at : new int[] {mark - 1, mark + 1}) {
      if (at >= 0 && Clause.isPunctuation(sentence.word(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but a number, as of somebody's age, stands up to the next comma. */
  private static boolean onlyNumber(Sentence sentence, int from) {
    return sentence.word(from).upos().equals("NUM")
        && from + 1 < sentence.size()
        && sentence.word(from + 1).form().equals(",");
  }

  /**
   * The pronoun of the relative clause in which a word stands and which ends before the verb; -1 if
   * it stands in none.
   */
  private int relativeAt(Sentence sentence, int word, int verb) {
    int at = word;
    while (at >= 0 && !sentence.word(at).relation().equals("acl")) {
      at = sentence.word(at).head();
    }
    if (at < 0 || at > verb || Clause.rightEdge(sentence, at) >= verb) {
      return -1;
    }
    int left = Page.skipLead(sentence, Clause.leftEdge(sentence, at));
    return lexicon.is("relatives", Clause.form(sentence.word(left))) ? left : -1;
  }

  /** The word of a subject between these two, inclusive: an actor's where there is one. */
  int subjectIn(int index, int from, int to) {
    int found = -1;
    for (int i = to; i >= from; i--) {
      if (page.actor(index, i) != null) {
        return i;
      }
      if (found < 0 && page.nominalAt(article.sentence(index), i)) {
        found = i;
      }
    }
    return found;
  }

  /** Whether the words before a cue clause are themselves a clause that it reports. */
  boolean bareSpeech(int index, int verb, int left, int end) {
    Sentence sentence = article.sentence(index);
    for (int child : sentence.children(verb)) {
      if (child < left) {
        String relation = sentence.word(child).relation();
        if (relation.equals("ccomp")
            || relation.equals("parataxis")
            || relation.equals("xcomp")
            || relation.equals("dislocated")) {
          return true;
        }
        if (relation.equals("obj") && !Grammar.hasVerbBetween(sentence, 0, end)) {
          return false;
        }
      }
    }
    if (!Grammar.hasVerbBetween(sentence, 0, end)) {
      return plainCue(index, verb, end);
    }
    int head = sentence.word(verb).head();
    if (head >= 0
        && head < left
        && (sentence.word(verb).relation().equals("parataxis")
            || sentence.word(verb).relation().equals("ccomp")
            || sentence.word(verb).relation().equals("conj"))) {
      return true;
    }
    // Whatever the tree says: an inverted cue clause without a complement of its own.
    for (int child : sentence.children(verb)) {
      String relation = sentence.word(child).relation();
      if (child > verb
          && (relation.equals("obj")
              || relation.equals("xcomp")
              || relation.equals("ccomp")
              || relation.equals("advcl"))) {
        return false;
      }
    }
    return !opensSubordinate(sentence, 0, end);
  }

  /** Whether another cue follows behind a comma. */
  private boolean anotherCue(Sentence sentence, int verb) {
    for (int i = verb + 2; i < sentence.size(); i++) {
      if (sentence.word(i - 1).form().equals(",")
          && page.verbs(sentence.word(i)).stream()
              .anyMatch(cue -> cue.frames().contains(CueFrame.QUOTE))) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Not for me, says the minister.", "The region, she said, remains open": words without a verb
   * before a cue that has nothing but its speaker.
   */
  private boolean plainCue(int index, int verb, int end) {
    Sentence sentence = article.sentence(index);
    int inverted = lexicon.is("order", "free") ? grammar.invertedSubject(sentence, verb) : -1;
    int subject = inverted >= 0 ? inverted : Clause.ownSubject(sentence, verb);
    @Nullable String speaker = page.actor(index, subject);
    if (subject < 0
        || end < 0
        || speaker == null && !lexicon.is("persons", Clause.form(sentence.word(subject)))
        || subject < verb
            && (sentence.word(verb - 1).form().equals(",")
                || speaker != null && speaker.equals(page.actor(index, end)))
        || lexicon.is("time", Clause.form(sentence.word(end)))) {
      return false;
    }
    int right = grammar.cueRight(sentence, verb, subject);
    for (int child : sentence.children(verb)) {
      String relation = sentence.word(child).relation();
      if (child > verb
          && child != subject
          && (relation.equals("obj") || relation.equals("xcomp") || relation.equals("ccomp"))
          && child <= right) {
        return false;
      }
    }
    boolean resumes = right + 1 < sentence.size() && sentence.word(right + 1).form().equals(",");
    return (resumes || grammar.endsSentence(sentence, right))
        && !sentence.word(0).upos().equals("ADP")
        && !sentence.word(0).upos().equals("SCONJ");
  }

  /**
   * Whether the words up to here are a subordinate clause alone, so that what follows its comma is
   * the main clause and no cue.
   */
  static boolean opensSubordinate(Sentence sentence, int from, int end) {
    boolean marked = from <= end && Grammar.isFiniteForm(sentence.word(from));
    for (int i = from; i <= end; i++) {
      Word word = sentence.word(i);
      marked |= i < from + 2 && word.upos().equals("SCONJ");
      if (word.form().equals(",") && i < end) {
        // "If it rains, we stay, she said": a main clause has followed.
        return marked && !Grammar.hasVerbBetween(sentence, i + 1, end);
      }
    }
    return marked;
  }

  /** Further pieces of a quote in the sentence of its cue, after the cue. */
  void continuation(Draft draft, int index) {
    Sentence sentence = article.sentence(index);
    int subject = Clause.ownSubject(sentence, draft.head);
    int right = grammar.cueRight(sentence, draft.head, subject);
    int next = right + 1;
    if (next >= sentence.size()) {
      nextQuote(draft, index);
      return;
    }
    while (next < sentence.size()
        && Clause.isPunctuation(sentence.word(next))
        && !QuoteFinder.isMark(sentence.word(next))
        && !Page.dashAt(sentence, next)) {
      next++;
    }
    if (next >= sentence.size()) {
      nextQuote(draft, index);
      return;
    }
    Quote quote = page.quoteAt(sentence.word(next).span().start());
    if (quote != null
        && next == right + 1
        && page.wordCount(quote.span()) < 3
        && !grammar.endsSentence(sentence, page.wordBefore(sentence, quote.span().end()))) {
      // "says the head of «The Lantern» theatre": a name.
      nextQuote(draft, index);
      return;
    }
    if (quote != null && draft.quoted && !page.claimed.contains(quote)) {
      page.collectQuote(draft, quote);
      return;
    }
    int lastWord = sentence.size() - 1;
    while (lastWord > next && Clause.isPunctuation(sentence.word(lastWord))) {
      lastWord--;
    }
    if (Page.dashAt(sentence, next) && next + 1 < sentence.size()) {
      if (draft.quoted) {
        Page.addPiece(
            draft,
            new Span(sentence.word(next).span().start(), sentence.word(lastWord).span().end()));
        page.dashFrom[index] = page.dashFrom[index] < 0 ? next : page.dashFrom[index];
        page.dashTo[index] = sentence.size() - 1;
      }
      return;
    }
    if (draft.quoted && draft.content.size() == 1 && page.quoteAt(draft.start()) != null) {
      // "«...», she said, pointing at the map, «...»"
      for (int i = next + 1; i < sentence.size(); i++) {
        Quote later = page.quoteAt(sentence.word(i).span().start());
        if (later != null
            && !page.claimed.contains(later)
            && sentence.word(i - 1).form().equals(",")
            && page.wordCount(later.span()) > 2) {
          page.collectQuote(draft, later);
          return;
        }
      }
      nextQuote(draft, index);
      return;
    }
    // "The region, she said, remains open": the clause that the cue interrupts.
    if (!draft.quoted
        && draft.frame.equals("speech")
        && sentence.word(right + 1).form().equals(",")
        && !Grammar.hasVerbBetween(sentence, 0, page.wordBefore(sentence, draft.end()))
        && Grammar.isFiniteForm(sentence.word(next))) {
      Page.addPiece(
          draft,
          new Span(sentence.word(next).span().start(), sentence.word(lastWord).span().end()));
      return;
    }
    int more = draft.quoted ? -1 : grammar.goesOn(index, right);
    if (more >= 0) {
      Page.addPiece(
          draft,
          new Span(sentence.word(more).span().start(), sentence.word(lastWord).span().end()));
      return;
    }
    // "..., sier hun, men det er ikke nok": a clause with a subject of its own goes on.
    int head = -1;
    for (int i = next; i <= lastWord; i++) {
      if (Clause.isVerb(sentence.word(i)) && Clause.ownSubject(sentence, i) >= 0) {
        head = i;
        break;
      }
    }
    if (head >= 0
        && sentence.word(right + 1).form().equals(",")
        && !sentence.word(head).deprel().equals("acl:relcl")
        && !sentence.word(head).relation().equals("advcl")
        && Clause.ownSubject(sentence, head) >= next
        && !lexicon.is("relatives", Clause.form(sentence.word(Clause.ownSubject(sentence, head))))
        && !grammar.hasClauseAfter(sentence, head)
        && page.verbs(sentence.word(head)).stream()
            .noneMatch(cue -> cue.with().isEmpty() && !cue.weak())) {
      int begin = next;
      if (sentence.word(begin).upos().equals("CCONJ")) {
        begin++;
      } else if (lexicon.is("order", "free")
          && Clause.leftEdge(sentence, Clause.ownSubject(sentence, head)) > begin) {
        begin = lastWord + 1;
      }
      if (begin <= lastWord) {
        Page.addPiece(
            draft,
            new Span(sentence.word(begin).span().start(), sentence.word(lastWord).span().end()));
      }
    }
    nextQuote(draft, index);
  }

  /** A quote that opens the next sentence of the passage, without a cue of its own. */
  void nextQuote(Draft draft, int index) {
    if (!draft.quoted || index + 1 >= article.sentences().size()) {
      return;
    }
    Sentence next = article.sentence(index + 1);
    if (next.passage() != article.sentence(index).passage()) {
      return;
    }
    Quote quote = page.quoteAt(next.span().start());
    if (quote == null || page.claimed.contains(quote)) {
      return;
    }
    // The sentence in which the quote ends must hold nothing else.
    int last = article.sentenceAt(quote.span().end() - 1);
    if (last < 0) {
      return;
    }
    Span rest =
        new Span(
            Math.min(quote.span().end(), article.sentence(last).span().end()),
            article.sentence(last).span().end());
    if (!page.hasWords(rest)) {
      page.collectQuote(draft, quote);
    }
  }
}
