package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Quotes that no cue attributes, and headings without a subject. */
final class CuelessQuotes {
  /** Words before the colon of a heading that may still be a name and a place or occasion. */
  private static final int LONGEST_NAME = 6;

  /** Words after the colon that make a heading say something. */
  private static final int SHORTEST_HEADING = 2;

  private final Page page;
  private final AnalysedArticle article;
  private final Cast cast;
  private final Grammar grammar;
  private final Speakers speakers;

  CuelessQuotes(Page page, Grammar grammar, Speakers speakers) {
    this.page = page;
    this.article = page.article;
    this.cast = page.cast;
    this.grammar = grammar;
    this.speakers = speakers;
  }

  void attributeLoose() {
    // Written when quotes with cues are known, in order of the text.
    for (Dash dash : page.loose) {
      Span span =
          new Span(
              article.sentence(dash.sentence()).word(dash.word()).span().start(),
              article.sentence(dash.endSentence()).word(dash.endWord()).span().end());
      attributeLoose(dash.sentence(), dash.word(), span, dash.passage());
    }
    for (Quote quote : page.quotes) {
      if (page.claimed.contains(quote) || quote.continued()) {
        continue;
      }
      int sentence = article.sentenceAt(quote.span().start());
      if (sentence < 0 || !page.speaks(article.sentence(sentence))) {
        continue;
      }
      boolean inside = false;
      for (Draft draft : page.near(sentence)) {
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
              || !page.hasWords(new Span(quote.span().end(), end.span().end()));
      if (!(starts || afterColon) || !ends || page.wordCount(quote.span()) < 2) {
        continue;
      }
      int word = 0;
      while (word < first.size() - 1 && first.word(word).span().start() < quote.span().start()) {
        word++;
      }
      attributeLoose(sentence, word, quote.span(), quote.passage());
    }
  }

  boolean precededByColon(Sentence sentence, int position) {
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.word(i).span().start() == position) {
        return sentence.word(i - 1).form().equals(":");
      }
    }
    return false;
  }

  void attributeLoose(int index, int word, Span span, int passage) {
    Sentence sentence = article.sentence(index);
    boolean question = asks(span);
    Draft draft = new Draft(index, -1, null, "quote");
    draft.content.add(span);
    draft.quoted = true;
    draft.open = true;
    draft.act = Act.SAY;
    // "The minister was brief:" and then the speech in a sentence of its own.
    if (word == 0 && index > 0 && article.sentence(index - 1).passage() == sentence.passage()) {
      Sentence before = article.sentence(index - 1);
      if (before.word(before.size() - 1).form().equals(":")) {
        for (Draft other : page.near(index)) {
          if (other.covers(span)) {
            return;
          }
        }
        int speaker = -1;
        int unknown = -1;
        for (int i = 0; i < before.size() && speaker < 0; i++) {
          if (Clause.isVerb(before.word(i)) && Clause.ownSubject(before, i) >= 0) {
            int subject = grammar.subject(index - 1, i);
            speaker = subject >= 0 && page.actor(index - 1, subject) != null ? subject : -1;
            unknown = unknown < 0 && subject >= 0 ? subject : unknown;
          }
        }
        for (int i = before.size() - 2; i >= 0 && speaker < 0; i--) {
          if (page.actor(index - 1, i) != null && before.size() < 8) {
            speaker = i;
          }
        }
        if (speaker >= 0) {
          draft.note = "clause-colon";
          speakers.place(draft, index - 1, speaker);
          if (draft.speaker != null) {
            page.add(draft);
            return;
          }
        } else if (unknown >= 0
            && before.word(unknown).upos().equals("NOUN")
            && !page.isHeading(before)) {
          // Somebody who is no actor of the article: still not whoever spoke last.
          draft.note = "clause-colon";
          speakers.place(draft, index - 1, unknown);
          page.add(draft);
          return;
        }
      }
    }
    // NAME: – speech; or a clause before the colon.
    if (word > 0) {
      for (Draft other : page.in(index)) {
        if (other.frame.equals("colon") && other.covers(span)) {
          return;
        }
      }
      int root = sentence.root();
      int speaker = -1;
      boolean verb = Grammar.hasVerbBetween(sentence, 0, word - 1);
      if (!verb) {
        for (int i = word - 2; i >= 0; i--) {
          if (page.actor(index, i) != null) {
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
          int subject = grammar.subject(index, clause);
          if (subject >= 0) {
            speaker = subject;
          }
        }
        draft.note = "clause-colon";
      }
      if (speaker < 0) {
        return;
      }
      speakers.speaker(draft, index, speaker, speaker, speaker);
      if (draft.speaker == null) {
        return;
      }
      page.add(draft);
      return;
    }
    if (page.isHeading(sentence)) {
      heading(draft, index, span);
      return;
    }
    // A paragraph: goes on with the quote before it, or belongs to the last or next speaker.
    Draft before = lastBefore(span.start());
    boolean previousPassage = before != null && lastPassage(before) >= passage - 1;
    if (question && nextIsDash(passage)) {
      return;
    }
    if (before != null && previousPassage && before.quoted) {
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
        Page.addPiece(before, span);
        return;
      }
    }
    if (before != null && before.speaker == null && before.speakerWord < 0) {
      before = null;
    }
    int prior = index - 1;
    if (prior >= 0
        && sentence.passage() - article.sentence(prior).passage() <= 1
        && !page.isHeading(article.sentence(prior))
        && !page.isQuestion(article.sentence(prior))
        && page.dashFrom[prior] < 0
        && (before == null || before.sentence < prior || before.head < 0)) {
      int person = introduced(prior);
      if (person >= 0) {
        speakers.place(draft, prior, person);
        draft.speakerSpan = null;
        draft.note = "introduced";
        if (draft.speaker != null) {
          page.add(draft);
          return;
        }
      }
    }
    if (before != null) {
      draft.speakerSentence = before.speakerSentence;
      draft.speakerWord = before.speakerWord;
      draft.speaker = speakers.actorOf(before);
      draft.note = "last-speaker";
    }
    if (draft.speaker == null) {
      return;
    }
    page.add(draft);
  }

  /** The passage in which a statement's last piece ends, or its cue stands. */
  private int lastPassage(Draft draft) {
    int last = article.sentenceAt(draft.end() - 1);
    int cue = article.sentence(draft.sentence).passage();
    return last < 0 ? cue : Math.max(cue, article.sentence(last).passage());
  }

  /** The word of whoever a sentence is about: a person in it, its subject first; -1 if nobody. */
  int introduced(int index) {
    Sentence sentence = article.sentence(index);
    int found = -1;
    for (int i = 0; i < sentence.size(); i++) {
      String relation = sentence.word(i).relation();
      if (!relation.equals("nsubj") && !relation.equals("obj") && !relation.equals("root")) {
        continue;
      }
      String actor = page.actor(index, i);
      if (actor != null && cast.actor(actor).kind() == ActorKind.PERSON) {
        if (relation.equals("nsubj")) {
          return i;
        }
        found = found < 0 ? i : found;
      }
    }
    return found;
  }

  /** Whether the words end in a question mark, quotation marks aside. */
  private boolean asks(Span span) {
    String text = article.slice(span).strip();
    int last = text.length() - 1;
    while (last > 0 && QuoteFinder.isMark(text.substring(last, last + 1))) {
      last--;
    }
    return last >= 0 && text.charAt(last) == '?';
  }

  /** Whether the next passage is speech too: after a question, the answer to it. */
  boolean nextIsDash(int passage) {
    for (Quote quote : page.quotes) {
      int first = quote.passage() == passage + 1 ? article.sentenceAt(quote.span().start()) : -1;
      if (first >= 0
          && article.sentence(first).span().start() == quote.span().start()
          && (first == 0 || article.sentence(first - 1).passage() != passage + 1)) {
        return true;
      }
    }
    for (Dash dash : page.loose) {
      if (dash.passage() == passage + 1) {
        return true;
      }
    }
    for (int i = 0; i < page.dashFrom.length; i++) {
      if (page.dashFrom[i] == 0 && article.sentence(i).passage() == passage + 1) {
        return true;
      }
    }
    return false;
  }

  /** The last statement before a position, among those of the sentences before it. */
  @Nullable Draft lastBefore(int position) {
    int at = article.sentenceAt(position);
    for (int s = at < 0 ? article.sentences().size() - 1 : at; s >= 0 && s > at - Page.REACH; s--) {
      Draft best = null;
      for (Draft draft : page.in(s)) {
        if (draft.start() < position
            && (best == null || draft.start() > best.start())
            && !isNested(draft)) {
          best = draft;
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  /**
   * "Kremlin: No meeting planned": a heading that gives after a name what the body has at length.
   */
  void namedHeadings() {
    for (int i = 0; i < article.sentences().size(); i++) {
      Sentence sentence = article.sentence(i);
      if (page.isHeading(sentence) && page.in(i).isEmpty()) {
        namedHeading(i, sentence);
      }
    }
  }

  private void namedHeading(int index, Sentence sentence) {
    int colon = 1;
    while (colon < sentence.size() && !sentence.word(colon).form().equals(":")) {
      colon++;
    }
    int speaker = 0;
    while (speaker < colon && page.actor(index, speaker) == null) {
      speaker++;
    }
    if (colon > LONGEST_NAME
        || colon + SHORTEST_HEADING >= sentence.size()
        || speaker >= colon
        || Grammar.hasVerbBetween(sentence, 0, colon - 1)) {
      return;
    }
    Span span = new Span(sentence.word(colon + 1).span().start(), sentence.span().end());
    String actor = page.actor(index, speaker);
    Set<String> words = page.stems(span);
    boolean told = false;
    for (Draft other : page.after(index)) {
      String source = speakers.actorOf(other);
      if (source != null && other.start() > span.end()) {
        Set<String> shared = new LinkedHashSet<>();
        other.content.forEach(piece -> shared.addAll(page.stems(piece)));
        shared.retainAll(words);
        // Of a country: its own words, or those of somebody who speaks for it.
        told |=
            shared.size() * 3 >= words.size()
                && !shared.isEmpty()
                && (source.equals(actor) || speaksFor(source, actor));
      }
    }
    if (!told) {
      return;
    }
    Draft draft = new Draft(index, -1, null, "quote");
    draft.content.add(span);
    draft.open = true;
    draft.act = Act.SAY;
    draft.note = "name-colon";
    for (int i = colon + 1; i < sentence.size(); i++) {
      draft.quoted |= page.lexicon.is("dialogue", Clause.form(sentence.word(i)));
    }
    speakers.speaker(draft, index, speaker, speaker, speaker);
    if (draft.speaker != null) {
      page.add(draft);
    }
  }

  /** Whether somebody is of the government of a state. */
  private boolean speaksFor(String source, @Nullable String state) {
    if (state == null || cast.actor(state).kind() != ActorKind.STATE) {
      return false;
    }
    String country = cast.actor(state).country();
    return country != null
        && country.equals(cast.actor(source).country())
        && "GOV".equals(cast.actor(source).sector());
  }

  /** Headings without a subject: "Denies plans to ..." when the body names the speaker. */
  void headlines() {
    for (Draft draft : page.drafts) {
      if (draft.speakerWord >= 0 || draft.speaker != null || draft.head < 0) {
        continue;
      }
      if (!page.isHeading(article.sentence(draft.sentence))) {
        continue;
      }
      Draft best = null;
      double bestScore = 0;
      Set<String> words = new LinkedHashSet<>();
      draft.content.forEach(piece -> words.addAll(page.stems(piece)));
      int seen = 0;
      for (Draft other : page.after(draft.sentence)) {
        if (other.start() <= draft.end() || other.speakerWord < 0) {
          continue;
        }
        seen++;
        Set<String> shared = new LinkedHashSet<>(words);
        Set<String> others = new LinkedHashSet<>();
        other.content.forEach(piece -> others.addAll(page.stems(piece)));
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
        for (Draft other : page.after(draft.sentence)) {
          if (other.start() > draft.end()
              && !page.isHeading(article.sentence(other.sentence))
              && speakers.actorOf(other) != null
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
      draft.speaker = speakers.actorOf(best);
      draft.speakerSpan = null;
      draft.note = (draft.note + " heading").strip();
    }
  }

  /** Whether a statement's cue stands in what another statement of the sentence says. */
  boolean isNested(Draft draft) {
    if (draft.cue == null) {
      return false;
    }
    for (Draft other : page.in(draft.sentence)) {
      if (other != draft && other.covers(draft.cue)) {
        return true;
      }
    }
    return false;
  }

  /** A quote as a heading: its speaker is whoever says the same, or the next, in the body. */
  void heading(Draft draft, int index, Span span) {
    Draft best = null;
    double bestShare = 0;
    Set<String> words = page.stems(span);
    for (Draft other : page.after(index)) {
      if (other.start() <= span.end() || other.speakerWord < 0) {
        continue;
      }
      Set<String> shared = new LinkedHashSet<>(words);
      Set<String> others = new LinkedHashSet<>();
      other.content.forEach(piece -> others.addAll(page.stems(piece)));
      shared.retainAll(others);
      double share = words.isEmpty() ? 0 : (double) shared.size() / words.size();
      if (share > bestShare) {
        best = other;
        bestShare = share;
      }
    }
    if (asks(span) && bestShare < 0.3) {
      return;
    }
    if (best == null || bestShare < 0.3) {
      Draft next = null;
      for (Draft other : page.after(index)) {
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
    draft.speaker = speakers.actorOf(best);
    draft.note = "heading";
    if (draft.speaker != null) {
      page.add(draft);
    }
  }
}
