package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;

/** Sources after a preposition, and the media that relay a statement. */
final class Sources {
  private final Page page;
  private final AnalysedArticle article;
  private final CueLexicon lexicon;
  private final Grammar grammar;
  private final Speakers speakers;

  Sources(Page page, Grammar grammar, Speakers speakers) {
    this.page = page;
    this.article = page.article;
    this.lexicon = page.lexicon;
    this.grammar = grammar;
    this.speakers = speakers;
  }

  void sources(int index) {
    Sentence sentence = article.sentence(index);
    relays(index);
    for (int word = 0; word < sentence.size(); word++) {
      if (page.inDash(index, word) || page.inQuote(sentence.word(word).span())) {
        continue;
      }
      if (asFar(index, word)) {
        continue;
      }
      for (CueLexicon.Source source : lexicon.sources()) {
        int size = source.words().size();
        if (page.startsWith(sentence, word, source.words()) && word + size < sentence.size()) {
          source(index, word, word + size - 1, source);
          word += size - 1;
          break;
        }
      }
    }
  }

  /** "..., she said, reports the agency": a medium's cue clause after that of a statement. */
  void relays(int index) {
    Sentence sentence = article.sentence(index);
    for (int verb = 2; verb < sentence.size(); verb++) {
      Word word = sentence.word(verb);
      if (!Clause.isVerb(word)
          || !sentence.word(verb - 1).form().equals(",")
          || page.verbs(word).stream().noneMatch(cue -> cue.frames().contains(CueFrame.QUOTE))) {
        continue;
      }
      String medium = null;
      for (int i = verb + 1; i < sentence.size() && i < verb + 6; i++) {
        if (Clause.isPunctuation(sentence.word(i))) {
          break;
        }
        String actor = page.actor(index, speakers.named(index, i));
        if (actor != null && page.isMedia(actor)) {
          medium = actor;
          break;
        }
      }
      if (medium == null) {
        continue;
      }
      for (Draft draft : page.in(index)) {
        if (draft.head >= 0
            && draft.head < verb
            && draft.end() <= word.span().start()
            && !medium.equals(draft.speaker)
            && !draft.via.contains(medium)) {
          draft.via.add(medium);
        }
      }
    }
  }

  /**
   * "The paper, citing two officials, said ...": the officials say it, the paper relays them.
   * Whether a statement was found that the citing words belong to.
   */
  private boolean cites(int index, int first, int last, int head) {
    Sentence sentence = article.sentence(index);
    int before = first - 1;
    while (before > 0 && Clause.isPunctuation(sentence.word(before))) {
      before--;
    }
    String one = before < 0 ? null : page.actor(index, before);
    Draft cited = null;
    for (Draft draft : page.in(index)) {
      if (draft.covers(sentence.word(first).span()) || speakers.actorOf(draft) == null) {
        continue;
      }
      int at = one == null ? -1 : draft.via.indexOf(one);
      String further = page.actor(index, head);
      if (at >= 0 && further != null && !further.equals(speakers.actorOf(draft))) {
        // "X wants ..., the agency writes, citing an official": a further relay.
        if (!draft.via.contains(further)) {
          draft.via.add(at + 1, further);
        }
        return true;
      }
      if (draft.speakerSentence == index
          && draft.speakerWord >= 0
          && draft.speakerWord < first
          && (one == null || one.equals(speakers.actorOf(draft)))
          && (cited == null || draft.speakerWord >= cited.speakerWord)) {
        cited = draft;
      }
    }
    String source = page.actor(index, head);
    String relay = cited == null ? null : speakers.actorOf(cited);
    if (cited == null || source == null || relay == null || source.equals(relay)) {
      return false;
    }
    if (!cited.via.contains(relay)) {
      cited.via.add(relay);
    }
    speakers.place(cited, index, head);
    if (source.equals(cited.addressee) || relay.equals(cited.addressee)) {
      cited.addressee = null;
    }
    cited.cue = new Span(sentence.word(first).span().start(), sentence.word(last).span().end());
    cited.note = (cited.note + " citing").strip();
    return true;
  }

  /** "according to what the paper has learned": the paper is the source. */
  boolean asFar(int index, int word) {
    Sentence sentence = article.sentence(index);
    if (word + 3 >= sentence.size()
        || !lexicon.is("asfarlead", Clause.form(sentence.word(word)))
        || !lexicon.is("asfar", Clause.form(sentence.word(word + 1)))) {
      return false;
    }
    for (int i = word + 2; i < sentence.size() && i < word + 9; i++) {
      if (!page.verbIs("learn", sentence.word(i))) {
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
        from = Page.skipLead(sentence, last + 1);
        to = sentence.size() - 1;
      }
      while (to > from
          && Clause.isPunctuation(sentence.word(to))
          && !QuoteFinder.isMark(sentence.word(to))) {
        to--;
      }
      if (to <= from || to >= sentence.size()) {
        return false;
      }
      Draft draft = new Draft(index, i, null, "source");
      draft.note = "as-far-as:" + Clause.lemma(sentence.word(i));
      draft.content.add(
          new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
      page.claimInside(draft.content.get(0));
      draft.cue = new Span(sentence.word(word).span().start(), sentence.word(last).span().end());
      draft.act = Act.CLAIM;
      speakers.speaker(draft, index, i, subject, i);
      page.add(draft);
      return true;
    }
    return false;
  }

  void source(int index, int first, int last, CueLexicon.Source source) {
    Sentence sentence = article.sentence(index);
    int head = -1;
    for (int i = first; i <= last; i++) {
      if (sentence.word(i).head() > last) {
        head = sentence.word(i).head();
      }
    }
    if (source.relay()) {
      head = -1;
      for (int i = last + 1; i < sentence.size() && i < last + 8; i++) {
        if (!page.nominalAt(sentence, i)) {
          break;
        }
        head = page.actor(index, i) != null ? i : head;
      }
    }
    if (head >= 0 && Clause.isVerb(sentence.word(head))) {
      // The tree hangs the preposition itself on the verb: the source is the noun after it.
      head = -1;
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
    if (source.relay() && cites(index, first, last, head)) {
      return;
    }
    int clause = sentence.word(head).head();
    // A cue whose clause holds the source takes it as relay.
    for (Draft draft : page.in(index)) {
      if (draft.head >= 0 && !draft.covers(sentence.word(first).span())) {
        String actor = page.actor(index, speakers.named(index, head));
        if (actor != null
            && page.isMedia(actor)
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
    int left = first;
    if (first == 0 || first == 1 && sentence.word(0).upos().equals("CCONJ")) {
      from = limit + 1;
      to = sentence.size() - 1;
    } else if (sentence.word(first - 1).form().equals(",")
        && (limit + 1 >= sentence.size() || Clause.isPunctuation(sentence.word(limit + 1)))) {
      from = page.reportedFrom(index, first - 2);
      to = first - 1;
    } else {
      from = limit + 1;
      to = sentence.size() - 1;
      left = beginning(sentence, first, clause);
      if (to - from < 3 && left == first) {
        from = page.reportedFrom(index, first - 1);
        to = first - 1;
      }
    }
    from = from < sentence.size() ? Page.skipLead(sentence, from) : from;
    while (to > from
        && Clause.isPunctuation(sentence.word(to))
        && !QuoteFinder.isMark(sentence.word(to))) {
      to--;
    }
    if (from >= to) {
      return;
    }
    for (Draft other : page.in(index)) {
      if (other.quoted && other.head > from && other.head < first && to < first) {
        // "«...», the general told his staff, according to ...": his words stay his.
        return;
      }
    }
    Draft draft = new Draft(index, head, null, "source");
    draft.note = "source:" + source.label();
    if (left < first) {
      draft.content.add(
          new Span(sentence.word(left).span().start(), sentence.word(first - 1).span().end()));
    }
    draft.content.add(new Span(sentence.word(from).span().start(), sentence.word(to).span().end()));
    int more = from < first && to < first ? grammar.goesOn(index, limit) : -1;
    if (more > limit) {
      int close = sentence.size() - 1;
      while (close > more
          && Clause.isPunctuation(sentence.word(close))
          && !QuoteFinder.isMark(sentence.word(close))) {
        close--;
      }
      draft.content.add(
          new Span(sentence.word(more).span().start(), sentence.word(close).span().end()));
    }
    draft.content.forEach(page::claimInside);
    draft.cue = new Span(sentence.word(first).span().start(), sentence.word(last).span().end());
    draft.act = source.act();
    draft.open = true;
    speakers.speaker(draft, index, head, head, head);
    if (draft.speaker == null) {
      speakers.origin(draft, index, head);
    }
    page.add(draft);
  }

  /**
   * "The group has, according to ..., taken": where the clause that the source interrupts begins;
   * the source itself when the words before it are none of that clause's.
   */
  private static int beginning(Sentence sentence, int first, int clause) {
    int left = first;
    boolean subject = false;
    while (clause > first
        && left > 0
        && sentence.dominates(clause, left - 1)
        && !Clause.isPunctuation(sentence.word(left - 1))
        && !sentence.word(left - 1).upos().equals("SCONJ")) {
      left--;
      subject |=
          sentence.word(left).head() == clause
              && sentence.word(left).relation().startsWith("nsubj");
    }
    while (left < first && sentence.word(left).upos().equals("CCONJ")) {
      left++;
    }
    return subject ? left : first;
  }
}
