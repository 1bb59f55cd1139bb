package dev.detente.reading.statement;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One article's attributions. Used once, by one thread. */
final class Attribution {
  private final AnalysedArticle article;
  private final Cast cast;
  private final CueLexicon lexicon;
  private final @Nullable ActModel acts;
  private final List<TimeExpression> times;
  private final List<Place> places;
  private final List<Quote> quotes;
  private final List<Draft> drafts = new ArrayList<>();

  /** Quotes that belong to a statement. */
  private final Set<Quote> claimed = new LinkedHashSet<>();

  /** A stretch of speech after a dash: from the dash to the cue or the end of the passage. */
  private record Dash(int sentence, int word, int endSentence, int endWord, int passage) {}

  private final List<Dash> loose = new ArrayList<>();

  /** How many passages each name in capitals heads, as in a transcript. */
  private final Map<String, Integer> turns = new HashMap<>();

  /**
   * For each sentence, the word at which dash speech begins and the last word of it; -1 if none.
   */
  private final int[] dashFrom;

  private final int[] dashTo;

  Attribution(
      AnalysedArticle article,
      Cast cast,
      CueLexicon lexicon,
      @Nullable ActModel acts,
      List<TimeExpression> times,
      List<Place> places) {
    this.article = article;
    this.cast = cast;
    this.lexicon = lexicon;
    this.acts = acts;
    this.times = times;
    this.places = places;
    this.quotes = QuoteFinder.find(article.article());
    this.dashFrom = new int[article.sentences().size()];
    this.dashTo = new int[article.sentences().size()];
    java.util.Arrays.fill(dashFrom, -1);
    java.util.Arrays.fill(dashTo, -1);
  }

  List<Statement> statements() {
    int count = article.sentences().size();
    for (int i = 0; i < count; i++) {
      if (i == 0 || article.sentence(i).passage() != article.sentence(i - 1).passage()) {
        String name = turnOf(article.sentence(i));
        if (!name.isEmpty()) {
          turns.merge(name, 1, Integer::sum);
        }
      }
    }
    int at = 0;
    while (at < count) {
      int end = at + 1;
      while (end < count && article.sentence(end).passage() == article.sentence(at).passage()) {
        end++;
      }
      if (speaks(article.sentence(at))) {
        if (!turn(at, end)) {
          readPassage(at, end);
        }
      }
      at = end;
    }
    attributeLoose();
    headlines();
    drafts.sort(Comparator.comparing((Draft draft) -> draft.content.get(0)));
    drafts.forEach(this::settle);
    chain();
    carryOn();
    if (acts != null) {
      for (Draft draft : drafts) {
        if (!draft.dropped) {
          Act told = acts.act(features(draft));
          if (told != draft.act) {
            draft.act = told;
            draft.note = (draft.note + " act:model").strip();
          }
        }
      }
    }
    List<Statement> statements = new ArrayList<>();
    for (Draft draft : drafts) {
      if (!draft.dropped) {
        statements.add(
            new Statement(
                "s" + (statements.size() + 1),
                draft.speaker,
                draft.speakerSpan,
                draft.cue,
                draft.content,
                draft.kind,
                draft.act,
                draft.addressee,
                draft.via,
                null,
                null,
                draft.why()));
      }
    }
    return statements;
  }

  /** The statements found, dropped ones included, once {@link #statements} has run. */
  List<Draft> drafts() {
    return drafts;
  }

  Set<String> features(Draft draft) {
    return ActFeatures.of(draft, article, cast, lexicon);
  }

  /** A turn of a transcript: "SMITH: We will see." where the name heads at least two passages. */
  private boolean turn(int from, int to) {
    Sentence sentence = article.sentence(from);
    String name = turnOf(sentence);
    if (name.isEmpty() || turns.getOrDefault(name, 0) < 2) {
      return false;
    }
    int colon = 0;
    while (!sentence.word(colon).form().equals(":")) {
      colon++;
    }
    boolean more = colon + 1 < sentence.size();
    if (!more && to - from < 2) {
      return false;
    }
    int start =
        more ? sentence.word(colon + 1).span().start() : article.sentence(from + 1).span().start();
    Span span = new Span(start, article.sentence(to - 1).span().end());
    Draft draft = new Draft(from, -1, null, "turn");
    draft.content.add(span);
    draft.quoted = true;
    draft.open = true;
    claimInside(span);
    place(draft, from, Math.max(0, colon - 1));
    drafts.add(draft);
    markDash(
        from,
        Math.min(colon + 1, sentence.size() - 1),
        to - 1,
        article.sentence(to - 1).size() - 1);
    return true;
  }

  /** The capitals before a colon at the head of a sentence; empty when it has none. */
  private static String turnOf(Sentence sentence) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < sentence.size() && i < 6; i++) {
      String form = sentence.word(i).form();
      if (form.equals(":")) {
        return name.toString();
      }
      if (!form.equals(form.toUpperCase(java.util.Locale.ROOT))
          || form.codePoints().noneMatch(Character::isLetter)) {
        return "";
      }
      name.append(form).append(' ');
    }
    return "";
  }

  private boolean speaks(Sentence sentence) {
    Passage passage = article.passageOf(sentence);
    return passage == null
        || switch (passage.kind()) {
          case CREDIT, BYLINE, NOTICE -> false;
          default -> true;
        };
  }

  private boolean isHeading(Sentence sentence) {
    Passage passage = article.passageOf(sentence);
    return passage != null
        && (passage.kind() == PassageKind.HEADLINE || passage.kind() == PassageKind.SUBHEADING);
  }

  // ---------------------------------------------------------------- passages

  private void readPassage(int from, int to) {
    int openSentence = -1;
    int openWord = -1;
    @Nullable Draft last = null;
    for (int index = from; index < to; index++) {
      Sentence sentence = article.sentence(index);
      int dash = dashStart(sentence, index, from);
      if (dash >= 0) {
        if (openSentence >= 0) {
          last = closeLoose(openSentence, openWord, index - 1, last);
        }
        openSentence = index;
        openWord = dash;
      } else if (openSentence < 0 && index > from) {
        // A quote closed by a cue: what follows is the reporter's again.
        if (!article.sentence(index).words().isEmpty() && last != null && !startsAsQuote(index)) {
          last = null;
        }
      }
      @Nullable Draft tail = tail(index, openSentence, openWord, from);
      if (tail != null) {
        drafts.add(tail);
        if (openSentence >= 0) {
          markDash(openSentence, openWord, index, wordBefore(sentence, tail.end()));
          openSentence = -1;
          openWord = -1;
        }
        last = tail;
        continuation(tail, index);
      }
      if (openSentence >= 0
          && tail == null
          && index > openSentence
          && reports(index)
          && !tailFollows(index + 1, to, openSentence, openWord, from)) {
        last = closeLoose(openSentence, openWord, index - 1, last);
        openSentence = -1;
        openWord = -1;
      }
      if (openSentence >= 0 && tail == null) {
        dashFrom[index] = index == openSentence ? openWord : 0;
        dashTo[index] = sentence.size() - 1;
      }
      complements(index, tail);
      sources(index);
    }
    if (openSentence >= 0) {
      closeLoose(openSentence, openWord, to - 1, last);
    }
  }

  /**
   * Whether a sentence after dash speech is the reporter's: it attributes something to an actor.
   */
  private boolean reports(int index) {
    Sentence sentence = article.sentence(index);
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (!Clause.isVerb(word) || inQuote(word.span()) || verbs(word).isEmpty()) {
        continue;
      }
      int subject = Clause.ownSubject(sentence, i);
      if (subject >= 0
          && !word.relation().equals("acl")
          && actor(index, subject) != null
          && !lexicon.is("dialogue", Clause.form(sentence.word(subject)))
          && (clause(sentence, i) != null || sentence.child(i, "obj") >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a later sentence of the passage closes the dash speech with a cue. */
  private boolean tailFollows(int from, int to, int openSentence, int openWord, int first) {
    for (int i = from; i < to && i < from + 6; i++) {
      if (dashStart(article.sentence(i), i, first) == 0) {
        return false;
      }
      if (tail(i, openSentence, openWord, first) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAsQuote(int index) {
    Sentence sentence = article.sentence(index);
    return quoteAt(sentence.span().start()) != null;
  }

  private void markDash(int fromSentence, int fromWord, int toSentence, int toWord) {
    for (int i = fromSentence; i <= toSentence; i++) {
      dashFrom[i] = i == fromSentence ? fromWord : 0;
      dashTo[i] = i == toSentence ? toWord : article.sentence(i).size() - 1;
    }
  }

  /** Ends a stretch of dash speech without a cue of its own. */
  private @Nullable Draft closeLoose(
      int openSentence, int openWord, int lastSentence, @Nullable Draft last) {
    Sentence end = article.sentence(lastSentence);
    markDash(openSentence, openWord, lastSentence, end.size() - 1);
    Span span =
        new Span(article.sentence(openSentence).word(openWord).span().start(), end.span().end());
    if (last != null && last.quoted) {
      addPiece(last, span);
      return last;
    }
    loose.add(
        new Dash(
            openSentence,
            openWord,
            lastSentence,
            end.size() - 1,
            article.sentence(openSentence).passage()));
    return null;
  }

  /** The word of a dash that opens speech in this sentence; -1 if none. */
  private int dashStart(Sentence sentence, int index, int firstOfPassage) {
    for (int i = 0; i < sentence.size() - 1; i++) {
      if (!QuoteFinder.isDash(sentence.word(i).form()) || inQuote(sentence.word(i).span())) {
        continue;
      }
      if (i == 0) {
        return 0;
      }
      String before = sentence.word(i - 1).form();
      if (before.equals(":")) {
        return i;
      }
    }
    return -1;
  }

  // ------------------------------------------------------- speech with a cue after it

  /** The statement whose speech a cue clause of this sentence closes; null if none. */
  private @Nullable Draft tail(int index, int openSentence, int openWord, int firstOfPassage) {
    Sentence sentence = article.sentence(index);
    int from = openSentence == index ? openWord + 1 : 0;
    // A cue of the lexicon anywhere before any other verb.
    for (int pass = 0; pass < 2; pass++) {
      for (int verb = from; verb < sentence.size(); verb++) {
        Word word = sentence.word(verb);
        if (inQuote(word.span())) {
          continue;
        }
        boolean known = !verbs(word).isEmpty();
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

  private @Nullable Draft tailAt(
      int index, int verb, int openSentence, int openWord, int firstOfPassage, boolean anyVerb) {
    Sentence sentence = article.sentence(index);
    boolean free = lexicon.is("order", "free");
    int left = verb;
    int subject = invertedSubject(sentence, verb);
    if (subject < 0 && verbIs("carriers", sentence.word(verb))) {
      // "..., var ministerens eneste svar"
      for (int i = verb + 1; i < sentence.size() && i < verb + 5 && nominalAt(sentence, i); i++) {
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
          && nominalAt(sentence, verb + 1)) {
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
    @Nullable Quote closing = null;
    if (end >= 0) {
      String form = sentence.word(end).form();
      if (form.equals(",")) {
        comma = true;
        closing = quoteEndingAt(sentence.word(end).span().start(), sentence.word(end).span().end());
        if (closing == null || !closing.span().contains(sentence.word(end).span())) {
          end--;
        }
      } else {
        closing = quoteEndingAt(sentence.word(end).span().end(), sentence.word(end).span().end());
        if (closing == null
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
      closing = quoteEndingAt(before.span().end(), before.span().end());
      boolean lower = Character.isLowerCase(sentence.word(0).form().codePointAt(0));
      if (closing == null && !(openSentence >= 0 && lower)) {
        return null;
      }
      if (closing != null && !lower && !subjectLeft) {
        return null;
      }
    } else {
      return null;
    }
    boolean dashed = openSentence >= 0 && (openSentence < index || openWord < left);
    boolean quoted = dashed || closing != null;
    if (end < 0 && !quoted) {
      return null;
    }
    List<Cue> cues = verbs(sentence.word(verb));
    @Nullable Cue cue = null;
    for (Cue candidate : cues) {
      if (candidate.frames().contains(CueFrame.QUOTE) && matches(sentence, verb, candidate)) {
        cue = candidate;
        break;
      }
    }
    if (cue == null && quoted && comma) {
      for (Cue candidate : cues) {
        if (candidate.with().isEmpty() && subject > verb && actor(index, subject) != null) {
          cue = candidate;
        }
      }
    }
    boolean learned = false;
    if (cue == null && verbIs("get-told", sentence.word(verb))) {
      for (int i = verb + 1; i < sentence.size() && i < verb + 8; i++) {
        learned |= lexicon.is("learned", Clause.form(sentence.word(i)));
      }
    }
    if (!isFinite(sentence, verb)
        && !(cue != null
            && quoted
            && verb + 1 < sentence.size()
            && nominalAt(sentence, verb + 1))) {
      return null;
    }
    if (!Clause.isVerb(sentence.word(verb)) && (cue == null || !quoted || subjectLeft)) {
      return null;
    }
    int right = cueRight(sentence, verb, subject);
    if (subject > verb && subject < verb + 5 && right < subject) {
      right = Math.max(right, Math.min(sentence.size() - 1, Clause.rightEdge(sentence, subject)));
    }
    @Nullable String utterance = null;
    if (subject >= 0 && lexicon.is("dialogue", Clause.form(sentence.word(subject)))) {
      return null;
    }
    if (subject > verb
        && verbIs("carriers", sentence.word(verb))
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
          || hasClauseAfter(sentence, verb)
          || !sentence.word(verb).upos().equals("VERB")
          || verbIs("carriers", sentence.word(verb))
          || verbIs("modals", sentence.word(verb))
          || verbIs("get", sentence.word(verb))
          || sentence.child(verb, "aux") >= 0
          || actor(index, subject) == null
          || !endsSentence(sentence, right)) {
        return null;
      } else if (sentence.child(verb, "obj") > verb || sentence.child(verb, "xcomp") > verb) {
        return null;
      }
    }
    if (subject < 0 && !nominalAfter(sentence, verb, right) && !impersonal(sentence, verb)) {
      return null;
    }
    if (subject > right) {
      return null;
    }
    if (hasClauseAfter(sentence, verb) && !quoted) {
      return null;
    }
    if (!quoted) {
      if (utterance == null && !bareSpeech(sentence, verb, left, end)) {
        return null;
      }
      if (isQuestion(sentence)) {
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
    } else if (closing != null) {
      int begin = closing.span().start();
      Quote first = closing;
      // Words of the reporter's clause before the quote belong to a mixed content.
      Span reporter = new Span(Math.min(sentence.span().start(), begin), begin);
      if (begin > sentence.span().start() && hasWords(reporter)) {
        draft.content.add(new Span(sentence.span().start(), closing.span().end()));
      } else {
        collectQuote(draft, first);
      }
      claimed.add(closing);
      draft.quoted = draft.content.get(0).start() == begin;
    } else {
      draft.content.add(
          new Span(
              sentence.word(skipLead(sentence, 0)).span().start(),
              sentence.word(end).span().end()));
      claimInside(draft.content.get(0));
    }
    draft.cue = new Span(sentence.word(verb).span().start(), sentence.word(verb).span().end());
    draft.act = cue == null ? Act.SAY : cue.act(CueFrame.QUOTE);
    draft.open = cue == null || cue.speech();
    speaker(draft, index, verb, subject, right);
    if (learned) {
      draft.note = "learned:" + Clause.lemma(sentence.word(verb));
      draft.addressee = draft.speaker;
      int source = sourceOf(sentence, verb, right);
      draft.speaker = null;
      draft.speakerWord = -1;
      draft.speakerSpan = null;
      if (source >= 0) {
        place(draft, index, source);
      }
      return draft;
    }
    if (utterance != null) {
      draft.note = "utterance:" + utterance;
      utteranceSpeaker(draft, index, subject, right);
    } else if (cue == null) {
      draft.note = "verb:" + Clause.lemma(sentence.word(verb));
    }
    addressee(draft, index, verb, cue, verb + 1, right);
    return draft;
  }

  /**
   * The first word of a subject that stands between reported speech and its verb ("..., a
   * spokesman, Foro Libre, said"); -1 when what stands there is no subject.
   */
  private int subjectBegin(Sentence sentence, int verb) {
    int begin = -1;
    boolean nominal = false;
    for (int i = verb - 1; i >= 0 && i >= verb - 16; i--) {
      Word word = sentence.word(i);
      if (QuoteFinder.isMark(word.form()) || word.form().equals("?") || word.form().equals("!")) {
        return nominal ? i + 1 : -1;
      }
      if (word.form().equals(",")) {
        if (nominal) {
          begin = i + 1;
        }
        continue;
      }
      if (word.form().equals(":")
          || word.form().equals(";")
          || word.upos().equals("CCONJ") && begin < 0 && i == verb - 1) {
        break;
      }
      if (isFiniteForm(word)
          || word.upos().equals("AUX")
          || word.upos().equals("SCONJ")
          || lexicon.is("relatives", Clause.form(word))) {
        break;
      }
      nominal |= nominalAt(sentence, i);
    }
    return begin;
  }

  /** The word of a subject between these two, inclusive: an actor's where there is one. */
  private int subjectIn(int index, int from, int to) {
    int found = -1;
    for (int i = to; i >= from; i--) {
      if (actor(index, i) != null) {
        return i;
      }
      if (found < 0 && nominalAt(article.sentence(index), i)) {
        found = i;
      }
    }
    return found;
  }

  /** Whether nothing but punctuation, or another piece of the quote, follows a word. */
  private boolean endsSentence(Sentence sentence, int word) {
    for (int i = word + 1; i < sentence.size(); i++) {
      String form = sentence.word(i).form();
      if (QuoteFinder.isDash(form) || QuoteFinder.isMark(form) || form.equals(":")) {
        return true;
      }
      if (!Clause.isPunctuation(sentence.word(i))) {
        return false;
      }
    }
    return true;
  }

  /** The subject to the right of a verb; -1 if none. */
  private int invertedSubject(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      if (child > verb && sentence.word(child).relation().equals("nsubj")) {
        return child;
      }
    }
    return -1;
  }

  private static int skipLead(Sentence sentence, int word) {
    int at = word;
    while (at < sentence.size() - 1
        && Clause.isPunctuation(sentence.word(at))
        && !QuoteFinder.isMark(sentence.word(at).form())) {
      at++;
    }
    return at;
  }

  private boolean nominalAt(Sentence sentence, int word) {
    return word < sentence.size()
        && switch (sentence.word(word).upos()) {
          case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM" -> true;
          default -> false;
        };
  }

  private boolean nominalAfter(Sentence sentence, int verb, int right) {
    return verb + 1 <= right && nominalAt(sentence, verb + 1);
  }

  private boolean impersonal(Sentence sentence, int verb) {
    int expletive = sentence.child(verb, "expl");
    return expletive >= 0 || Clause.isPassive(sentence, verb, lexicon);
  }

  private boolean isFinite(Sentence sentence, int verb) {
    Word word = sentence.word(verb);
    String form = word.feat("VerbForm");
    if (form.equals("Fin") || form.isEmpty()) {
      return true;
    }
    if (form.equals("Part") || form.equals("Inf")) {
      int aux = sentence.child(verb, "aux");
      return aux >= 0;
    }
    return form.equals("Ger") && sentence.child(verb, "aux") >= 0;
  }

  private boolean hasClauseAfter(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      if (child > verb && sentence.word(child).relation().equals("ccomp")) {
        return true;
      }
    }
    return markerAfter(sentence, verb) >= 0;
  }

  /** Whether the words before a cue clause are themselves a clause that it reports. */
  private boolean bareSpeech(Sentence sentence, int verb, int left, int end) {
    for (int child : sentence.children(verb)) {
      if (child < left) {
        String relation = sentence.word(child).relation();
        if (relation.equals("ccomp")
            || relation.equals("parataxis")
            || relation.equals("xcomp")
            || relation.equals("dislocated")) {
          return true;
        }
        if (relation.equals("obj") && !hasVerbBetween(sentence, 0, end)) {
          return false;
        }
      }
    }
    if (!hasVerbBetween(sentence, 0, end)) {
      return false;
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
    int mark = firstMark(sentence, end);
    return mark < 0;
  }

  /** A subordinating word at the head of the sentence; -1 if none. */
  private static int firstMark(Sentence sentence, int end) {
    for (int i = 0; i <= end && i < 2; i++) {
      if (sentence.word(i).upos().equals("SCONJ")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasVerbBetween(Sentence sentence, int from, int to) {
    for (int i = from; i <= to && i < sentence.size(); i++) {
      if (Clause.isVerb(sentence.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** The last word of a cue clause that began with this verb. */
  private int cueRight(Sentence sentence, int verb, int subject) {
    int last = verb;
    for (int i = verb + 1; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (QuoteFinder.isMark(word.form())
          || QuoteFinder.isDash(word.form())
          || word.form().equals(":")) {
        break;
      }
      boolean inSubject = subject > verb && sentence.dominates(subject, i);
      if (Clause.isPunctuation(word) && !inSubject) {
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

  /** Whether a word belongs to a clause that is joined to this verb from the right. */
  private boolean belongsToConjunct(Sentence sentence, int verb, int word) {
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

  /** Further pieces of a quote in the sentence of its cue, after the cue. */
  private void continuation(Draft draft, int index) {
    Sentence sentence = article.sentence(index);
    int subject = Clause.ownSubject(sentence, draft.head);
    int right = cueRight(sentence, draft.head, subject);
    int next = right + 1;
    if (next >= sentence.size()) {
      nextQuote(draft, index);
      return;
    }
    while (next < sentence.size()
        && Clause.isPunctuation(sentence.word(next))
        && !QuoteFinder.isMark(sentence.word(next).form())
        && !QuoteFinder.isDash(sentence.word(next).form())) {
      next++;
    }
    if (next >= sentence.size()) {
      nextQuote(draft, index);
      return;
    }
    Quote quote = quoteAt(sentence.word(next).span().start());
    if (quote != null && draft.quoted && !claimed.contains(quote)) {
      collectQuote(draft, quote);
      return;
    }
    int lastWord = sentence.size() - 1;
    while (lastWord > next && Clause.isPunctuation(sentence.word(lastWord))) {
      lastWord--;
    }
    if (QuoteFinder.isDash(sentence.word(next).form()) && next + 1 < sentence.size()) {
      if (draft.quoted) {
        addPiece(
            draft,
            new Span(sentence.word(next).span().start(), sentence.word(lastWord).span().end()));
        dashFrom[index] = dashFrom[index] < 0 ? next : dashFrom[index];
        dashTo[index] = sentence.size() - 1;
      }
      return;
    }
    if (draft.quoted && draft.content.size() == 1 && quoteAt(draft.start()) != null) {
      // "«...», she said, pointing at the map, «...»"
      for (int i = next + 1; i < sentence.size(); i++) {
        Quote later = quoteAt(sentence.word(i).span().start());
        if (later != null
            && !claimed.contains(later)
            && sentence.word(i - 1).form().equals(",")
            && wordCount(later.span()) > 2) {
          collectQuote(draft, later);
          return;
        }
      }
      nextQuote(draft, index);
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
        && verbs(sentence.word(head)).isEmpty()) {
      int begin = next;
      if (sentence.word(begin).upos().equals("CCONJ")) {
        begin++;
      }
      if (begin <= lastWord) {
        addPiece(
            draft,
            new Span(sentence.word(begin).span().start(), sentence.word(lastWord).span().end()));
      }
    }
    nextQuote(draft, index);
  }

  /** A quote that opens the next sentence of the passage, without a cue of its own. */
  private void nextQuote(Draft draft, int index) {
    if (!draft.quoted || index + 1 >= article.sentences().size()) {
      return;
    }
    Sentence next = article.sentence(index + 1);
    if (next.passage() != article.sentence(index).passage()) {
      return;
    }
    Quote quote = quoteAt(next.span().start());
    if (quote == null || claimed.contains(quote)) {
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
    if (!hasWords(rest)) {
      collectQuote(draft, quote);
    }
  }

  /** Adds a quote and, when it runs on over paragraphs, its continuations. */
  private void collectQuote(Draft draft, Quote quote) {
    // Earlier paragraphs of the same quote.
    int at = quotes.indexOf(quote);
    int first = at;
    while (first > 0 && quotes.get(first).continued() && quotes.get(first - 1).open()) {
      first--;
    }
    for (int i = first; i <= at; i++) {
      addPiece(draft, quotes.get(i).span());
      claimed.add(quotes.get(i));
    }
    while (quotes.get(at).open() && at + 1 < quotes.size() && quotes.get(at + 1).continued()) {
      at++;
      addPiece(draft, quotes.get(at).span());
      claimed.add(quotes.get(at));
    }
  }

  private static void addPiece(Draft draft, Span span) {
    for (Span piece : draft.content) {
      if (piece.contains(span)) {
        return;
      }
    }
    draft.content.add(span);
    draft.content.sort(Comparator.naturalOrder());
  }

  // ------------------------------------------------------- cues with their content after them

  private void complements(int index, @Nullable Draft tail) {
    Sentence sentence = article.sentence(index);
    for (int word = 0; word < sentence.size(); word++) {
      if (inDash(index, word) || inQuote(sentence.word(word).span())) {
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
        drafts.add(wish);
        continue;
      }
      if (upos.equals("VERB") || upos.equals("ADJ") || upos.equals("AUX")) {
        for (Cue cue : verbs(token)) {
          if (matches(sentence, word, cue)) {
            Draft draft = complement(index, word, cue, tail);
            if (draft != null) {
              drafts.add(draft);
              break;
            }
          }
        }
      } else if (upos.equals("NOUN")) {
        for (Cue cue : lexicon.nouns(Clause.form(token), Clause.lemma(token))) {
          if (matches(sentence, word, cue)) {
            Draft draft = nominal(index, word, cue);
            if (draft != null) {
              drafts.add(draft);
              break;
            }
          }
        }
      }
    }
  }

  /** "will not comment", "wants a ceasefire", in Norwegian with an auxiliary; null if none. */
  private @Nullable Draft wish(int index, int verb) {
    Sentence sentence = article.sentence(index);
    Word word = sentence.word(verb);
    if (!Clause.isVerb(word) && !word.upos().equals("ADJ") && !word.upos().equals("NOUN")) {
      return null;
    }
    int modal = -1;
    for (int child : sentence.children(verb)) {
      if (child < verb && verbIs("modals", sentence.word(child))) {
        modal = child;
      }
    }
    if (hypothetical(sentence, verb)) {
      return null;
    }
    if (modal < 0) {
      return neither(index, verb);
    }
    boolean negated = negated(sentence, verb) || negated(sentence, modal);
    boolean want = verbIs("want", sentence.word(modal));
    boolean have = verbIs("get", word);
    if (!negated && !(want && (have || isHeading(sentence)))) {
      return null;
    }
    int subject = subject(index, verb);
    if (subject == DIALOGUE) {
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
    int to = end(sentence, verb, from);
    // "will not say anything about ...": what is not said is the content.
    if (negated && !verbs(word).isEmpty() && from == verb && to > verb) {
      int[] clause = clause(sentence, verb);
      if (clause != null) {
        from = clause[0];
        to = clause[1];
      }
    }
    if (to < from) {
      return null;
    }
    Draft draft = new Draft(index, verb, null, "wish");
    draft.note = "modal:" + Clause.lemma(sentence.word(modal)) + (negated ? " negated" : "");
    draft.content.add(new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
    claimInside(draft.content.get(0));
    draft.cue = sentence.word(modal).span();
    draft.act = negated ? Act.REFUSE : have ? Act.DEMAND : Act.HOPE;
    if (subject == NONE) {
      if (!isHeading(sentence)) {
        return null;
      }
    } else {
      speaker(draft, index, verb, subject, verb);
      if (draft.speaker == null) {
        return null;
      }
    }
    return draft;
  }

  /** "neither confirms nor denies ...". */
  private @Nullable Draft neither(int index, int verb) {
    Sentence sentence = article.sentence(index);
    if (verb == 0
        || !lexicon.is("neither", Clause.form(sentence.word(verb - 1)))
        || verbs(sentence.word(verb)).isEmpty()) {
      return null;
    }
    int last = -1;
    for (int i = verb + 1; i < sentence.size() && i < verb + 4; i++) {
      if (!verbs(sentence.word(i)).isEmpty() && sentence.word(i - 1).upos().equals("CCONJ")) {
        last = i;
      }
    }
    int subject = subject(index, verb);
    if (last < 0 || last + 1 >= sentence.size() || subject < 0) {
      return null;
    }
    int to = sentence.size() - 1;
    for (int i = last + 1; i < sentence.size(); i++) {
      if (Clause.isPunctuation(sentence.word(i)) && !QuoteFinder.isMark(sentence.word(i).form())) {
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
    speaker(draft, index, verb, subject, verb);
    return draft.speaker == null ? null : draft;
  }

  private @Nullable Draft complement(int index, int verb, Cue cue, @Nullable Draft tail) {
    Sentence sentence = article.sentence(index);
    if (hypothetical(sentence, verb)
        || isHeading(sentence)
            && sentence.word(verb).upos().equals("ADJ")
            && subject(index, verb) == NONE) {
      return null;
    }
    int[] range = null;
    @Nullable CueFrame frame = CueFrame.CLAUSE;
    if (cue.frames().contains(CueFrame.AFTER) && !cue.with().isEmpty()) {
      frame = CueFrame.AFTER;
      range = after(sentence, verb, cue);
    }
    if (range == null && cue.frames().contains(CueFrame.CLAUSE)) {
      frame = CueFrame.CLAUSE;
      range = clause(sentence, verb);
    }
    if (range == null && cue.frames().contains(CueFrame.INF)) {
      frame = CueFrame.INF;
      range = infinitive(sentence, verb);
    }
    if (range == null && cue.frames().contains(CueFrame.AS)) {
      frame = CueFrame.AS;
      range = object(sentence, verb, true);
    }
    boolean pointing =
        verb == 1
            && lexicon.is("pointers", Clause.form(sentence.word(0)))
            && sentence.size() > 2
            && nominalAt(sentence, 2);
    if (range == null && !pointing && cue.frames().contains(CueFrame.OBJECT) && !cue.toObject()) {
      frame = CueFrame.OBJECT;
      range = object(sentence, verb, false);
    }
    boolean passive = Clause.isPassive(sentence, verb, lexicon);
    if (range == null && !passive && !pointing) {
      frame = surfaceFrame(sentence, verb, cue);
      if (frame != null) {
        range = surface(sentence, verb, cue, frame);
      } else {
        frame = CueFrame.CLAUSE;
      }
    }
    if (passive
        && range == null
        && cue.frames().contains(CueFrame.OBJECT)
        && agent(sentence, verb) >= 0) {
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
    if (range == null && !cue.with().isEmpty()) {
      return null;
    }
    @Nullable Span back = null;
    if (range == null) {
      back = pointedAt(index, verb, cue);
      if (back == null) {
        return null;
      }
      frame = CueFrame.OBJECT;
      range = new int[] {0, 0};
    }
    Draft draft = new Draft(index, verb, cue, back == null ? frame.label() : "back");
    draft.content.add(
        back != null
            ? back
            : new Span(
                sentence.word(range[0]).span().start(), sentence.word(range[1]).span().end()));
    claimInside(draft.content.get(0));
    draft.cue = sentence.word(verb).span();
    draft.act = cue.act(frame);
    draft.open = cue.speech();
    draft.negated = negated(sentence, verb);
    int subject = subject(index, verb);
    if (subject == NONE && !isHeading(sentence)) {
      return null;
    }
    if (tail != null
        && tail.head >= 0
        && verb > tail.head
        && (subject == DIALOGUE || subject >= 0 && tail.covers(sentence.word(subject).span()))) {
      // "..., she said, and warned ...": the verb hangs in the quote, its subject is the cue's.
      draft.speakerSentence = tail.speakerSentence;
      draft.speakerWord = tail.speakerWord;
      draft.speaker = tail.speaker;
      draft.speakerSpan = tail.speakerSpan;
    } else if (subject == DIALOGUE) {
      return null;
    } else {
      speaker(draft, index, verb, subject, verb);
    }
    if (cue.weak() && draft.speaker == null) {
      return null;
    }
    addressee(draft, index, verb, cue, verb + 1, range[0] - 1);
    return draft;
  }

  /**
   * The first word after a verb, or after the cue's last word, that its subject, adverbs and times
   * do not take; the tree is not asked for more than the subject.
   */
  private int surfaceStart(Sentence sentence, int verb, Cue cue) {
    int at = lastWord(sentence, verb, cue) + 1;
    int subject = invertedSubject(sentence, verb);
    while (at > 0 && at < sentence.size()) {
      Word word = sentence.word(at);
      if (subject >= at && sentence.dominates(subject, at)
          || word.upos().equals("ADV")
          || word.upos().equals("PART") && !lexicon.is("infinitive", Clause.form(word))
          || lexicon.is("time", Clause.form(word))
          || lexicon.is("negations", Clause.form(word))) {
        at++;
      } else if (sourceBegins(sentence, at) && word.head() > at) {
        at = Clause.rightEdge(sentence, word.head()) + 1;
      } else if (word.upos().equals("ADP")
          && at + 1 < sentence.size()
          && lexicon.is("time", Clause.form(sentence.word(at + 1)))) {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }

  /**
   * The frame that the words after a cue have, whatever their tree says; null if none of its own.
   */
  private @Nullable CueFrame surfaceFrame(Sentence sentence, int verb, Cue cue) {
    int at = surfaceStart(sentence, verb, cue);
    if (at <= verb || at >= sentence.size()) {
      return null;
    }
    Word word = sentence.word(at);
    String form = Clause.form(word);
    Set<CueFrame> frames = cue.frames();
    if (lexicon.is("markers", form) && (frames.contains(CueFrame.CLAUSE))) {
      return CueFrame.CLAUSE;
    }
    if (lexicon.is("infinitive", form) && frames.contains(CueFrame.INF)) {
      return CueFrame.INF;
    }
    if (cue.toObject()
        || cue.with().isEmpty()
            && Clause.ownSubject(sentence, verb) < 0
            && !isHeading(sentence)
            && !sentence.word(verb).relation().equals("conj")) {
      return null;
    }
    boolean quote = QuoteFinder.isMark(word.form()) && quoteAt(word.span().start()) != null;
    if (quote || nominalAt(sentence, at) && !lexicon.is("reflexives", form)) {
      if (frames.contains(CueFrame.AS)) {
        return CueFrame.AS;
      }
      if (frames.contains(CueFrame.OBJECT)) {
        return CueFrame.OBJECT;
      }
    }
    return null;
  }

  private int @Nullable [] surface(Sentence sentence, int verb, Cue cue, CueFrame frame) {
    int from = surfaceStart(sentence, verb, cue);
    if (frame == CueFrame.CLAUSE) {
      from++;
    }
    if (from >= sentence.size()) {
      return null;
    }
    int to =
        frame == CueFrame.OBJECT || frame == CueFrame.AS
            ? nominalEnd(sentence, verb, from)
            : end(sentence, verb, from);
    return to < from ? null : new int[] {from, to};
  }

  /** "That is what the minister confirmed": the sentence before, or the pronoun itself. */
  private @Nullable Span pointedAt(int index, int verb, Cue cue) {
    Sentence sentence = article.sentence(index);
    int subject = invertedSubject(sentence, verb);
    if (subject < 0 && verb == 1 && surfaceSubject(index, verb) == 2) {
      subject = 2;
    }
    if (subject < 0 && verb == 1 && sentence.size() > 2) {
      for (int i = 2; i < Math.min(7, sentence.size()) && subject < 0; i++) {
        subject = actor(index, i) != null ? i : -1;
      }
    }
    if (verb == 0
        || verb > 3
        || subject < 0
        || !lexicon.is("pointers", Clause.form(sentence.word(0)))
        || !(sentence.word(verb - 1).head() == verb || verb == 1)) {
      return null;
    }
    return switch (cue.act()) {
      case DENY, REFUSE, ACCUSE, CRITICISE, HOPE, PRAISE, SUPPORT -> sentence.word(0).span();
      default -> {
        if (index == 0 || article.sentence(index - 1).passage() != sentence.passage()) {
          yield null;
        }
        yield article.sentence(index - 1).span();
      }
    };
  }

  private static final int NONE = -1;
  private static final int DIALOGUE = -2;

  /** The speaker's word for a verb that governs its content; NONE or DIALOGUE. */
  private int subject(int index, int verb) {
    Sentence sentence = article.sentence(index);
    int at = verb;
    for (int steps = 0; steps < 6; steps++) {
      int subject = Clause.ownSubject(sentence, at);
      if (subject >= 0) {
        if (Clause.isPassive(sentence, at, lexicon)) {
          return agent(sentence, at);
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
          return head >= 0 && sentence.word(at).relation().equals("acl") ? head : NONE;
        }
        if (lexicon.is("dialogue", form)) {
          return DIALOGUE;
        }
        return subject;
      }
      if (Clause.isPassive(sentence, at, lexicon)) {
        return agent(sentence, at);
      }
      if (isFiniteForm(sentence.word(at))) {
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

  /** An actor's word right before a finite verb, or right after it; -1 if none. */
  private int surfaceSubject(int index, int verb) {
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
    if (at >= 0 && nominalAt(sentence, at) && actor(index, at) != null) {
      return at;
    }
    if (!lexicon.is("order", "free")
        && verb + 1 < sentence.size()
        && nominalAt(sentence, verb + 1)
        && at >= 0
        && !sentence.word(at).upos().equals("CCONJ")
        && actor(index, verb + 1) != null) {
      return verb + 1;
    }
    return -1;
  }

  private int agent(Sentence sentence, int verb) {
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

  private boolean negated(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      if (lexicon.is("negations", Clause.form(sentence.word(child)))) {
        return true;
      }
    }
    return false;
  }

  /** "if he says", "did he say?", "to say". */
  private boolean hypothetical(Sentence sentence, int verb) {
    int mark = sentence.child(verb, "mark");
    if (mark >= 0 && lexicon.is("conditionals", Clause.form(sentence.word(mark)))) {
      return true;
    }
    return isQuestion(sentence);
  }

  private boolean isQuestion(Sentence sentence) {
    for (int i = sentence.size() - 1; i >= 0 && i >= sentence.size() - 2; i--) {
      if (sentence.word(i).form().equals("?") && !inQuote(sentence.word(i).span())) {
        return true;
      }
    }
    return false;
  }

  /** Words from and to of the complement that the cue's last word introduces; null if none. */
  private int @Nullable [] after(Sentence sentence, int verb, Cue cue) {
    int last = lastWord(sentence, verb, cue);
    if (last < 0 || last + 1 >= sentence.size()) {
      return null;
    }
    int from = last + 1;
    int head = sentence.word(last).head();
    if (cue.adjacent()
        && sentence.child(verb, "obj") > verb
        && sentence.child(verb, "obj") < last) {
      return null;
    }
    if (lexicon.is("markers", Clause.form(sentence.word(from)))) {
      from++;
    }
    if (from >= sentence.size()
        || Clause.isPunctuation(sentence.word(from))
            && !QuoteFinder.isMark(sentence.word(from).form())) {
      return null;
    }
    if (head >= 0
        && head < last
        && sentence.dominates(verb, last)
        && sentence.word(last).relation().equals("case")) {
      return null;
    }
    boolean nominal =
        !Clause.isVerb(sentence.word(from))
            && !lexicon.is("infinitive", Clause.form(sentence.word(from)))
            && from == last + 1;
    int to = nominal ? nominalEnd(sentence, verb, from) : end(sentence, verb, from);
    return to < from ? null : new int[] {from, to};
  }

  private int @Nullable [] clause(Sentence sentence, int verb) {
    int marker = markerAfter(sentence, verb);
    if (marker >= 0 && marker + 1 < sentence.size()) {
      int to = end(sentence, verb, marker + 1);
      return to <= marker ? null : new int[] {marker + 1, to};
    }
    for (int child : sentence.children(verb)) {
      Word word = sentence.word(child);
      if (child > verb && word.relation().equals("ccomp")) {
        int from = Clause.leftEdge(sentence, child);
        if (from <= verb) {
          from = verb + 1;
        }
        from = skipLead(sentence, from);
        int beside = verb + 1;
        int inverted = invertedSubject(sentence, verb);
        if (inverted < 0
            && beside < from
            && nominalAt(sentence, beside)
            && hasVerbBetween(sentence, beside, from - 1)) {
          from = beside;
        }
        int to = end(sentence, verb, from);
        return to < from ? null : new int[] {from, to};
      }
    }
    return null;
  }

  /** The marker ("at", "that") of a clause that the verb governs from the left; -1 if none. */
  private int markerAfter(Sentence sentence, int verb) {
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

  private int @Nullable [] infinitive(Sentence sentence, int verb) {
    for (int child : sentence.children(verb)) {
      Word word = sentence.word(child);
      if (child <= verb
          || !(word.relation().equals("xcomp")
              || word.relation().equals("ccomp")
              || word.relation().equals("obj"))) {
        continue;
      }
      for (int grandchild : sentence.children(child)) {
        if (lexicon.is("infinitive", Clause.form(sentence.word(grandchild))) && grandchild > verb) {
          int to = end(sentence, verb, grandchild);
          return to < grandchild ? null : new int[] {grandchild, to};
        }
      }
    }
    return null;
  }

  private int @Nullable [] object(Sentence sentence, int verb, boolean predicate) {
    int own = Clause.ownSubject(sentence, verb);
    int inverted = own < 0 || own < verb ? -1 : own;
    int object = -1;
    for (int child : sentence.children(verb)) {
      Word word = sentence.word(child);
      String relation = word.relation();
      boolean nominal =
          relation.equals("obj")
              || relation.equals("iobj")
              || child > verb && own >= 0 && own < verb && relation.equals("nsubj")
              || predicate && child > verb && relation.equals("xcomp");
      if (!nominal
          || child == inverted
          || lexicon.is("time", Clause.form(word))
          || lexicon.is("reflexives", Clause.form(word))) {
        continue;
      }
      if (object < 0 || object < verb && child > verb) {
        object = child;
      }
      if (child > verb) {
        break;
      }
    }
    if (object < 0) {
      return null;
    }
    if (object < verb) {
      int[] subtree = sentence.subtree(object);
      if (inverted < 0 || lexicon.is("relatives", Clause.form(sentence.word(object)))) {
        return null;
      }
      return new int[] {subtree[0], subtree[subtree.length - 1]};
    }
    int from = Math.max(verb + 1, Clause.leftEdge(sentence, object));
    if (inverted > verb && from <= Clause.rightEdge(sentence, inverted)) {
      from = Math.max(from, Math.min(object, Clause.rightEdge(sentence, inverted) + 1));
    }
    // A mark that opens a quoted object belongs to it.
    if (from > verb + 1
        && QuoteFinder.isMark(sentence.word(from - 1).form())
        && quoteAt(sentence.word(from - 1).span().start()) != null) {
      from--;
    }
    int to = nominalEnd(sentence, verb, from);
    return to < from ? null : new int[] {from, to};
  }

  /**
   * The end of nominal content: before a relative clause that a comma sets off, and before where
   * and when the verb took place.
   */
  private int nominalEnd(Sentence sentence, int verb, int from) {
    int to = end(sentence, verb, from);
    for (int i = from + 1; i <= to; i++) {
      int branch = branch(sentence, verb, i);
      if (branch < from || inQuote(sentence.word(i).span())) {
        continue;
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
          && !inQuote(sentence.word(i).span())
          && (lexicon.is("relatives", Clause.form(sentence.word(i + 1)))
              || lexicon.is("asides", Clause.form(sentence.word(i + 1))))) {
        return i - 1;
      }
    }
    return to;
  }

  /** Whether these words say when: a time word among them, or a conjunction of time before them. */
  private boolean isWhen(Sentence sentence, int from, int to) {
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
  private int end(Sentence sentence, int verb, int from) {
    int last = from - 1;
    for (int i = from; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (Clause.isPunctuation(word) && !QuoteFinder.isMark(word.form())) {
        if (word.form().equals(":")
            || word.form().equals(";")
            || word.form().equals(",") && sourceBegins(sentence, i + 1)) {
          break;
        }
        continue;
      }
      if (!sentence.dominates(verb, i)) {
        if (QuoteFinder.isMark(word.form()) && inQuote(word.span()) && last >= from) {
          Quote quote = quoteEndingAt(word.span().end(), word.span().end());
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
      if (branch > from || branch >= 0 && branch < from && false) {
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
                && !QuoteFinder.isMark(sentence.word(last).form()))) {
      last--;
    }
    return last;
  }

  /** Whether a source phrase begins at this word ("according to ..."). */
  private boolean sourceBegins(Sentence sentence, int word) {
    if (word + 1 >= sentence.size()) {
      return false;
    }
    for (CueLexicon.Source source : lexicon.sources()) {
      if (startsWith(sentence, word, source.words())) {
        return true;
      }
    }
    return lexicon.is("asfarlead", Clause.form(sentence.word(word)))
        && lexicon.is("asfar", Clause.form(sentence.word(word + 1)));
  }

  private static boolean isFiniteForm(Word word) {
    return Clause.isVerb(word)
        && !word.feat("VerbForm").equals("Inf")
        && !word.feat("VerbForm").equals("Part");
  }

  /** Whether a word stands in a quote that began in the content. */
  private boolean inside(Sentence sentence, int from, int word) {
    Quote quote = quoteOver(sentence.word(word).span().start());
    return quote != null && quote.span().start() >= sentence.word(from).span().start();
  }

  /** The dependent of the verb under which a word stands; -1 if none. */
  private static int branch(Sentence sentence, int verb, int word) {
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

  /** "she said: «...»". */
  private @Nullable Draft colon(int index, int verb, Cue cue) {
    Sentence sentence = article.sentence(index);
    int at = -1;
    for (int i = verb + 1; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (word.form().equals(":")) {
        at = i + 1;
        break;
      }
      if (QuoteFinder.isMark(word.form())
          && quoteAt(word.span().start()) != null
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
    int subject = subject(index, verb);
    if (subject == NONE || subject == DIALOGUE) {
      return null;
    }
    Draft draft = new Draft(index, verb, cue, "colon");
    if (at >= sentence.size()) {
      if (!nextSentence(draft, index)) {
        return null;
      }
      draft.cue = sentence.word(verb).span();
      draft.act = cue.act(CueFrame.QUOTE);
      draft.open = cue.speech();
      speaker(draft, index, verb, subject, verb);
      addressee(draft, index, verb, cue, verb + 1, at - 2);
      return draft;
    }
    Quote quote = quoteAt(sentence.word(at).span().start());
    if (quote != null) {
      if (claimed.contains(quote)) {
        return null;
      }
      collectQuote(draft, quote);
      draft.quoted = true;
    } else {
      int to = sentence.size() - 1;
      if (to <= at) {
        return null;
      }
      draft.content.add(new Span(sentence.word(at).span().start(), sentence.word(to).span().end()));
      draft.quoted = QuoteFinder.isDash(sentence.word(at).form());
      if (draft.quoted) {
        dropLoose(index, at, draft);
      }
    }
    draft.cue = sentence.word(verb).span();
    draft.act = cue.act(CueFrame.QUOTE);
    draft.open = cue.speech();
    speaker(draft, index, verb, subject, verb);
    addressee(draft, index, verb, cue, verb + 1, at - 1);
    return draft;
  }

  /** Takes the sentence after a colon as content: a quote, dash speech or a bare sentence. */
  private boolean nextSentence(Draft draft, int index) {
    if (index + 1 >= article.sentences().size()) {
      return false;
    }
    Sentence next = article.sentence(index + 1);
    if (next.passage() != article.sentence(index).passage()) {
      return false;
    }
    Quote quote = quoteAt(next.span().start());
    if (quote != null) {
      if (claimed.contains(quote)) {
        return false;
      }
      collectQuote(draft, quote);
      draft.quoted = true;
      return true;
    }
    if (QuoteFinder.isDash(next.word(0).form())) {
      return false;
    }
    draft.content.add(next.span());
    claimInside(next.span());
    return true;
  }

  /** Content of an open dash stretch that a colon cue takes. */
  private void dropLoose(int index, int at, Draft draft) {
    // The stretch is still open while its passage is read; it is joined when it closes.
    draft.note = "colon-dash";
  }

  private @Nullable Draft nominal(int index, int noun, Cue cue) {
    Sentence sentence = article.sentence(index);
    int last = lastWord(sentence, noun, cue);
    if (last < 0 || last + 1 >= sentence.size() || hypothetical(sentence, noun)) {
      return null;
    }
    int from = last + 1;
    if (lexicon.is("markers", Clause.form(sentence.word(from)))) {
      from++;
    }
    if (from >= sentence.size()) {
      return null;
    }
    int to = end(sentence, noun, from);
    if (to < from) {
      return null;
    }
    int source = -1;
    for (int child : sentence.children(noun)) {
      Word word = sentence.word(child);
      if (child < noun
          && (word.deprel().equals("nmod:poss")
              || word.relation().equals("nmod") && word.feat("Case").equals("Gen"))) {
        source = child;
      } else if (child > noun && child < from && word.relation().equals("nmod")) {
        int preposition = sentence.child(child, "case");
        if (preposition >= 0 && lexicon.is("own", Clause.form(sentence.word(preposition)))) {
          source = child;
        }
      }
    }
    if (source < 0
        || lexicon.is("reflexives", Clause.form(sentence.word(source)))
        || lexicon.is("owns", Clause.form(sentence.word(source)))) {
      // "repeated its demand for ...": whose it is, the clause's subject tells.
      int governor = sentence.word(noun).head();
      boolean object = sentence.word(noun).relation().equals("obj");
      boolean own = source >= 0;
      boolean given = governor >= 0 && verbIs("give", sentence.word(governor)) && (object || own);
      if (!own && !given) {
        return null;
      }
      source = governor < 0 ? NONE : subject(index, governor);
      if (source < 0) {
        return null;
      }
    }
    Draft draft = new Draft(index, noun, cue, "noun");
    draft.content.add(new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
    claimInside(draft.content.get(0));
    draft.cue = new Span(sentence.word(noun).span().start(), sentence.word(last).span().end());
    draft.act = cue.act();
    speaker(draft, index, noun, source, noun);
    if (draft.speaker == null) {
      return null;
    }
    return draft;
  }

  // ------------------------------------------------------- sources after a preposition

  private void sources(int index) {
    Sentence sentence = article.sentence(index);
    relays(index);
    for (int word = 0; word < sentence.size(); word++) {
      if (inDash(index, word) || inQuote(sentence.word(word).span())) {
        continue;
      }
      if (asFar(index, word)) {
        continue;
      }
      for (CueLexicon.Source source : lexicon.sources()) {
        int size = source.words().size();
        if (startsWith(sentence, word, source.words()) && word + size < sentence.size()) {
          source(index, word, word + size - 1, source);
          word += size - 1;
          break;
        }
      }
    }
  }

  /** "..., she said, reports the agency": a medium's cue clause after that of a statement. */
  private void relays(int index) {
    Sentence sentence = article.sentence(index);
    for (int verb = 2; verb < sentence.size(); verb++) {
      Word word = sentence.word(verb);
      if (!Clause.isVerb(word)
          || !sentence.word(verb - 1).form().equals(",")
          || verbs(word).stream().noneMatch(cue -> cue.frames().contains(CueFrame.QUOTE))) {
        continue;
      }
      String medium = null;
      for (int i = verb + 1; i < sentence.size() && i < verb + 6; i++) {
        if (Clause.isPunctuation(sentence.word(i))) {
          break;
        }
        String actor = actor(index, i);
        if (actor != null && isMedia(actor)) {
          medium = actor;
          break;
        }
      }
      if (medium == null) {
        continue;
      }
      for (Draft draft : drafts) {
        if (draft.sentence == index
            && draft.head >= 0
            && draft.head < verb
            && draft.end() <= word.span().start()
            && !medium.equals(draft.speaker)
            && !draft.via.contains(medium)) {
          draft.via.add(medium);
        }
      }
    }
  }

  /** "according to what the paper has learned": the paper is the source. */
  private boolean asFar(int index, int word) {
    Sentence sentence = article.sentence(index);
    if (word + 3 >= sentence.size()
        || !lexicon.is("asfarlead", Clause.form(sentence.word(word)))
        || !lexicon.is("asfar", Clause.form(sentence.word(word + 1)))) {
      return false;
    }
    for (int i = word + 2; i < sentence.size() && i < word + 9; i++) {
      if (!verbIs("learn", sentence.word(i))) {
        continue;
      }
      int subject = Clause.ownSubject(sentence, i);
      if (subject < word || subject > i) {
        subject = i - 1;
      }
      int last = i;
      while (last + 1 < sentence.size()
          && !Clause.isPunctuation(sentence.word(last + 1))
          && last < i + 2
          && (lexicon.is("learned", Clause.form(sentence.word(last + 1))))) {
        last++;
      }
      int from = 0;
      int to = word - 1;
      if (word == 0) {
        from = skipLead(sentence, last + 1);
        to = sentence.size() - 1;
      }
      while (to > from
          && Clause.isPunctuation(sentence.word(to))
          && !QuoteFinder.isMark(sentence.word(to).form())) {
        to--;
      }
      if (to <= from || to >= sentence.size()) {
        return false;
      }
      Draft draft = new Draft(index, i, null, "source");
      draft.note = "as-far-as:" + Clause.lemma(sentence.word(i));
      draft.content.add(
          new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
      claimInside(draft.content.get(0));
      draft.cue = new Span(sentence.word(word).span().start(), sentence.word(last).span().end());
      draft.act = Act.CLAIM;
      speaker(draft, index, i, subject, i);
      drafts.add(draft);
      return true;
    }
    return false;
  }

  private void source(int index, int first, int last, CueLexicon.Source source) {
    Sentence sentence = article.sentence(index);
    int head = -1;
    for (int i = first; i <= last; i++) {
      if (sentence.word(i).head() > last) {
        head = sentence.word(i).head();
      }
    }
    if (head < 0) {
      // "according" may itself be the head.
      for (int i = last + 1; i < sentence.size(); i++) {
        if (sentence.word(i).upos().equals("NOUN")
            || sentence.word(i).upos().equals("PROPN")
            || sentence.word(i).upos().equals("PRON")) {
          head = i;
          break;
        }
      }
    }
    if (head < 0) {
      return;
    }
    int right = Math.max(head, Math.min(Clause.rightEdge(sentence, head), sentence.size() - 1));
    int limit = last;
    for (int i = last + 1; i <= right; i++) {
      if (!sentence.dominates(head, i)) {
        break;
      }
      limit = i;
    }
    while (limit + 1 < sentence.size()
        && (sentence.word(limit + 1).upos().equals("PROPN")
            || sentence.word(limit + 1).upos().equals("NOUN"))
        && !Clause.isPunctuation(sentence.word(limit))) {
      limit++;
    }
    while (limit > last
        && Clause.isPunctuation(sentence.word(limit))
        && !sentence.word(limit).form().equals(")")) {
      limit--;
    }
    int clause = sentence.word(head).head();
    // A cue whose clause holds the source takes it as relay.
    for (Draft draft : drafts) {
      if (draft.sentence == index
          && draft.head >= 0
          && !draft.covers(sentence.word(first).span())) {
        String actor = actor(index, head);
        if (actor != null
            && isMedia(actor)
            && !actor.equals(draft.speaker)
            && !draft.via.contains(actor)) {
          if (clause == draft.head
              || (clause >= 0 && sentence.dominates(draft.head, clause))
              || first > draft.head
              || first == 0) {
            draft.via.add(actor);
            return;
          }
        }
      }
    }
    int from;
    int to;
    if (first == 0 || first == 1 && sentence.word(0).upos().equals("CCONJ")) {
      from = limit + 1;
      to = sentence.size() - 1;
    } else if (sentence.word(first - 1).form().equals(",")
        && (limit + 1 >= sentence.size() || Clause.isPunctuation(sentence.word(limit + 1)))) {
      from = 0;
      to = first - 1;
    } else {
      from = limit + 1;
      to = sentence.size() - 1;
      if (to - from < 3) {
        from = 0;
        to = first - 1;
      }
    }
    from = from < sentence.size() ? skipLead(sentence, from) : from;
    while (to > from
        && Clause.isPunctuation(sentence.word(to))
        && !QuoteFinder.isMark(sentence.word(to).form())) {
      to--;
    }
    if (from >= to) {
      return;
    }
    Draft draft = new Draft(index, head, null, "source");
    draft.note = "source:" + source.label();
    draft.content.add(new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
    claimInside(draft.content.get(0));
    draft.cue = new Span(sentence.word(first).span().start(), sentence.word(last).span().end());
    draft.act = source.act();
    draft.open = true;
    speaker(draft, index, head, head, head);
    drafts.add(draft);
  }

  private boolean startsWith(Sentence sentence, int at, List<String> words) {
    if (at + words.size() > sentence.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!Clause.form(sentence.word(at + i)).equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  // ------------------------------------------------------- quotes without a cue

  private void attributeLoose() {
    // Written when quotes with cues are known, in order of the text.
    for (Dash dash : loose) {
      Span span =
          new Span(
              article.sentence(dash.sentence()).word(dash.word()).span().start(),
              article.sentence(dash.endSentence()).word(dash.endWord()).span().end());
      attributeLoose(dash.sentence(), dash.word(), span, dash.passage());
    }
    for (Quote quote : quotes) {
      if (claimed.contains(quote) || quote.continued()) {
        continue;
      }
      int sentence = article.sentenceAt(quote.span().start());
      if (sentence < 0 || !speaks(article.sentence(sentence))) {
        continue;
      }
      boolean inside = false;
      for (Draft draft : drafts) {
        if (draft.covers(quote.span())) {
          inside = true;
        }
      }
      if (inside) {
        continue;
      }
      // Only a quote that fills its sentence, or follows a colon, is speech.
      Sentence first = article.sentence(sentence);
      int last = article.sentenceAt(quote.span().end() - 1);
      boolean starts = first.span().start() == quote.span().start();
      boolean afterColon = precededByColon(first, quote.span().start());
      Sentence end = article.sentence(last < 0 ? sentence : last);
      boolean ends =
          quote.span().end() >= end.span().end()
              || !hasWords(new Span(quote.span().end(), end.span().end()));
      if (!(starts || afterColon) || !ends || wordCount(quote.span()) < 2) {
        continue;
      }
      int word = 0;
      while (word < first.size() - 1 && first.word(word).span().start() < quote.span().start()) {
        word++;
      }
      attributeLoose(sentence, word, quote.span(), quote.passage());
    }
  }

  private boolean precededByColon(Sentence sentence, int position) {
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.word(i).span().start() == position) {
        return sentence.word(i - 1).form().equals(":");
      }
    }
    return false;
  }

  private void attributeLoose(int index, int word, Span span, int passage) {
    Sentence sentence = article.sentence(index);
    boolean question = article.slice(span).strip().endsWith("?");
    Draft draft = new Draft(index, -1, null, "quote");
    draft.content.add(span);
    draft.quoted = true;
    draft.open = true;
    draft.act = Act.SAY;
    // "The minister was brief:" and then the speech in a sentence of its own.
    if (word == 0 && index > 0 && article.sentence(index - 1).passage() == sentence.passage()) {
      Sentence before = article.sentence(index - 1);
      if (before.word(before.size() - 1).form().equals(":")) {
        for (Draft other : drafts) {
          if (other.covers(span)) {
            return;
          }
        }
        int speaker = -1;
        for (int i = 0; i < before.size() && speaker < 0; i++) {
          if (Clause.isVerb(before.word(i)) && Clause.ownSubject(before, i) >= 0) {
            int subject = subject(index - 1, i);
            speaker = subject >= 0 && actor(index - 1, subject) != null ? subject : -1;
          }
        }
        for (int i = before.size() - 2; i >= 0 && speaker < 0; i--) {
          if (actor(index - 1, i) != null && before.size() < 8) {
            speaker = i;
          }
        }
        if (speaker >= 0) {
          draft.note = "clause-colon";
          place(draft, index - 1, speaker);
          if (draft.speaker != null) {
            drafts.add(draft);
            return;
          }
        }
      }
    }
    // NAME: – speech; or a clause before the colon.
    if (word > 0) {
      for (Draft other : drafts) {
        if (other.sentence == index && other.frame.equals("colon") && other.covers(span)) {
          return;
        }
      }
      int root = sentence.root();
      int speaker = -1;
      boolean verb = hasVerbBetween(sentence, 0, word - 1);
      if (!verb) {
        for (int i = word - 2; i >= 0; i--) {
          if (actor(index, i) != null) {
            speaker = i;
            break;
          }
        }
        draft.note = "name-colon";
      } else {
        int clause = root < word ? root : -1;
        for (int i = 0; clause < 0 && i < word; i++) {
          if (Clause.isVerb(sentence.word(i))) {
            clause = i;
          }
        }
        if (clause >= 0) {
          int subject = subject(index, clause);
          if (subject >= 0) {
            speaker = subject;
          }
        }
        draft.note = "clause-colon";
      }
      if (speaker < 0) {
        return;
      }
      speaker(draft, index, speaker, speaker, speaker);
      if (draft.speaker == null) {
        return;
      }
      drafts.add(draft);
      return;
    }
    if (isHeading(sentence)) {
      heading(draft, index, span);
      return;
    }
    // A paragraph: goes on with the quote before it, or belongs to the last or next speaker.
    Draft before = lastBefore(span.start());
    boolean previousPassage =
        before != null && article.sentence(before.sentence).passage() >= passage - 1;
    if (question && nextIsDash(passage)) {
      return;
    }
    if (before != null && previousPassage && before.quoted && !endsWithQuestion(before)) {
      boolean own = false;
      // The cue must close the passage before: nothing of the reporter's between.
      int lastSentence = before.sentence;
      for (int i = lastSentence + 1; i < index; i++) {
        if (article.sentence(i).span().start() > before.end()
            && !before.covers(article.sentence(i).span())) {
          own = true;
        }
      }
      if (!own) {
        addPiece(before, span);
        return;
      }
    }
    if (before != null && before.speaker == null && before.speakerWord < 0) {
      before = null;
    }
    int prior = index - 1;
    if (prior >= 0
        && sentence.passage() - article.sentence(prior).passage() <= 1
        && !isHeading(article.sentence(prior))
        && !isQuestion(article.sentence(prior))
        && dashFrom[prior] < 0
        && (before == null || before.sentence < prior || before.head < 0)) {
      int person = introduced(prior);
      if (person >= 0) {
        place(draft, prior, person);
        draft.speakerSpan = null;
        draft.note = "introduced";
        if (draft.speaker != null) {
          drafts.add(draft);
          return;
        }
      }
    }
    if (before != null) {
      draft.speakerSentence = before.speakerSentence;
      draft.speakerWord = before.speakerWord;
      draft.speaker = actorOf(before);
      draft.note = "last-speaker";
    }
    if (draft.speaker == null) {
      return;
    }
    drafts.add(draft);
  }

  /** The word of whoever a sentence is about: a person in it, its subject first; -1 if nobody. */
  private int introduced(int index) {
    Sentence sentence = article.sentence(index);
    int found = -1;
    for (int i = 0; i < sentence.size(); i++) {
      String relation = sentence.word(i).relation();
      if (!relation.equals("nsubj") && !relation.equals("obj") && !relation.equals("root")) {
        continue;
      }
      String actor = actor(index, i);
      if (actor != null && cast.actor(actor).kind() == ActorKind.PERSON) {
        if (relation.equals("nsubj")) {
          return i;
        }
        found = found < 0 ? i : found;
      }
    }
    return found;
  }

  private @Nullable String actorOf(Draft draft) {
    if (draft.speaker != null) {
      return draft.speaker;
    }
    return draft.speakerWord < 0 ? null : actor(draft.speakerSentence, draft.speakerWord);
  }

  private boolean endsWithQuestion(Draft draft) {
    return false;
  }

  private boolean nextIsDash(int passage) {
    for (Dash dash : loose) {
      if (dash.passage() == passage + 1) {
        return true;
      }
    }
    for (int i = 0; i < dashFrom.length; i++) {
      if (dashFrom[i] == 0 && article.sentence(i).passage() == passage + 1) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Draft lastBefore(int position) {
    Draft best = null;
    for (Draft draft : drafts) {
      if (draft.start() < position
          && (best == null || draft.start() > best.start())
          && !isNested(draft)) {
        best = draft;
      }
    }
    return best;
  }

  /** Headings without a subject: "Denies plans to ..." when the body names the speaker. */
  private void headlines() {
    for (Draft draft : drafts) {
      if (draft.speakerWord >= 0 || draft.speaker != null || draft.head < 0) {
        continue;
      }
      if (!isHeading(article.sentence(draft.sentence))) {
        continue;
      }
      Draft best = null;
      double bestScore = 0;
      Set<String> words = new LinkedHashSet<>();
      draft.content.forEach(piece -> words.addAll(stems(piece)));
      int seen = 0;
      for (Draft other : drafts) {
        if (other.start() <= draft.end() || other.speakerWord < 0) {
          continue;
        }
        seen++;
        Set<String> shared = new LinkedHashSet<>(words);
        Set<String> others = new LinkedHashSet<>();
        other.content.forEach(piece -> others.addAll(stems(piece)));
        shared.retainAll(others);
        double share = words.isEmpty() ? 0 : (double) shared.size() / words.size();
        double score = share * 2 + (other.act == draft.act ? 1 : 0) - 0.05 * seen;
        if (score > bestScore) {
          best = other;
          bestScore = score;
        }
      }
      if (best == null || bestScore < 0.6) {
        best = null;
        for (Draft other : drafts) {
          if (other.start() > draft.end()
              && !isHeading(article.sentence(other.sentence))
              && actorOf(other) != null
              && (best == null || other.start() < best.start())) {
            best = other;
          }
        }
        if (best == null
            || article.sentence(best.sentence).passage()
                > article.sentence(draft.sentence).passage() + 2) {
          draft.dropped = true;
          continue;
        }
      }
      draft.speakerSentence = best.speakerSentence;
      draft.speakerWord = best.speakerWord;
      draft.speaker = actorOf(best);
      draft.speakerSpan = null;
      draft.note = (draft.note + " heading").strip();
    }
  }

  /** Whether a statement's cue stands in what another statement of the sentence says. */
  private boolean isNested(Draft draft) {
    if (draft.cue == null) {
      return false;
    }
    for (Draft other : drafts) {
      if (other != draft && other.sentence == draft.sentence && other.covers(draft.cue)) {
        return true;
      }
    }
    return false;
  }

  /** A quote as a heading: its speaker is whoever says the same, or the next, in the body. */
  private void heading(Draft draft, int index, Span span) {
    Draft best = null;
    double bestShare = 0;
    Set<String> words = stems(span);
    for (Draft other : drafts) {
      if (other.start() <= span.end() || other.speakerWord < 0) {
        continue;
      }
      Set<String> shared = new LinkedHashSet<>(words);
      Set<String> others = new LinkedHashSet<>();
      other.content.forEach(piece -> others.addAll(stems(piece)));
      shared.retainAll(others);
      double share = words.isEmpty() ? 0 : (double) shared.size() / words.size();
      if (share > bestShare) {
        best = other;
        bestShare = share;
      }
    }
    if (best == null || bestShare < 0.3) {
      Draft next = null;
      for (Draft other : drafts) {
        if (other.start() > span.end()
            && other.quoted
            && other.speakerWord >= 0
            && (next == null || other.start() < next.start())) {
          next = other;
        }
      }
      if (best == null) {
        best = next;
      }
    }
    if (best == null) {
      return;
    }
    draft.speakerSentence = best.speakerSentence;
    draft.speakerWord = best.speakerWord;
    draft.speaker = actorOf(best);
    draft.note = "heading";
    if (draft.speaker != null) {
      drafts.add(draft);
    }
  }

  private Set<String> stems(Span span) {
    Set<String> stems = new LinkedHashSet<>();
    int sentence = article.sentenceAt(span.start());
    for (int i = Math.max(0, sentence); i < article.sentences().size() && sentence >= 0; i++) {
      Sentence each = article.sentence(i);
      if (each.span().start() >= span.end()) {
        break;
      }
      for (Word word : each.words()) {
        if (span.contains(word.span())) {
          switch (word.upos()) {
            case "NOUN", "PROPN", "VERB", "ADJ", "NUM" -> stems.add(Clause.lemma(word));
            default -> {}
          }
        }
      }
    }
    return stems;
  }

  // ------------------------------------------------------- who and to whom

  private @Nullable String actor(int sentence, int word) {
    return word < 0 ? null : cast.actorAt(sentence, word);
  }

  private void speaker(Draft draft, int index, int verb, int subject, int right) {
    Sentence sentence = article.sentence(index);
    int word = subject;
    if (word >= 0
        && word != verb
        && !lexicon.is("order", "free")
        && actor(index, word) == null | lexicon.is("time", Clause.form(sentence.word(word)))
        && Clause.isVerb(sentence.word(verb))) {
      // What the tree calls subject is none: take the actor right after the verb.
      for (int i = verb + 1; i < sentence.size() && i < verb + 5 && nominalAt(sentence, i); i++) {
        if (actor(index, i) != null && !lexicon.is("time", Clause.form(sentence.word(i)))) {
          word = i;
          break;
        }
      }
    }
    if (word < 0) {
      if (Clause.isPassive(sentence, verb, lexicon)
          || sentence.child(verb, "expl") >= 0
          || impersonalSubject(sentence, verb)) {
        word = sourceOf(sentence, verb, right);
      } else if (right > verb && nominalAt(sentence, verb + 1)) {
        word = verb + 1;
        for (int i = verb + 1; i <= right; i++) {
          if (actor(index, i) != null) {
            word = i;
            break;
          }
        }
      }
    } else if (lexicon.is("impersonal", Clause.form(sentence.word(word)))
        && word != sentence.root()) {
      word = sourceOf(sentence, verb, right);
    }
    if (word < 0) {
      return;
    }
    place(draft, index, word);
  }

  private boolean impersonalSubject(Sentence sentence, int verb) {
    int subject = Clause.ownSubject(sentence, verb);
    return subject >= 0 && lexicon.is("impersonal", Clause.form(sentence.word(subject)));
  }

  /** "heter det i en uttalelse fra departementet". */
  private int sourceOf(Sentence sentence, int verb, int right) {
    int found = -1;
    for (int i = verb + 1; i <= right && i < sentence.size(); i++) {
      if (sentence.word(i).relation().equals("case")
          && lexicon.is("source", Clause.form(sentence.word(i)))
          && sentence.word(i).head() > i) {
        found = sentence.word(i).head();
      }
    }
    return found;
  }

  private void utteranceSpeaker(Draft draft, int index, int noun, int right) {
    Sentence sentence = article.sentence(index);
    int source = -1;
    for (int child : sentence.children(noun)) {
      Word word = sentence.word(child);
      if (word.relation().equals("nmod") || word.deprel().equals("nmod:poss")) {
        source = child;
        break;
      }
    }
    if (source < 0) {
      source = sourceOf(sentence, noun, right);
    }
    draft.speakerWord = -1;
    draft.speaker = null;
    draft.speakerSpan = null;
    if (source >= 0) {
      place(draft, index, source);
    }
  }

  private void place(Draft draft, int index, int word) {
    Sentence sentence = article.sentence(index);
    draft.speakerSentence = index;
    draft.speakerWord = word;
    draft.speaker = actor(index, word);
    draft.speakerSpan = cast.mentionAt(index, word);
    if (draft.speaker == null || cast.actor(draft.speaker).kind() != ActorKind.PERSON) {
      // "Ukrainas utenriksminister Dmytro Kuleba": the chunk may name a person further on.
      for (int i = word + 1; i < sentence.size() && i < word + 8; i++) {
        if (!nominalAt(sentence, i) || Clause.isVerb(sentence.word(i))) {
          break;
        }
        String actor = actor(index, i);
        if (actor != null && cast.actor(actor).kind() == ActorKind.PERSON) {
          draft.speaker = actor;
          draft.speakerSpan = cast.mentionAt(index, i);
          draft.speakerWord = i;
        }
      }
    }
    if (draft.speaker == null) {
      for (int child : sentence.children(word)) {
        String relation = sentence.word(child).relation();
        if ((relation.equals("flat") || relation.equals("appos") || relation.equals("compound"))
            && actor(index, child) != null) {
          draft.speaker = actor(index, child);
          draft.speakerSpan = cast.mentionAt(index, child);
          break;
        }
      }
    }
    if (draft.speakerSpan == null) {
      draft.speakerSpan = sentence.subtreeSpan(word);
    }
  }

  private void addressee(Draft draft, int index, int verb, @Nullable Cue cue, int from, int to) {
    Sentence sentence = article.sentence(index);
    for (int i = from; draft.addressee == null && i <= to && i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (draft.covers(word.span()) || !nominalAt(sentence, i) || word.upos().equals("ADJ")) {
        continue;
      }
      String actor = actor(index, i);
      if (actor == null || actor.equals(draft.speaker) || actor.equals(actorOf(draft))) {
        continue;
      }
      // The preposition before its mention, if any, must be one of address.
      Span mention = cast.mentionAt(index, i);
      int first = i;
      while (first > from && mention != null && mention.contains(sentence.word(first - 1).span())) {
        first--;
      }
      int before = first - 1;
      while (before > verb
          && (sentence.word(before).upos().equals("DET")
              || sentence.word(before).upos().equals("ADJ")
              || sentence.word(before).upos().equals("NUM"))) {
        before--;
      }
      String form = Clause.form(sentence.word(before));
      boolean addressed =
          lexicon.is("addressee", form)
              && !(cue != null && cue.with().contains(form) && !cue.toObject());
      boolean bare =
          before == verb && (draft.speakerWord < verb || cue != null && cue.toObject())
              || before == draft.speakerWord
              || lexicon.is("time", form)
              || lexicon.is("negations", form)
              || sentence.word(before).upos().equals("ADV")
              || before > verb
                  && sentence.word(before).head() == verb
                  && sentence.word(before).upos().equals("PRON")
              || cue != null && cue.with().contains(form) && cue.toObject();
      if (addressed || bare && cue != null) {
        draft.addressee = actor;
      }
    }
    if (draft.addressee == null && cue != null && cue.toContent() && !draft.content.isEmpty()) {
      Span first = draft.content.get(0);
      for (int i = 0; i < sentence.size(); i++) {
        Word word = sentence.word(i);
        if (word.span().start() < first.start()) {
          continue;
        }
        String actor = actor(index, i);
        Span mention = cast.mentionAt(index, i);
        if (actor != null
            && mention != null
            && mention.start() <= first.start() + 4
            && !actor.equals(actorOf(draft))) {
          draft.addressee = actor;
        }
        break;
      }
    }
    if (draft.addressee != null && draft.addressee.equals(draft.speaker)) {
      draft.addressee = null;
    }
  }

  // ------------------------------------------------------- the whole

  private void settle(Draft draft) {
    if (aboutAnonymity(draft)) {
      draft.dropped = true;
    }
    if (draft.speaker == null && draft.speakerWord >= 0) {
      draft.speaker = actor(draft.speakerSentence, draft.speakerWord);
    }
    if (draft.negated && draft.act == Act.SAY) {
      draft.act = Act.REFUSE;
      draft.open = false;
    }
    draft.kind = kind(draft);
  }

  /** "who asked to remain anonymous" says nothing of the matter. */
  private boolean aboutAnonymity(Draft draft) {
    if (draft.quoted || draft.content.size() > 1 || wordCount(draft.content.get(0)) > 8) {
      return false;
    }
    Sentence sentence = article.sentence(draft.sentence);
    for (Word word : sentence.words()) {
      if (draft.content.get(0).contains(word.span())
          && lexicon.starts("anonymity", Clause.form(word))) {
        return true;
      }
    }
    return false;
  }

  private StatementKind kind(Draft draft) {
    if (!draft.quoted) {
      int quotedWords = 0;
      int all = 0;
      for (Span piece : draft.content) {
        all += wordCount(piece);
        for (Quote quote : quotes) {
          if (piece.overlaps(quote.span())) {
            quotedWords +=
                wordCount(
                    new Span(
                        Math.max(piece.start(), quote.span().start()),
                        Math.min(piece.end(), quote.span().end())));
          }
        }
      }
      if (quotedWords == 0) {
        return StatementKind.INDIRECT;
      }
      return quotedWords >= all && all >= 4 ? StatementKind.DIRECT : StatementKind.MIXED;
    }
    return StatementKind.DIRECT;
  }

  /**
   * Speakers that the run of statements tells better than the nearest name: "he said" after a quote
   * goes on with whoever spoke last; "it says in a statement" belongs to the one just named.
   */
  private void carryOn() {
    Draft before = null;
    for (Draft draft : drafts) {
      if (draft.dropped) {
        continue;
      }
      if (before != null && near(before, draft) && before.speaker != null) {
        boolean pronoun =
            draft.speakerWord >= 0
                && lexicon.is(
                    "persons",
                    Clause.form(article.sentence(draft.speakerSentence).word(draft.speakerWord)));
        boolean nobody =
            draft.speaker == null
                && draft.head >= 0
                && draft.speakerWord < 0
                && lexicon.is(
                    "report",
                    Clause.form(article.sentence(draft.sentence).word(draft.head)),
                    Clause.lemma(article.sentence(draft.sentence).word(draft.head)));
        if (pronoun
            && draft.quoted
            && cast.actor(before.speaker).kind() == ActorKind.PERSON
            && !before.speaker.equals(draft.speaker)
            && !named(before, draft)) {
          draft.speaker = before.speaker;
          draft.note = (draft.note + " carried").strip();
        } else if (nobody) {
          draft.speaker = before.speaker;
          draft.note = (draft.note + " carried").strip();
        }
      }
      before = draft;
    }
  }

  /** Whether the second statement begins in the passage of the first or in the next. */
  private boolean near(Draft first, Draft second) {
    int passage = article.sentence(second.sentence).passage();
    int other = article.sentence(first.sentence).passage();
    return passage - other <= 1 && second.sentence - first.sentence <= 3;
  }

  /** Whether another person is the subject of a sentence between two statements. */
  private boolean named(Draft first, Draft second) {
    for (int s = first.sentence + 1; s < second.sentence; s++) {
      Sentence sentence = article.sentence(s);
      int subject = Clause.ownSubject(sentence, sentence.root());
      String actor = subject < 0 ? null : actor(s, subject);
      if (actor != null
          && !actor.equals(first.speaker)
          && cast.actor(actor).kind() == ActorKind.PERSON) {
        return true;
      }
    }
    return false;
  }

  /** Statements inside statements: keep the innermost, name the relays. */
  private void chain() {
    for (Draft outer : drafts) {
      if (outer.dropped) {
        continue;
      }
      for (Draft inner : drafts) {
        if (inner == outer
            || inner.dropped
            || inner.sentence != outer.sentence
            || inner.head < 0
            || inner.cue == null) {
          continue;
        }
        if (!outer.covers(inner.cue)) {
          continue;
        }
        if (outer.quoted || outer.kind == StatementKind.DIRECT) {
          inner.dropped = true;
          continue;
        }
        boolean relay =
            outer.speaker == null
                ? outer.head >= 0 && outer.frame.equals("speech")
                : isMedia(outer.speaker);
        boolean same = outer.speaker != null && outer.speaker.equals(inner.speaker);
        boolean main = mainCue(outer, inner);
        if (same) {
          if (main && !inner.open) {
            outer.act = inner.act;
            outer.open = false;
          }
          inner.dropped = true;
        } else if (main && relay) {
          String via = outer.speaker;
          if (via != null && !inner.via.contains(via)) {
            inner.via.add(0, via);
          }
          outer.dropped = true;
          break;
        } else {
          inner.dropped = true;
        }
      }
    }
  }

  private boolean isMedia(String actor) {
    String sector = cast.actor(actor).sector();
    return "JRN".equals(sector) || "MED".equals(sector);
  }

  /** Whether the inner cue heads the outer content: most of what is said is what the inner says. */
  private boolean mainCue(Draft outer, Draft inner) {
    Sentence sentence = article.sentence(inner.sentence);
    int head = inner.head;
    if (head < 0) {
      return false;
    }
    int up = sentence.word(head).head();
    return up < 0
        || up == outer.head
        || outer.head >= 0 && sentence.word(outer.head).head() == head;
  }

  // ------------------------------------------------------- words

  private List<Cue> verbs(Word word) {
    return lexicon.verbs(Clause.form(word), Clause.lemma(word));
  }

  private boolean verbIs(String list, Word word) {
    return lexicon.is(list, Clause.form(word), Clause.lemma(word));
  }

  /** Whether the further words of a cue stand by its head. */
  private boolean matches(Sentence sentence, int head, Cue cue) {
    int from = head;
    for (String word : cue.with()) {
      int found = find(sentence, head, from, word);
      if (found < 0) {
        return false;
      }
      from = Math.max(from, found);
    }
    return true;
  }

  private int lastWord(Sentence sentence, int head, Cue cue) {
    int at = head;
    for (String word : cue.with()) {
      at = find(sentence, head, at, word);
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  private static int find(Sentence sentence, int head, int from, String word) {
    for (int i = from + 1; i < sentence.size() && i <= from + 9; i++) {
      Word token = sentence.word(i);
      if (token.form().equals(";") || token.form().equals(":")) {
        break;
      }
      if (!Clause.form(token).equals(word) && !Clause.lemma(token).equals(word)) {
        continue;
      }
      int up = token.head();
      int upper = up < 0 ? -1 : sentence.word(up).head();
      if (i == from + 1 || up == head || upper == head || up == from) {
        return i;
      }
      int third = upper < 0 ? -1 : sentence.word(upper).head();
      if (third == head) {
        return i;
      }
    }
    return -1;
  }

  private boolean inDash(int sentence, int word) {
    return dashFrom[sentence] >= 0 && word >= dashFrom[sentence] && word <= dashTo[sentence];
  }

  private boolean inQuote(Span span) {
    return quoteOver(span.start()) != null;
  }

  private @Nullable Quote quoteOver(int position) {
    int low = 0;
    int high = quotes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quotes.get(middle).span().end() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < quotes.size() && quotes.get(low).span().contains(position)
        ? quotes.get(low)
        : null;
  }

  /** The quote that begins here; null if none. */
  private @Nullable Quote quoteAt(int position) {
    Quote quote = quoteOver(position);
    return quote != null && quote.span().start() == position ? quote : null;
  }

  /** The quote that ends at one of these positions; null if none. */
  private @Nullable Quote quoteEndingAt(int first, int second) {
    for (int position = first; position <= second; position++) {
      if (position > 0) {
        Quote quote = quoteOver(position - 1);
        if (quote != null && quote.span().end() == position) {
          return quote;
        }
      }
    }
    return null;
  }

  private void claimInside(Span span) {
    for (Quote quote : quotes) {
      if (span.contains(quote.span())) {
        claimed.add(quote);
      }
    }
  }

  private int wordBefore(Sentence sentence, int position) {
    int last = -1;
    for (int i = 0; i < sentence.size() && sentence.word(i).span().end() <= position; i++) {
      last = i;
    }
    return last;
  }

  private boolean hasWords(Span span) {
    return wordCount(span) > 0;
  }

  private int wordCount(Span span) {
    String text = article.slice(span);
    int count = 0;
    boolean in = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !in) {
        count++;
      }
      in = letter;
    }
    return count;
  }
}
