package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.StatementKind;

/** What the statements make of each other: nested ones, relays, speakers carried on. */
final class Chains {
  private final Page page;
  private final AnalysedArticle article;
  private final Cast cast;
  private final CueLexicon lexicon;

  Chains(Page page) {
    this.page = page;
    this.article = page.article;
    this.cast = page.cast;
    this.lexicon = page.lexicon;
  }

  void settle(Draft draft) {
    if (aboutAnonymity(draft)) {
      draft.dropped = true;
    }
    if (draft.speaker == null && draft.speakerWord >= 0) {
      draft.speaker = page.actor(draft.speakerSentence, draft.speakerWord);
    }
    if (draft.negated && draft.act == Act.SAY) {
      draft.act = Act.REFUSE;
      draft.open = false;
    }
    draft.kind = kind(draft);
  }

  /** "who asked to remain anonymous" says nothing of the matter. */
  boolean aboutAnonymity(Draft draft) {
    if (draft.quoted || draft.content.size() > 1 || page.wordCount(draft.content.get(0)) > 8) {
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

  StatementKind kind(Draft draft) {
    if (!draft.quoted) {
      int quotedWords = 0;
      int all = 0;
      for (Span piece : draft.content) {
        all += page.wordCount(piece);
        for (Quote quote : page.quotesIn(piece)) {
          if (piece.overlaps(quote.span())) {
            quotedWords +=
                page.wordCount(
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
  void carryOn() {
    Draft before = null;
    for (Draft draft : page.drafts) {
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
                && lexicon.is(
                    "report",
                    Clause.form(article.sentence(draft.sentence).word(draft.head)),
                    Clause.lemma(article.sentence(draft.sentence).word(draft.head)));
        if (pronoun
            && draft.quoted
            && cast.actor(before.speaker).kind() == ActorKind.PERSON
            && !before.speaker.equals(draft.speaker)
            && !cast.differs(before.speaker, draft.speakerSentence, draft.speakerWord)
            && !named(before, draft)) {
          draft.speaker = before.speaker;
          draft.note = (draft.note + " carried").strip();
        } else if (nobody || isBody(draft) && isBody(before.speaker)) {
          draft.speaker = before.speaker;
          draft.note = (draft.note + " carried").strip();
        }
      }
      before = draft;
    }
  }

  /** Whether a pronoun that nobody is known by says it, one that a body goes by. */
  private boolean isBody(Draft draft) {
    return draft.speaker == null
        && draft.speakerWord >= 0
        && lexicon.is(
            "bodies", Clause.form(article.sentence(draft.speakerSentence).word(draft.speakerWord)));
  }

  private boolean isBody(String actor) {
    return cast.actor(actor).kind() != ActorKind.PERSON;
  }

  /** Whether the second statement begins in the passage of the first or in the next. */
  boolean near(Draft first, Draft second) {
    int passage = article.sentence(second.sentence).passage();
    int other = article.sentence(first.sentence).passage();
    return passage - other <= 1 && second.sentence - first.sentence <= 3;
  }

  /** Whether another person is a subject in a sentence between two statements. */
  boolean named(Draft first, Draft second) {
    for (int s = first.sentence + 1; s < second.sentence; s++) {
      Sentence sentence = article.sentence(s);
      for (int i = 0; i < sentence.size(); i++) {
        if (sentence.word(i).relation().equals("nsubj")
            && !second.covers(sentence.word(i).span())) {
          String actor = page.actor(s, i);
          if (actor != null
              && !actor.equals(first.speaker)
              && cast.actor(actor).kind() == ActorKind.PERSON) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** "That is what the paper writes": a medium that points back at a statement relays it. */
  void pointBack() {
    for (Draft draft : page.drafts) {
      if (draft.dropped
          || !draft.frame.equals("back")
          || draft.speaker == null
          || !page.isMedia(draft.speaker)) {
        continue;
      }
      for (Draft other : page.in(draft.sentence - 1)) {
        if (!other.dropped
            && other.head >= 0
            && !draft.speaker.equals(other.speaker)
            && draft.covers(other.content.get(0))
            && (sentence(other).word(other.head).head() < 0 || isTop(other))) {
          if (!other.via.contains(draft.speaker)) {
            other.via.add(0, draft.speaker);
          }
          draft.dropped = true;
        }
      }
    }
  }

  private Sentence sentence(Draft draft) {
    return article.sentence(draft.sentence);
  }

  /** Whether a statement's cue governs the root of its sentence, or is governed by it alone. */
  private boolean isTop(Draft draft) {
    int up = sentence(draft).word(draft.head).head();
    return up >= 0
        && sentence(draft).word(up).head() < 0
        && draft.covers(sentence(draft).word(up).span());
  }

  /** Statements inside statements: keep the innermost, name the relays. */
  void chain() {
    for (Draft outer : page.drafts) {
      if (outer.dropped) {
        continue;
      }
      for (Draft inner : page.in(outer.sentence)) {
        if (inner == outer || inner.dropped || inner.head < 0 || inner.cue == null) {
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
                : page.isMedia(outer.speaker);
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

  /** Whether the inner cue heads the outer content: most of what is said is what the inner says. */
  boolean mainCue(Draft outer, Draft inner) {
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
}
