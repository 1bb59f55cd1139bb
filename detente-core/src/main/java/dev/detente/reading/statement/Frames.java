package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a cue has its content: by the tree first, by the order of the words where the tree fails.
 */
final class Frames {
  /** Words after a cue among which the verb of a clause without a marker is looked for. */
  private static final int BARE_CLAUSE = 14;

  private final Page page;
  private final AnalysedArticle article;
  private final CueLexicon lexicon;
  private final Grammar grammar;

  Frames(Page page, Grammar grammar) {
    this.page = page;
    this.article = page.article;
    this.lexicon = page.lexicon;
    this.grammar = grammar;
  }

  /**
   * The first word after a verb, or after the cue's last word, that its subject, adverbs and times
   * do not take; the tree is not asked for more than the subject.
   */
  int surfaceStart(Sentence sentence, int verb, Cue cue) {
    int at = page.lastWord(sentence, verb, cue) + 1;
    int subject = grammar.invertedSubject(sentence, verb);
    while (at > 0 && at < sentence.size()) {
      Word word = sentence.word(at);
      if (subject >= at && sentence.dominates(subject, at)
          || word.upos().equals("ADV")
          || word.upos().equals("PART") && !lexicon.is("infinitive", Clause.form(word))
          || lexicon.is("time", Clause.form(word)) && !isOwner(sentence, at)
          || lexicon.is("negations", Clause.form(word))) {
        at++;
      } else if (grammar.sourceBegins(sentence, at) && word.head() > at) {
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
  @Nullable CueFrame surfaceFrame(int index, int verb, Cue cue) {
    Sentence sentence = article.sentence(index);
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
    if (lexicon.is("order", "free")
        && frames.contains(CueFrame.OBJECT)
        && at == verb + 1
        && isGerund(word)) {
      return CueFrame.OBJECT;
    }
    if (cue.toObject()
        || cue.with().isEmpty()
            && Clause.ownSubject(sentence, verb) < 0
            && !page.isHeading(sentence)
            && !sentence.word(verb).relation().equals("conj")
            && grammar.surfaceSubject(index, verb) != verb - 1) {
      return null;
    }
    boolean quote = QuoteFinder.isMark(word) && page.quoteAt(word.span().start()) != null;
    if (quote || page.nominalAt(sentence, at) && !lexicon.is("reflexives", form)) {
      if (frames.contains(CueFrame.AS)) {
        return CueFrame.AS;
      }
      if (frames.contains(CueFrame.OBJECT)) {
        return CueFrame.OBJECT;
      }
      if (!quote && frames.contains(CueFrame.CLAUSE) && bareClause(sentence, verb, at)) {
        return CueFrame.CLAUSE;
      }
    }
    return null;
  }

  /** "Sunday's strike": a time that says which, not when something was said. */
  private static boolean isOwner(Sentence sentence, int word) {
    return word + 1 < sentence.size()
        && sentence.word(word + 1).relation().equals("case")
        && sentence.word(word + 1).head() == word;
  }

  /** "denies having met them". */
  private static boolean isGerund(Word word) {
    return Clause.isVerb(word)
        && (word.feat("VerbForm").equals("Ger")
            || word.feat("VerbForm").equals("Part") && word.feat("Tense").equals("Pres"));
  }

  /** Whether a subject and its finite verb follow, right after a finite cue and its own subject. */
  private boolean bareClause(Sentence sentence, int verb, int from) {
    int own = Clause.ownSubject(sentence, verb);
    if (from != verb + 1 || own < 0 || own > verb || !grammar.isFinite(sentence, verb)) {
      return false;
    }
    boolean free = lexicon.is("order", "free");
    for (int i = from + 1; i < sentence.size() && i < from + BARE_CLAUSE; i++) {
      Word word = sentence.word(i);
      if (Clause.isVerb(word)) {
        if (free && isGerund(word)) {
          continue;
        }
        if (free && word.feat("Tense").equals("Past") && !lexicon.is("agent", next(sentence, i))) {
          return i + 1 < sentence.size();
        }
        String form = word.feat("VerbForm");
        return form.equals("Fin") && i + 1 < sentence.size();
      }
      if (Clause.isPunctuation(word)
          || word.upos().equals("SCONJ")
          || lexicon.is("relatives", Clause.form(word))
          || lexicon.is("infinitive", Clause.form(word))) {
        return false;
      }
    }
    return false;
  }

  private static String next(Sentence sentence, int word) {
    return word + 1 < sentence.size() ? Clause.form(sentence.word(word + 1)) : "";
  }

  int @Nullable [] surface(Sentence sentence, int verb, Cue cue, CueFrame frame) {
    int from = surfaceStart(sentence, verb, cue);
    if (frame == CueFrame.CLAUSE
        && from < sentence.size()
        && lexicon.is("markers", Clause.form(sentence.word(from)))) {
      from++;
    }
    if (from >= sentence.size()) {
      return null;
    }
    int to =
        frame == CueFrame.OBJECT || frame == CueFrame.AS
            ? grammar.nominalEnd(sentence, verb, from)
            : grammar.end(sentence, verb, from);
    return to < from ? null : new int[] {from, to};
  }

  /** "That is what the minister confirmed": the sentence before, or the pronoun itself. */
  @Nullable Span pointedAt(int index, int verb, Cue cue) {
    Sentence sentence = article.sentence(index);
    if (verb == 1
        && index > 0
        && lexicon.is("pointers", Clause.form(sentence.word(0)))
        && lexicon.is("reveals", cue.label())) {
      // "It emerges from a statement by ...": the sentence before, of the same passage.
      Sentence before = article.sentence(index - 1);
      return before.passage() == sentence.passage() ? before.span() : null;
    }
    int subject = grammar.invertedSubject(sentence, verb);
    if (subject < 0 && verb == 1 && grammar.surfaceSubject(index, verb) == 2) {
      subject = 2;
    }
    if (subject < 0 && verb == 1 && sentence.size() > 2) {
      for (int i = 2; i < Math.min(7, sentence.size()) && subject < 0; i++) {
        subject = page.actor(index, i) != null ? i : -1;
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

  /** Words from and to of the complement that the cue's last word introduces; null if none. */
  int @Nullable [] after(Sentence sentence, int verb, Cue cue) {
    int last = page.lastWord(sentence, verb, cue);
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
    if (lexicon.is("infinitive", Clause.form(sentence.word(last)))
        && Clause.isVerb(sentence.word(from))) {
      // "refuses to go": the mark belongs to the infinitive.
      from = last;
    } else if (lexicon.is("markers", Clause.form(sentence.word(from)))) {
      from++;
    } else if (cue.toObject() && !lexicon.is("topics", cue.last())) {
      from = afterAddressee(sentence, from);
    }
    if (from >= sentence.size()
        || Clause.isPunctuation(sentence.word(from)) && !QuoteFinder.isMark(sentence.word(from))) {
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
            && (from > last + 1 || !lexicon.is("infinitive", Clause.form(sentence.word(from))));
    int to = nominal ? grammar.nominalEnd(sentence, verb, from) : grammar.end(sentence, verb, from);
    return to < from ? null : new int[] {from, to};
  }

  /**
   * The word of an infinitive behind the one spoken to, where the cue has just that one after it
   * ("called on the rebels to leave", "appellerte til partene om å ..."); the word itself where
   * nobody stands between.
   */
  private int afterAddressee(Sentence sentence, int from) {
    for (int i = from + 1; i + 1 < sentence.size() && i < from + 10; i++) {
      Word word = sentence.word(i);
      String form = Clause.form(word);
      boolean verb = Clause.isVerb(sentence.word(i + 1));
      if (lexicon.is("infinitive", form) && verb) {
        return lexicon.is("negations", Clause.form(sentence.word(i - 1))) ? i - 1 : i;
      }
      if (lexicon.is("topics", form)
          && (lexicon.is("infinitive", Clause.form(sentence.word(i + 1)))
              || lexicon.is("markers", Clause.form(sentence.word(i + 1))))) {
        return lexicon.is("markers", Clause.form(sentence.word(i + 1))) && i + 2 < sentence.size()
            ? i + 2
            : i + 1;
      }
      if (Clause.isVerb(word)
          || Clause.isPunctuation(word)
          || word.upos().equals("SCONJ")
          || lexicon.is("relatives", form)) {
        return from;
      }
    }
    return from;
  }

  int @Nullable [] clause(Sentence sentence, int verb) {
    int marker = grammar.markerAfter(sentence, verb);
    if (marker >= 0 && marker + 1 < sentence.size()) {
      int to = grammar.end(sentence, verb, marker + 1);
      return to <= marker ? null : new int[] {marker + 1, to};
    }
    for (int child : sentence.children(verb)) {
      Word word = sentence.word(child);
      if (child > verb && word.relation().equals("ccomp")) {
        int from = Clause.leftEdge(sentence, child);
        if (from <= verb) {
          from = verb + 1;
        }
        from = Page.skipLead(sentence, from);
        int beside = verb + 1;
        int inverted = grammar.invertedSubject(sentence, verb);
        if (inverted < 0
            && beside < from
            && page.nominalAt(sentence, beside)
            && Grammar.hasVerbBetween(sentence, beside, from - 1)) {
          from = beside;
        }
        int to = grammar.end(sentence, verb, from);
        return to < from ? null : new int[] {from, to};
      }
    }
    return null;
  }

  /**
   * The clause that a marker opens behind the one spoken to ("told reporters gathered there that
   * ..."), whatever the tree hangs it from; null if none.
   */
  int @Nullable [] clauseBehind(Sentence sentence, int verb) {
    if (verb + 2 >= sentence.size() || !page.nominalAt(sentence, verb + 1)) {
      return null;
    }
    for (int i = verb + 2; i + 1 < sentence.size() && i < verb + 12; i++) {
      Word word = sentence.word(i);
      if (lexicon.is("markers", Clause.form(word)) && !word.relation().equals("nsubj")) {
        int to = grammar.end(sentence, verb, i + 1);
        return to <= i ? null : new int[] {i + 1, to};
      }
      if (Clause.isPunctuation(word) || Grammar.isFiniteForm(word)) {
        return null;
      }
    }
    return null;
  }

  /**
   * "told reporters the talks had failed": where the clause begins that the tree hangs on those
   * told.
   */
  int pastHearer(Sentence sentence, int verb, int from) {
    int hearer = sentence.child(verb, "obj");
    if (hearer < from || hearer > from + 3) {
      return from;
    }
    int clause = sentence.child(hearer, "acl");
    int subject = clause < 0 ? -1 : Clause.ownSubject(sentence, clause);
    return subject > hearer && !lexicon.is("relatives", Clause.form(sentence.word(hearer + 1)))
        ? Math.max(hearer + 1, Clause.leftEdge(sentence, subject))
        : from;
  }

  int @Nullable [] infinitive(Sentence sentence, int verb, Cue cue) {
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
          int[] range = infinitiveFrom(sentence, verb, grandchild);
          int own = sentence.child(verb, "obj");
          if (range != null
              && lexicon.is("order", "free")
              && cue.act() == Act.DEMAND
              && !cue.toObject()
              && own > verb) {
            // "wants them to leave": who shall do it is a part of what is wanted.
            range[0] = Math.min(range[0], Math.max(verb + 1, Clause.leftEdge(sentence, own)));
          }
          return range;
        }
      }
    }
    if (!cue.toObject() || !lexicon.is("order", "free")) {
      return null;
    }
    // "urged the demonstrators on Monday to go home", whatever the infinitive hangs from.
    for (int i = verb + 2; i + 1 < sentence.size() && i < verb + 12; i++) {
      Word word = sentence.word(i);
      if (lexicon.is("infinitive", Clause.form(word)) && Clause.isVerb(sentence.word(i + 1))) {
        return infinitiveFrom(sentence, verb, i);
      }
      if (Clause.isVerb(word) || Clause.isPunctuation(word) || word.upos().equals("SCONJ")) {
        return null;
      }
    }
    return null;
  }

  /**
   * A nominal content less what is the cue's own ("brushed it aside"), a time before it, and, where
   * it is what something is called, a bare pronoun and the "as" before the word; null if nothing is
   * left.
   */
  int @Nullable [] trim(Sentence sentence, int verb, Cue cue, CueFrame frame, int[] range) {
    int from = range[0];
    int to = range[1];
    if (frame != CueFrame.AFTER && !cue.with().isEmpty() && from > verb) {
      int last = page.lastWord(sentence, verb, cue);
      if (last >= from && last - from < cue.with().size()) {
        from = last + 1;
      } else if (last == to) {
        to = last - 1;
      }
    }
    if (frame == CueFrame.AFTER && lexicon.is("time", Clause.form(sentence.word(from)))) {
      return null;
    }
    while (from < to
        && lexicon.is("time", Clause.form(sentence.word(from)))
        && !isOwner(sentence, from)) {
      from++;
    }
    if (frame == CueFrame.AS) {
      boolean pronoun = from < to && sentence.word(from).upos().equals("PRON");
      int as = pronoun ? from + 1 : from;
      if (as < to && lexicon.is("as", Clause.form(sentence.word(as)))) {
        from = as + 1;
      } else if (pronoun && QuoteFinder.isMark(sentence.word(as))) {
        from = as;
      }
    }
    return from > to ? null : new int[] {from, to};
  }

  /** An infinitive from its mark on, with a negation right before the mark. */
  private int @Nullable [] infinitiveFrom(Sentence sentence, int verb, int mark) {
    int to = grammar.end(sentence, verb, mark);
    if (to < mark) {
      return null;
    }
    boolean negated =
        mark - 1 > verb && lexicon.is("negations", Clause.form(sentence.word(mark - 1)));
    return new int[] {negated && lexicon.is("order", "free") ? mark - 1 : mark, to};
  }

  /**
   * Whether words after a cue say what something is called; a name that somebody goes by is none
   * ("a man who calls himself Omar"), nor is a summons ("called up reservists", "called a strike").
   */
  boolean calls(Sentence sentence, int verb, int[] range) {
    if (!lexicon.is("order", "free")) {
      return true;
    }
    for (int i = verb + 1; i < range[0] + 1 && i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (lexicon.is("particles", Clause.form(word))
          || lexicon.is("reflexives", Clause.form(word))
              && sentence.word(Math.min(i + 1, sentence.size() - 1)).upos().equals("PROPN")) {
        return false;
      }
    }
    int nominals = 0;
    for (int i = range[0]; i <= range[1]; i++) {
      Word word = sentence.word(i);
      if (QuoteFinder.isMark(word)
          || lexicon.is("as", Clause.form(word))
          || word.upos().equals("ADJ") && (word.head() < i || i == range[1])) {
        return true;
      }
      nominals += word.head() == verb && !Clause.isPunctuation(word) ? 1 : 0;
    }
    Word first = sentence.word(range[0]);
    return nominals > 1 || first.upos().equals("PRON") || lexicon.is("markers", Clause.form(first));
  }

  int @Nullable [] object(Sentence sentence, int verb, boolean predicate) {
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
        && QuoteFinder.isMark(sentence.word(from - 1))
        && page.quoteAt(sentence.word(from - 1).span().start()) != null) {
      from--;
    }
    int to = grammar.nominalEnd(sentence, verb, from);
    if (predicate && to >= from) {
      to = calledEnd(sentence, verb, to);
    }
    return to < from ? null : new int[] {from, to};
  }

  /**
   * "... the charge as nonsense": the end of what the object before is called; else the object's.
   */
  private int calledEnd(Sentence sentence, int verb, int to) {
    int as = to + 1;
    if (as + 1 >= sentence.size()
        || !lexicon.is("as", Clause.form(sentence.word(as)))
        || sentence.word(as).head() < 0
        || !sentence.dominates(verb, as)) {
      return to;
    }
    int called = sentence.word(as).relation().equals("case") ? sentence.word(as).head() : as + 1;
    int end = Math.max(called, Clause.rightEdge(sentence, called));
    while (end + 1 < sentence.size()
        && QuoteFinder.isMark(sentence.word(end + 1))
        && page.inQuote(sentence.word(end + 1).span())) {
      end++;
    }
    while (end > to
        && Clause.isPunctuation(sentence.word(end))
        && !QuoteFinder.isMark(sentence.word(end))) {
      end--;
    }
    return end;
  }
}
