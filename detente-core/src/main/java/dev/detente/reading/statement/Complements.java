package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cues with their content after them: verbs, adjectives and nouns of the lexicon, wishes and
 * refusals.
 */
final class Complements {
  /** Words after a verb among which the "as" of what it calls something is looked for. */
  private static final int AS_REACH = 16;

  private final Page page;
  private final AnalysedArticle article;
  private final CueLexicon lexicon;
  private final Grammar grammar;
  private final Speakers speakers;
  private final Frames frames;

  Complements(Page page, Grammar grammar, Speakers speakers, Frames frames) {
    this.page = page;
    this.article = page.article;
    this.lexicon = page.lexicon;
    this.grammar = grammar;
    this.speakers = speakers;
    this.frames = frames;
  }

  void complements(int index, @Nullable Draft tail) {
    Sentence sentence = article.sentence(index);
    for (int word = 0; word < sentence.size(); word++) {
      if (page.inDash(index, word) || page.inQuote(sentence.word(word).span())) {
        continue;
      }
      if (tail != null
          && (word == tail.head || tail.covers(sentence.word(word).span()) && tail.quoted)) {
        continue;
      }
      Word token = sentence.word(word);
      String upos = token.upos();
      Draft wish = wish(index, word);
      if (wish != null) {
        page.add(wish);
        continue;
      }
      boolean verbal =
          upos.equals("VERB")
              || upos.equals("ADJ")
              || upos.equals("AUX")
              || word > 0
                  && word + 1 < sentence.size()
                  && lexicon.is("markers", Clause.form(sentence.word(word + 1)))
                  && page.nominalAt(sentence, word - 1)
                  && lexicon.nouns(Clause.form(token), Clause.lemma(token)).isEmpty();
      if (verbal
          || lexicon.nouns(Clause.form(token), Clause.lemma(token)).isEmpty()
              && mistaken(index, word)) {
        for (Cue cue : named(page.verbs(token), sentence, word)) {
          if (page.matches(sentence, word, cue)) {
            Draft draft = complement(index, word, cue, tail);
            if (draft != null) {
              page.add(draft);
              break;
            }
          }
        }
      } else if (upos.equals("NOUN")) {
        List<Cue> cues = lexicon.nouns(Clause.form(token), Clause.lemma(token));
        Draft spelled = cues.isEmpty() ? null : spelledOut(index, word, cues.get(0));
        if (spelled != null) {
          page.add(spelled);
          continue;
        }
        for (Cue cue : cues) {
          if (page.matches(sentence, word, cue)) {
            Draft draft = nominal(index, word, cue);
            draft = draft == null ? voiced(index, word, cue) : draft;
            if (draft != null) {
              page.add(draft);
              break;
            }
          }
        }
      }
    }
  }

  /** "dismissed the charge as ...": where an "as" follows, what says so by a cue comes first. */
  private List<Cue> named(List<Cue> cues, Sentence sentence, int verb) {
    boolean as = false;
    for (int i = verb + 2; i < sentence.size() && i < verb + AS_REACH; i++) {
      as |= lexicon.is("as", Clause.form(sentence.word(i))) && cues.size() > 1;
    }
    if (!as) {
      return cues;
    }
    List<Cue> sorted = new ArrayList<>(cues);
    sorted.sort(Comparator.comparing(cue -> !cue.frames().contains(CueFrame.AS)));
    return sorted;
  }

  /**
   * Whether a verb's form that the tree took for a noun stands between an actor and a complement.
   */
  private boolean mistaken(int index, int word) {
    Sentence sentence = article.sentence(index);
    if (word == 0 && page.isHeading(sentence)) {
      return sentence.size() > 1
          && page.nominalAt(sentence, 1)
          && lexicon.starts("headlines", Clause.form(sentence.word(0)));
    }
    if (word == 0
        || word + 1 >= sentence.size()
        || page.verbs(sentence.word(word)).isEmpty()
        || !Character.isLowerCase(sentence.word(word).form().codePointAt(0))
        || sentence.word(word).form().equals(sentence.word(word).lemma())
        || grammar.surfaceSubject(index, word) != word - 1) {
      return false;
    }
    Word next = sentence.word(word + 1);
    String form = Clause.form(next);
    return next.upos().equals("ADP")
        || lexicon.is("markers", form)
        || lexicon.is("infinitive", form)
        || next.upos().equals("DET")
        || next.upos().equals("PRON")
        || Clause.isVerb(next)
        || QuoteFinder.isMark(next);
  }

  /** "will not comment", "wants a ceasefire", in Norwegian with an auxiliary; null if none. */
  @Nullable Draft wish(int index, int verb) {
    Sentence sentence = article.sentence(index);
    Word word = sentence.word(verb);
    if (!Clause.isVerb(word) && !word.upos().equals("ADJ") && !word.upos().equals("NOUN")) {
      return null;
    }
    int modal = -1;
    for (int child : sentence.children(verb)) {
      if (child < verb && page.verbIs("modals", sentence.word(child))) {
        modal = child;
      }
    }
    if (grammar.hypothetical(sentence, verb)) {
      return null;
    }
    if (modal < 0) {
      return neither(index, verb);
    }
    boolean negated = grammar.negated(sentence, verb) || grammar.negated(sentence, modal);
    boolean want = page.verbIs("want", sentence.word(modal));
    boolean have = page.verbIs("get", word);
    if (!negated && !(want && (have || page.isHeading(sentence)))) {
      return null;
    }
    int subject = grammar.subject(index, verb);
    if (subject == Grammar.DIALOGUE) {
      return null;
    }
    int from = verb;
    if (have && !negated) {
      int object = sentence.child(verb, "obj");
      if (object < verb) {
        return null;
      }
      from = Math.max(verb + 1, Clause.leftEdge(sentence, object));
    }
    int to = grammar.end(sentence, verb, from);
    // "will not say anything about ...": what is not said is the content.
    if (negated && !page.verbs(word).isEmpty() && from == verb && to > verb) {
      int[] clause = frames.clause(sentence, verb);
      if (clause != null) {
        from = clause[0];
        to = clause[1];
      }
      for (int i = verb + 1; i < to && i < verb + 4; i++) {
        String form = Clause.form(sentence.word(i));
        if (!sentence.word(i).relation().equals("case")
            && (lexicon.is("questions", form) || lexicon.is("interrogatives", form))) {
          from = i;
          break;
        }
      }
    }
    if (to < from) {
      return null;
    }
    Draft draft = new Draft(index, verb, null, "wish");
    draft.note = "modal:" + Clause.lemma(sentence.word(modal)) + (negated ? " negated" : "");
    draft.content.add(new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
    page.claimInside(draft.content.get(0));
    draft.cue = sentence.word(modal).span();
    draft.act = negated ? Act.REFUSE : have ? Act.DEMAND : Act.HOPE;
    if (subject == Grammar.NONE) {
      if (!page.isHeading(sentence)) {
        return null;
      }
    } else {
      speakers.speaker(draft, index, verb, subject, verb);
      if (draft.speaker == null) {
        return null;
      }
    }
    return draft;
  }

  /** "neither confirms nor denies ...". */
  @Nullable Draft neither(int index, int verb) {
    Sentence sentence = article.sentence(index);
    if (verb == 0
        || !lexicon.is("neither", Clause.form(sentence.word(verb - 1)))
        || page.verbs(sentence.word(verb)).isEmpty()) {
      return null;
    }
    int last = -1;
    for (int i = verb + 1; i < sentence.size() && i < verb + 4; i++) {
      if (!page.verbs(sentence.word(i)).isEmpty() && sentence.word(i - 1).upos().equals("CCONJ")) {
        last = i;
      }
    }
    int subject = grammar.subject(index, verb);
    if (last < 0 || last + 1 >= sentence.size() || subject < 0) {
      return null;
    }
    int to = sentence.size() - 1;
    for (int i = last + 1; i < sentence.size(); i++) {
      if (Clause.isPunctuation(sentence.word(i)) && !QuoteFinder.isMark(sentence.word(i))) {
        to = i - 1;
        break;
      }
    }
    if (to <= last) {
      return null;
    }
    Draft draft = new Draft(index, verb, null, "neither");
    draft.note = "neither:" + Clause.lemma(sentence.word(verb));
    draft.content.add(
        new Span(sentence.word(last + 1).span().start(), sentence.word(to).span().end()));
    draft.cue = new Span(sentence.word(verb - 1).span().start(), sentence.word(last).span().end());
    draft.act = Act.REFUSE;
    speakers.speaker(draft, index, verb, subject, verb);
    return draft.speaker == null ? null : draft;
  }

  /** "has not commented": nothing was said, as against "will not comment". */
  private boolean unsaid(Sentence sentence, int verb) {
    if (!lexicon.is("unsaid", Clause.lemma(sentence.word(verb)))
        || !sentence.word(verb).feat("VerbForm").equals("Part")
        || !grammar.negated(sentence, verb)) {
      return false;
    }
    for (int child : sentence.children(verb)) {
      if (page.verbIs("modals", sentence.word(child))) {
        return false;
      }
    }
    return true;
  }

  /** "He is called Moe" as against "it is said there that ...", where nobody is the subject. */
  private boolean named(Sentence sentence, int verb, Cue cue) {
    return cue.weak()
        && cue.frames().equals(Set.of(CueFrame.CLAUSE))
        && page.verbIs("report", sentence.word(verb))
        && sentence.child(verb, "expl") < 0
        && !speakers.impersonalSubject(sentence, verb);
  }

  @Nullable Draft complement(int index, int verb, Cue cue, @Nullable Draft tail) {
    Sentence sentence = article.sentence(index);
    if (grammar.hypothetical(sentence, verb)
        || page.isHeading(sentence)
            && sentence.word(verb).upos().equals("ADJ")
            && grammar.subject(index, verb) == Grammar.NONE) {
      return null;
    }
    if (verb == 0
        && lexicon.is("order", "free")
        && sentence.word(verb).feat("VerbForm").equals("Part")
        && !sentence.word(verb).feat("Tense").equals("Pres")
        && !page.isHeading(sentence)) {
      // "Asked how she knew, the minister said ...": who was asked is not who asks.
      return null;
    }
    if (unsaid(sentence, verb) || named(sentence, verb, cue)) {
      return null;
    }
    int[] range = null;
    @Nullable CueFrame frame = CueFrame.CLAUSE;
    if (cue.frames().contains(CueFrame.AFTER) && !cue.with().isEmpty()) {
      frame = CueFrame.AFTER;
      range = frames.after(sentence, verb, cue);
    }
    if (range == null && cue.frames().contains(CueFrame.CLAUSE)) {
      frame = CueFrame.CLAUSE;
      range = frames.clause(sentence, verb);
      int last = page.lastWord(sentence, verb, cue);
      if (lexicon.is("order", "free")
          && last > verb
          && page.verbs(sentence.word(last)).isEmpty()
          && (range == null || range[0] <= last)) {
        // "let it be known that ...": the clause hangs from the cue's last word.
        int[] further = frames.clause(sentence, last);
        range = further != null && further[0] > last ? further : range;
      }
    }
    if (range == null && cue.frames().contains(CueFrame.INF)) {
      frame = CueFrame.INF;
      range = frames.infinitive(sentence, verb, cue);
    }
    if (range == null && cue.frames().contains(CueFrame.AS)) {
      frame = CueFrame.AS;
      range = frames.object(sentence, verb, true);
      if (range != null && !frames.calls(sentence, verb, range)) {
        return null;
      }
    }
    boolean pointing =
        verb == 1
            && lexicon.is("pointers", Clause.form(sentence.word(0)))
            && sentence.size() > 2
            && page.nominalAt(sentence, 2);
    if (range == null && !pointing && cue.frames().contains(CueFrame.OBJECT) && !cue.toObject()) {
      frame = CueFrame.OBJECT;
      range = frames.object(sentence, verb, false);
    }
    if (range == null && cue.with().isEmpty() && cue.frames().contains(CueFrame.CLAUSE)) {
      frame = CueFrame.CLAUSE;
      range = frames.clauseBehind(sentence, verb);
    }
    boolean passive = Clause.isPassive(sentence, verb, lexicon);
    if (range == null && !passive && !pointing) {
      frame = frames.surfaceFrame(index, verb, cue);
      if (frame != null) {
        range = frames.surface(sentence, verb, cue, frame);
        if (range != null && frame == CueFrame.CLAUSE) {
          range[0] = Math.max(range[0], frames.pastHearer(sentence, verb, range[0]));
        }
      } else {
        frame = CueFrame.CLAUSE;
      }
    }
    if (passive
        && range == null
        && cue.frames().contains(CueFrame.OBJECT)
        && grammar.agent(sentence, verb) >= 0) {
      int patient = Clause.ownSubject(sentence, verb);
      if (patient >= 0) {
        frame = CueFrame.OBJECT;
        int[] subtree = sentence.subtree(patient);
        range = new int[] {subtree[0], subtree[subtree.length - 1]};
      }
    }
    if (range == null
        && (cue.frames().contains(CueFrame.QUOTE) || cue.frames().contains(CueFrame.CLAUSE))) {
      frame = CueFrame.QUOTE;
      Draft draft = colon(index, verb, cue);
      if (draft != null) {
        return draft;
      }
    }
    if (range == null && !cue.with().isEmpty() && !lexicon.is("reveals", cue.label())) {
      return null;
    }
    @Nullable Span back = null;
    if (range == null) {
      back = frames.pointedAt(index, verb, cue);
      if (back == null) {
        return null;
      }
      frame = CueFrame.OBJECT;
      range = new int[] {0, 0};
    }
    if (back == null && frame != CueFrame.CLAUSE && frame != CueFrame.INF) {
      range = frames.trim(sentence, verb, cue, frame, range);
      if (range == null) {
        return null;
      }
    }
    if (back == null
        && range[0] < range[1]
        && range[0] > verb
        && lexicon.is("markers", Clause.form(sentence.word(range[0])))
        && QuoteFinder.isMark(sentence.word(range[0] + 1))) {
      range = new int[] {range[0] + 1, range[1]};
    }
    if (back == null
        && range[0] == range[1]
        && lexicon.is("order", "free")
        && lexicon.is("denials", Clause.form(sentence.word(range[0])))) {
      // "admitted nothing", "said no".
      return null;
    }
    Draft draft = new Draft(index, verb, cue, back == null ? frame.label() : "back");
    draft.content.add(
        back != null
            ? back
            : new Span(
                sentence.word(range[0]).span().start(), sentence.word(range[1]).span().end()));
    if (back == null && (frame == CueFrame.CLAUSE || frame == CueFrame.AFTER)) {
      splitClauses(draft, sentence, range[0], range[1]);
      int front = interrupted(index, verb, range[0]);
      if (front >= 0) {
        Page.addPiece(
            draft,
            new Span(
                sentence.word(page.reportedFrom(index, front)).span().start(),
                sentence.word(front).span().end()));
      }
    }
    draft.content.forEach(page::claimInside);
    draft.cue = page.cueSpan(sentence, verb, cue);
    draft.act = cue.act(frame);
    @Nullable Act onNoun = back == null ? actOn(cue, frame, sentence, verb, range) : null;
    draft.certain = onNoun != null;
    if (onNoun != null) {
      draft.act = onNoun;
    }
    draft.open = cue.speech() && onNoun == null;
    draft.negated = grammar.negated(sentence, verb);
    int subject = grammar.subject(index, verb);
    @Nullable Draft joined = subject == Grammar.NONE ? grammar.joined(index, verb) : null;
    if (subject == Grammar.NONE && joined == null && back == null && !page.isHeading(sentence)) {
      return null;
    }
    if (joined != null) {
      draft.speakerSentence = joined.speakerSentence;
      draft.speakerWord = joined.speakerWord;
      draft.speaker = joined.speaker;
      draft.speakerSpan = joined.speakerSpan;
    } else if (tail != null
        && tail.head >= 0
        && verb > tail.head
        && (subject == Grammar.DIALOGUE
            || subject >= 0 && tail.covers(sentence.word(subject).span()))) {
      // "..., she said, and warned ...": the verb hangs in the quote, its subject is the cue's.
      draft.speakerSentence = tail.speakerSentence;
      draft.speakerWord = tail.speakerWord;
      draft.speaker = tail.speaker;
      draft.speakerSpan = tail.speakerSpan;
    } else if (subject == Grammar.DIALOGUE) {
      return null;
    } else {
      speakers.speaker(draft, index, verb, subject, back == null ? verb : sentence.size() - 1);
    }
    if (cue.weak() && draft.speaker == null) {
      return null;
    }
    speakers.quotedBy(draft, index, verb, grammar);
    speakers.addressee(
        draft, index, verb, cue, verb + 1, back == null ? range[0] - 1 : sentence.size() - 1);
    return draft;
  }

  /**
   * "The north, he said, had asked ...": the last word of the reported clause before the cue that
   * interrupts it; -1 if none does.
   */
  private int interrupted(int index, int verb, int from) {
    Sentence sentence = article.sentence(index);
    int subject = Clause.ownSubject(sentence, verb);
    if (!lexicon.is("order", "free")
        || subject < 0
        || subject > verb
        || from <= verb + 1
        || !sentence.word(from - 1).form().equals(",")
        || QuoteFinder.isMark(sentence.word(from))) {
      return -1;
    }
    int comma = Clause.leftEdge(sentence, subject) - 1;
    return comma > 1
            && sentence.word(comma).form().equals(",")
            && page.reportedFrom(index, comma - 1) < comma
            && !page.inQuote(sentence.word(comma).span())
        ? comma - 1
        : -1;
  }

  /** "said that ..., and that ...": each clause is a piece, without what joins them. */
  private void splitClauses(Draft draft, Sentence sentence, int from, int to) {
    List<Span> pieces = new ArrayList<>();
    int begin = from;
    for (int i = from + 2; i < to; i++) {
      Word word = sentence.word(i);
      int before = i - 1;
      if (lexicon.is("negations", Clause.form(sentence.word(before)))) {
        before--;
      }
      if (!lexicon.is("markers", Clause.form(word))
          || !sentence.word(before).upos().equals("CCONJ")
          || !(word.relation().equals("mark")
              || word.upos().equals("SCONJ")
              || before > from && sentence.word(before - 1).form().equals(","))
          || page.inQuote(word.span())) {
        continue;
      }
      int end = before - 1;
      while (end > begin
          && Clause.isPunctuation(sentence.word(end))
          && !QuoteFinder.isMark(sentence.word(end))) {
        end--;
      }
      pieces.add(new Span(sentence.word(begin).span().start(), sentence.word(end).span().end()));
      begin = i + 1;
    }
    if (!pieces.isEmpty()) {
      pieces.add(new Span(sentence.word(begin).span().start(), sentence.word(to).span().end()));
      draft.content.clear();
      draft.content.addAll(pieces);
    }
  }

  /** "she said: «...»". */
  @Nullable Draft colon(int index, int verb, Cue cue) {
    Sentence sentence = article.sentence(index);
    int at = -1;
    for (int i = verb + 1; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (word.form().equals(":")) {
        at = i + 1;
        break;
      }
      if (QuoteFinder.isMark(word)
          && page.quoteAt(word.span().start()) != null
          && (sentence.word(i - 1).form().equals(",")
              || i - 1 == verb
              || i - 1 == Clause.ownSubject(sentence, verb))) {
        at = i;
        break;
      }
      if (word.form().equals(";")) {
        break;
      }
    }
    if (at < 0) {
      return null;
    }
    int subject = grammar.subject(index, verb);
    if (subject == Grammar.NONE || subject == Grammar.DIALOGUE) {
      return null;
    }
    Draft draft = new Draft(index, verb, cue, "colon");
    if (at >= sentence.size()) {
      if (!nextSentence(draft, index)) {
        return null;
      }
      draft.cue = page.cueSpan(sentence, verb, cue);
      draft.act = cue.act(CueFrame.QUOTE);
      draft.open = cue.speech();
      speakers.speaker(draft, index, verb, subject, verb);
      speakers.addressee(draft, index, verb, cue, verb + 1, at - 2);
      return draft;
    }
    Quote quote = page.quoteAt(sentence.word(at).span().start());
    if (quote != null) {
      if (page.claimed.contains(quote)) {
        return null;
      }
      page.collectQuote(draft, quote);
      draft.quoted = true;
    } else {
      int to = sentence.size() - 1;
      if (to <= at) {
        return null;
      }
      draft.content.add(new Span(sentence.word(at).span().start(), sentence.word(to).span().end()));
      draft.quoted = QuoteFinder.isDash(sentence.word(at).form());
      if (draft.quoted) {
        draft.note = "colon-dash";
      }
    }
    draft.cue = page.cueSpan(sentence, verb, cue);
    draft.act = cue.act(CueFrame.QUOTE);
    draft.open = cue.speech();
    speakers.speaker(draft, index, verb, subject, verb);
    speakers.addressee(draft, index, verb, cue, verb + 1, at - 1);
    return draft;
  }

  /** Takes the sentence after a colon as content: a quote, dash speech or a bare sentence. */
  boolean nextSentence(Draft draft, int index) {
    if (index + 1 >= article.sentences().size()) {
      return false;
    }
    Sentence next = article.sentence(index + 1);
    if (next.passage() != article.sentence(index).passage()) {
      return false;
    }
    Quote quote = page.quoteAt(next.span().start());
    if (quote != null) {
      if (page.claimed.contains(quote)) {
        return false;
      }
      page.collectQuote(draft, quote);
      draft.quoted = true;
      return true;
    }
    if (QuoteFinder.isDash(next.word(0).form())) {
      return false;
    }
    draft.content.add(next.span());
    page.claimInside(next.span());
    return true;
  }

  /** "Demands that ... come from the union": the noun's verb names whose words they are. */
  private @Nullable Draft voiced(int index, int noun, Cue cue) {
    Sentence sentence = article.sentence(index);
    int last = page.lastWord(sentence, noun, cue);
    int verb = sentence.word(noun).head();
    if (last < 0 || verb <= last + 1 || !Clause.isVerb(sentence.word(verb))) {
      return null;
    }
    int source = -1;
    for (int i = verb + 1; i < sentence.size() && i < verb + 4 && source < 0; i++) {
      if (lexicon.is("voices", Clause.form(sentence.word(i))) && sentence.word(i).head() > i) {
        source = sentence.word(i).head();
      }
    }
    int from = last + 1;
    if (lexicon.is("markers", Clause.form(sentence.word(from)))) {
      from++;
    }
    int to = verb - 1;
    while (to > from
        && (Clause.isPunctuation(sentence.word(to)) && !QuoteFinder.isMark(sentence.word(to))
            || sentence.word(to).head() == verb
                && (sentence.word(to).upos().equals("AUX")
                    || sentence.word(to).upos().equals("ADV")))) {
      to--;
    }
    if (source < 0 || to < from) {
      return null;
    }
    Draft draft = new Draft(index, noun, cue, "noun");
    draft.note = "voiced";
    draft.content.add(new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
    page.claimInside(draft.content.get(0));
    draft.cue = new Span(sentence.word(noun).span().start(), sentence.word(last).span().end());
    draft.act = cue.act();
    speakers.speaker(draft, index, noun, source, noun);
    return draft.speaker == null ? null : draft;
  }

  /**
   * "The main demands were that ...": what a noun of speech comes to, as its verb says. Whose it
   * is, a possessor tells, else the last statement with such a noun.
   */
  private @Nullable Draft spelledOut(int index, int noun, Cue cue) {
    Sentence sentence = article.sentence(index);
    int marker = -1;
    boolean verb = false;
    for (int i = noun + 1; i < sentence.size() && i < noun + 7; i++) {
      Word word = sentence.word(i);
      if (verb && lexicon.is("markers", Clause.form(word))) {
        marker = i;
        break;
      }
      if (page.verbIs("spells", word)) {
        verb = true;
      } else if (Clause.isPunctuation(word) || Clause.isVerb(word) || word.upos().equals("SCONJ")) {
        return null;
      }
    }
    if (marker < 0 || marker + 1 >= sentence.size() || grammar.hypothetical(sentence, noun)) {
      return null;
    }
    int to = sentence.size() - 1;
    while (to > marker
        && Clause.isPunctuation(sentence.word(to))
        && !QuoteFinder.isMark(sentence.word(to))) {
      to--;
    }
    if (to <= marker) {
      return null;
    }
    Draft draft = new Draft(index, noun, cue, "noun");
    draft.note = "spelled-out";
    draft.content.add(
        new Span(sentence.word(marker + 1).span().start(), sentence.word(to).span().end()));
    draft.cue =
        new Span(sentence.word(noun).span().start(), sentence.word(marker - 1).span().end());
    draft.act = cue.act();
    for (int child : sentence.children(noun)) {
      Word word = sentence.word(child);
      if ((word.deprel().equals("nmod:poss") || word.feat("Case").equals("Gen"))
          && page.actor(index, child) != null) {
        speakers.place(draft, index, child);
      }
    }
    for (int s = index - 1; s >= 0 && s >= index - 2 && draft.speaker == null; s--) {
      for (Draft other : page.in(s)) {
        if (other.act == cue.act() && speakers.actorOf(other) != null) {
          draft.speakerSentence = other.speakerSentence;
          draft.speakerWord = other.speakerWord;
          draft.speaker = speakers.actorOf(other);
          draft.addressee = other.addressee;
        }
      }
    }
    if (draft.speaker == null) {
      return null;
    }
    page.claimInside(draft.content.get(0));
    return draft;
  }

  @Nullable Draft nominal(int index, int noun, Cue cue) {
    Sentence sentence = article.sentence(index);
    int last = page.lastWord(sentence, noun, cue);
    if (last < 0 || last + 1 >= sentence.size() || grammar.hypothetical(sentence, noun)) {
      return null;
    }
    int from = last + 1;
    if (lexicon.is("markers", Clause.form(sentence.word(from)))) {
      from++;
    }
    if (from >= sentence.size()) {
      return null;
    }
    int to = grammar.end(sentence, noun, from);
    if (to < from) {
      return null;
    }
    int source = -1;
    for (int child : sentence.children(noun)) {
      Word word = sentence.word(child);
      if (child < noun
          && (word.deprel().equals("nmod:poss")
              || word.relation().equals("nmod") && word.feat("Case").equals("Gen")
              || word.relation().equals("amod") && page.actor(index, child) != null)) {
        source = child;
      } else if (child > noun && child < from && word.relation().equals("nmod")) {
        int preposition = sentence.child(child, "case");
        if (preposition >= 0 && lexicon.is("own", Clause.form(sentence.word(preposition)))) {
          source = child;
        }
      }
    }
    int governor = sentence.word(noun).head();
    boolean own =
        source >= 0
            && (lexicon.is("reflexives", Clause.form(sentence.word(source)))
                || lexicon.is("owns", Clause.form(sentence.word(source))));
    boolean given =
        governor >= 0
            && page.verbIs("give", sentence.word(governor))
            && (sentence.word(noun).relation().equals("obj") || own);
    if (source < 0 || own) {
      // "repeated its demand for ...": whose it is, the clause's subject tells.
      if (!own && !given) {
        return null;
      }
      source = governor < 0 ? Grammar.NONE : grammar.subject(index, governor);
      if (source < 0) {
        return null;
      }
    }
    int toWhom = given ? handedTo(index, from, to) : -1;
    if (toWhom > from) {
      to = toWhom - 1;
    }
    Draft draft = new Draft(index, noun, cue, "noun");
    draft.content.add(new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
    page.claimInside(draft.content.get(0));
    draft.cue = new Span(sentence.word(noun).span().start(), sentence.word(last).span().end());
    draft.act = cue.act();
    speakers.speaker(draft, index, noun, source, noun);
    if (draft.speaker == null) {
      return null;
    }
    if (toWhom > from) {
      String addressee = page.actor(index, sentence.word(toWhom).head());
      if (addressee != null && !addressee.equals(speakers.actorOf(draft))) {
        draft.addressee = addressee;
      }
    }
    return draft;
  }

  /**
   * The preposition of those to whom an utterance is handed, at the end of what it is about: "sent
   * its demands for guarantees to the allies"; -1 where the words end otherwise.
   */
  private int handedTo(int index, int from, int to) {
    Sentence sentence = article.sentence(index);
    for (int i = to; i > from; i--) {
      int head = sentence.word(i).head();
      if (lexicon.is("addressee", Clause.form(sentence.word(i)))
          && head > i
          && head <= to
          && page.actor(index, head) != null
          && sentence.subtreeSpan(head).end() == sentence.word(to).span().end()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * What turning down an utterance comes to, whatever word is used: claims are denied, demands and
   * offers refused; null when nothing is turned down or what it is stays open.
   */
  private @Nullable Act actOn(Cue cue, CueFrame frame, Sentence sentence, int verb, int[] range) {
    Act act = cue.act(frame);
    boolean turnedDown =
        frame == CueFrame.OBJECT && (act == Act.DENY || act == Act.REFUSE)
            || frame == CueFrame.AS && act == Act.CRITICISE;
    if (!turnedDown) {
      return null;
    }
    for (int i = range[0]; i <= range[1]; i++) {
      Word word = sentence.word(i);
      if (word.head() == verb && word.upos().equals("NOUN")) {
        List<Cue> nouns = lexicon.nouns(Clause.form(word), Clause.lemma(word));
        return nouns.isEmpty()
            ? null
            : switch (nouns.get(0).act()) {
              case ACCUSE, CLAIM -> Act.DENY;
              case DEMAND, ASK, OFFER -> frame == CueFrame.OBJECT ? Act.REFUSE : null;
              default -> null;
            };
      }
    }
    return null;
  }
}
