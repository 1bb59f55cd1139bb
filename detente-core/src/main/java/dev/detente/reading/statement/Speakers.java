package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.ActorKind;
import org.jspecify.annotations.Nullable;

/** Who speaks, and to whom. */
final class Speakers {
  /** Words after the comma of a closed name among which somebody addressed is looked for. */
  private static final int ADDRESSED = 6;

  /** Words of a description among which the name of the one described begins. */
  private static final int DESCRIPTION = 10;

  private final Page page;
  private final AnalysedArticle article;
  private final Cast cast;
  private final CueLexicon lexicon;

  Speakers(Page page) {
    this.page = page;
    this.article = page.article;
    this.cast = page.cast;
    this.lexicon = page.lexicon;
  }

  @Nullable String actorOf(Draft draft) {
    if (draft.speaker != null) {
      return draft.speaker;
    }
    return draft.speakerWord < 0 ? null : page.actor(draft.speakerSentence, draft.speakerWord);
  }

  void speaker(Draft draft, int index, int verb, int subject, int right) {
    Sentence sentence = article.sentence(index);
    int word = subject;
    if (word >= 0
        && word != verb
        && !lexicon.is("order", "free")
        && page.actor(index, word) == null | lexicon.is("time", Clause.form(sentence.word(word)))
        && Clause.isVerb(sentence.word(verb))) {
      // What the tree calls subject is none: take the actor right after the verb.
      for (int i = verb + 1;
          i < sentence.size() && i < verb + 5 && page.nominalAt(sentence, i);
          i++) {
        if (draft.covers(sentence.word(i).span())) {
          break;
        }
        if (page.actor(index, i) != null && !lexicon.is("time", Clause.form(sentence.word(i)))) {
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
      } else if (right > verb && page.nominalAt(sentence, verb + 1)) {
        word = verb + 1;
        for (int i = verb + 1; i <= right; i++) {
          if (page.actor(index, i) != null) {
            word = i;
            break;
          }
        }
      }
    } else if (isImpersonal(sentence.word(word))
        && word != sentence.root()
        && !isBody(sentence, verb, word)) {
      word = sourceOf(sentence, verb, right);
    }
    if (word < 0) {
      return;
    }
    place(draft, index, word);
  }

  boolean impersonalSubject(Sentence sentence, int verb) {
    int subject = Clause.ownSubject(sentence, verb);
    return subject >= 0 && isImpersonal(sentence.word(subject));
  }

  /** "det", unless a name begins with it. */
  private boolean isImpersonal(Word word) {
    return lexicon.is("impersonal", Clause.form(word)) && word.nameType().isEmpty();
  }

  /** "it said": a pronoun of a body that speaks, where the verb's voice lets it. */
  boolean isBody(Sentence sentence, int verb, int word) {
    return word >= 0
        && lexicon.is("bodies", Clause.form(sentence.word(word)))
        && !Clause.isPassive(sentence, verb, lexicon)
        && !sentence.word(word).relation().equals("expl");
  }

  /** "heter det i en uttalelse fra departementet". */
  int sourceOf(Sentence sentence, int verb, int right) {
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

  void utteranceSpeaker(Draft draft, int index, int noun, int right) {
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

  /** "according to a statement from the ministry": whose the words are, if somebody is named. */
  void origin(Draft draft, int index, int noun) {
    Sentence sentence = article.sentence(index);
    for (int child : sentence.children(noun)) {
      String relation = sentence.word(child).relation();
      if (relation.equals("nmod") && page.actor(index, child) != null) {
        place(draft, index, child);
        return;
      }
    }
  }

  /**
   * The word of a name that a description introduces ("the agency Globe"); the word itself else.
   */
  int named(int index, int word) {
    Sentence sentence = article.sentence(index);
    for (int i = word + 1; i < sentence.size() && i < word + 5; i++) {
      if (!sentence.word(i).upos().equals("PROPN") || !page.nominalAt(sentence, i)) {
        break;
      }
      String actor = page.actor(index, i);
      if (actor != null && page.isMedia(actor)) {
        return i;
      }
    }
    return word;
  }

  /** Whether the tree puts two words in one nominal. */
  private static boolean sameNominal(Sentence sentence, int first, int second) {
    int head = sentence.word(first).head();
    return sentence.dominates(first, second)
        || head == second
        || head >= 0 && !Clause.isVerb(sentence.word(head)) && sentence.dominates(head, second);
  }

  void place(Draft draft, int index, int word) {
    Sentence sentence = article.sentence(index);
    draft.speakerSentence = index;
    draft.speakerWord = word;
    draft.speaker = page.actor(index, word);
    draft.speakerSpan = cast.mentionAt(index, word);
    if (draft.speaker == null || cast.actor(draft.speaker).kind() != ActorKind.PERSON) {
      // "Ukrainas utenriksminister Dmytro Kuleba": the chunk may name a person further on.
      for (int i = word + 1; i < sentence.size() && i < word + 8; i++) {
        if (!page.nominalAt(sentence, i)
            || Clause.isVerb(sentence.word(i))
            || !sameNominal(sentence, word, i)) {
          break;
        }
        String actor = page.actor(index, i);
        if (actor != null && cast.actor(actor).kind() == ActorKind.PERSON) {
          draft.speaker = actor;
          draft.speakerSpan = cast.mentionAt(index, i);
          draft.speakerWord = i;
        }
      }
    }
    int named = describedName(index, draft.speakerWord);
    if (named >= 0) {
      draft.speaker = page.actor(index, named);
      draft.speakerSpan = cast.mentionAt(index, named);
    }
    if (draft.speaker == null) {
      for (int child : sentence.children(word)) {
        String relation = sentence.word(child).relation();
        if ((relation.equals("flat") || relation.equals("appos") || relation.equals("compound"))
            && page.actor(index, child) != null) {
          draft.speaker = page.actor(index, child);
          draft.speakerSpan = cast.mentionAt(index, child);
          break;
        }
      }
    }
    if (draft.speakerSpan == null) {
      draft.speakerSpan = sentence.subtreeSpan(word);
    }
  }

  /**
   * A word of the person's name that follows the description of whoever speaks: "a spokesman for
   * the port, Mia Roy", "a driver called Omar", "skipper Luis Roy"; -1 if none does.
   */
  private int describedName(int index, int word) {
    Sentence sentence = article.sentence(index);
    if (!lexicon.is("order", "free") || !sentence.word(word).upos().equals("NOUN")) {
      return -1;
    }
    int at = word + 1;
    while (at < sentence.size() - 1
        && at < word + DESCRIPTION
        && sentence.dominates(word, at)
        && (sentence.word(at).upos().equals("ADP")
            || page.nominalAt(sentence, at) && !isPerson(index, at))) {
      at++;
    }
    boolean comma = at < sentence.size() - 1 && sentence.word(at).form().equals(",");
    if (comma
        || lexicon.is("called", Clause.form(sentence.word(Math.min(at, sentence.size() - 1))))) {
      at++;
    }
    if (at >= sentence.size() || !isPerson(index, at)) {
      return -1;
    }
    if (!comma) {
      return at;
    }
    int next = at;
    Span mention = cast.mentionAt(index, at);
    while (next < sentence.size()
        && mention != null
        && sentence.word(next).span().start() < mention.end()) {
      next++;
    }
    return next >= sentence.size() || Clause.isPunctuation(sentence.word(next)) ? at : -1;
  }

  private boolean isPerson(int index, int word) {
    String actor = page.actor(index, word);
    return actor != null
        && article.sentence(index).word(word).upos().equals("PROPN")
        && cast.actor(actor).kind() == ActorKind.PERSON;
  }

  /**
   * "was quoted by the agency as saying", "the agency quoted her as saying": who quotes is a relay
   * of who is quoted.
   */
  void quotedBy(Draft draft, int index, int verb, Grammar grammar) {
    Sentence sentence = article.sentence(index);
    int quoting = verb;
    if (!page.verbIs("quoting", sentence.word(verb))) {
      quoting = sentence.word(verb).head();
      if (quoting < 0 || !page.verbIs("quoting", sentence.word(quoting))) {
        return;
      }
    }
    if (Clause.isPassive(sentence, quoting, lexicon)) {
      int agent = grammar.agent(sentence, quoting);
      agent = agent >= 0 ? agent : grammar.agent(sentence, verb);
      String relay = agent < 0 ? null : page.actor(index, agent);
      if (relay != null && !relay.equals(actorOf(draft)) && !draft.via.contains(relay)) {
        draft.via.add(relay);
      }
      return;
    }
    int object = sentence.child(quoting, "obj");
    String relay = actorOf(draft);
    String quoted = object < 0 ? null : page.actor(index, object);
    if (quoted != null && relay != null && !quoted.equals(relay) && page.isMedia(relay)) {
      draft.via.add(relay);
      place(draft, index, object);
    }
  }

  void addressee(Draft draft, int index, int verb, @Nullable Cue cue, int from, int until) {
    Sentence sentence = article.sentence(index);
    int to = addressed(sentence, until) ? until + ADDRESSED : until;
    for (int i = from; draft.addressee == null && i <= to && i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (draft.covers(word.span()) || !page.nominalAt(sentence, i) || word.upos().equals("ADJ")) {
        continue;
      }
      String actor = page.actor(index, i);
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
      // "til radiokanalen X": what the name is called stands between.
      if (before > verb && before == word.head() && word.relation().equals("appos")) {
        before--;
      }
      String form = Clause.form(sentence.word(before));
      boolean addressed =
          lexicon.is("partners", form)
                  && before > verb + 1
                  && lexicon.isNoun(
                      "talks",
                      Clause.form(sentence.word(before - 1)),
                      Clause.lemma(sentence.word(before - 1)))
              || lexicon.is("addressee", form)
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
        String actor = page.actor(index, i);
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

  /** "sier talsmannen, Kari Moe, til Dagbladet": to whom, after the comma that closes a name. */
  private boolean addressed(Sentence sentence, int last) {
    return last >= 0
        && last + 2 < sentence.size()
        && sentence.word(last + 1).form().equals(",")
        && lexicon.is("addressee", Clause.form(sentence.word(last + 2)));
  }
}
