package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One article's attributions: passage by passage, then the quotes without a cue, then the whole.
 * Used once, by one thread.
 */
final class Attribution {
  private final Page page;
  private final AnalysedArticle article;
  private final Cast cast;
  private final CueLexicon lexicon;
  private final Attitudes attitudes;
  private final Speakers speakers;
  private final Frames frames;
  private final Complements complements;
  private final Speech speech;
  private final Sources sources;
  private final CuelessQuotes cueless;
  private final Chains chains;
  private final Addressees addressees;
  private final @Nullable ActChoice acts;

  /** How many passages each name in capitals heads, as in a transcript. */
  private final Map<String, Integer> turns = new HashMap<>();

  Attribution(
      AnalysedArticle article,
      Cast cast,
      CueLexicon lexicon,
      Attitudes attitudes,
      @Nullable ActChoice acts) {
    this.page = new Page(article, cast, lexicon);
    this.article = article;
    this.cast = cast;
    this.lexicon = lexicon;
    this.attitudes = attitudes;
    this.acts = acts;
    Grammar grammar = new Grammar(page);
    this.speakers = new Speakers(page);
    this.frames = new Frames(page, grammar);
    this.complements = new Complements(page, grammar, speakers, frames);
    this.speech = new Speech(page, grammar, speakers);
    this.sources = new Sources(page, grammar, speakers);
    this.cueless = new CuelessQuotes(page, grammar, speakers);
    this.chains = new Chains(page);
    this.addressees = new Addressees(page, speakers);
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
      if (page.speaks(article.sentence(at))) {
        if (!turn(at, end)) {
          readPassage(at, end);
        }
      }
      at = end;
    }
    cueless.attributeLoose();
    cueless.namedHeadings();
    cueless.headlines();
    page.drafts.sort(Comparator.comparing((Draft draft) -> draft.content.get(0)));
    page.drafts.forEach(chains::settle);
    chains.chain();
    chains.pointBack();
    chains.carryOn();
    CueMarks cueMarks = new CueMarks(article);
    for (Draft draft : page.drafts) {
      // "put the losses at forty": told by its object, little seen in training.
      boolean told = lexicon.is("order", "free") && draft.entry != null && draft.entry.weak();
      draft.dropped |= !told && cueMarks.refuse(draft);
    }
    if (acts != null) {
      acts.choose(
          page.drafts.stream().filter(draft -> !draft.dropped).toList(), article, this::features);
    }
    page.drafts.forEach(addressees::fill);
    List<Statement> statements = new ArrayList<>();
    for (Draft draft : page.drafts) {
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
    return page.drafts;
  }

  Set<String> features(Draft draft) {
    return ActFeatures.of(draft, article, cast, lexicon, attitudes);
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
    page.claimInside(span);
    speakers.place(draft, from, Math.max(0, colon - 1));
    page.add(draft);
    page.markDash(
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
      if (!form.equals(form.toUpperCase(Locale.ROOT))
          || form.codePoints().noneMatch(Character::isLetter)) {
        return "";
      }
      name.append(form).append(' ');
    }
    return "";
  }

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
      @Nullable Draft tail = speech.tail(index, openSentence, openWord, from);
      if (tail != null) {
        page.add(tail);
        if (openSentence >= 0) {
          page.markDash(openSentence, openWord, index, page.wordBefore(sentence, tail.end()));
          openSentence = -1;
          openWord = -1;
        }
        last = tail;
        speech.continuation(tail, index);
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
        page.dashFrom[index] = index == openSentence ? openWord : 0;
        page.dashTo[index] = sentence.size() - 1;
      }
      complements.complements(index, tail);
      sources.sources(index);
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
      if (!Clause.isVerb(word) || page.inQuote(word.span()) || page.verbs(word).isEmpty()) {
        continue;
      }
      int subject = Clause.ownSubject(sentence, i);
      if (subject >= 0
          && !word.relation().equals("acl")
          && page.actor(index, subject) != null
          && !lexicon.is("dialogue", Clause.form(sentence.word(subject)))
          && (frames.clause(sentence, i) != null || sentence.child(i, "obj") >= 0)) {
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
      if (speech.tail(i, openSentence, openWord, first) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAsQuote(int index) {
    Sentence sentence = article.sentence(index);
    return page.quoteAt(sentence.span().start()) != null;
  }

  /** Ends a stretch of dash speech without a cue of its own. */
  private @Nullable Draft closeLoose(
      int openSentence, int openWord, int lastSentence, @Nullable Draft last) {
    Sentence end = article.sentence(lastSentence);
    page.markDash(openSentence, openWord, lastSentence, end.size() - 1);
    Span span =
        new Span(article.sentence(openSentence).word(openWord).span().start(), end.span().end());
    if (last != null && last.quoted) {
      Page.addPiece(last, span);
      return last;
    }
    page.loose.add(
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
      if (!QuoteFinder.isDash(sentence.word(i).form()) || page.inQuote(sentence.word(i).span())) {
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
}
