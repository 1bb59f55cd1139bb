package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;

/**
 * Whom the words of a statement address themselves, where those around its cue name nobody: "Israel
 * must withdraw", "Mr Moe, stop this". Used by one thread.
 */
final class Addressees {
  private final Page page;
  private final Speakers speakers;

  Addressees(Page page, Speakers speakers) {
    this.page = page;
    this.speakers = speakers;
  }

  /** Fills in the addressee of a statement whose act is known. */
  void fill(Draft draft) {
    if (draft.addressee != null || draft.content.isEmpty()) {
      return;
    }
    Span first = draft.content.get(0);
    int index = page.article.sentenceAt(first.start());
    if (index < 0) {
      return;
    }
    Sentence sentence = page.article.sentence(index);
    int word = page.wordBefore(sentence, first.start()) + 1;
    while (word < sentence.size() && Clause.isPunctuation(sentence.word(word))) {
      word++;
    }
    String actor = word < sentence.size() ? page.actor(index, word) : null;
    Span mention = actor == null ? null : page.cast.mentionAt(index, word);
    if (actor == null
        || mention == null
        || !draft.covers(mention)
        || actor.equals(speakers.actorOf(draft))) {
      return;
    }
    int next = Speakers.past(sentence, word, mention);
    if (next + 1 < sentence.size()
        && (told(draft, sentence, next) || called(draft, sentence, next))) {
      draft.addressee = actor;
    }
  }

  /** "Israel must withdraw": the one that a demand begins with has to do what is demanded. */
  private boolean told(Draft draft, Sentence sentence, int next) {
    if (draft.act != Act.DEMAND && draft.act != Act.ASK
        || !page.lexicon.is("must", Clause.form(sentence.word(next)))) {
      return false;
    }
    Word must = sentence.word(next);
    int verb = must.relation().startsWith("aux") ? must.head() : next;
    return verb >= 0
        && sentence.child(verb, "cop") < 0
        && !Clause.isPassive(sentence, verb, page.lexicon);
  }

  /** "Mr Moe, stop this": a name before a comma and an order. */
  private static boolean called(Draft draft, Sentence sentence, int next) {
    if (!draft.quoted || !sentence.word(next).form().equals(",")) {
      return false;
    }
    for (int i = next + 1; i < sentence.size() && i < next + 4; i++) {
      if (sentence.word(i).feat("Mood").equals("Imp")) {
        return true;
      }
    }
    return false;
  }
}
