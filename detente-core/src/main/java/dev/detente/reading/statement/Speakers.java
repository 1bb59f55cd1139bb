package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import org.jspecify.annotations.Nullable;

/** Who speaks, and to whom. */
final class Speakers {
  /** Words after the comma of a closed name among which somebody addressed is looked for. */
  private static final int ADDRESSED = 6;

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
    boolean expletive = sentence.child(verb, "expl") >= 0;
    if (word < 0 || expletive && sentence.word(word).relation().equals("csubj")) {
      if (Clause.isPassive(sentence, verb, lexicon)
          || expletive
          || impersonalSubject(sentence, verb)) {
        word = originOf(draft, sentence, verb, right);
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
      word = originOf(draft, sentence, verb, right);
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

  /**
   * The source of an impersonal cue, which may as well stand before its content or before the cue:
   * "het det fra departementet at ...", "Fra departementet heter det at ...".
   */
  private int originOf(Draft draft, Sentence sentence, int verb, int right) {
    int source = sourceOf(sentence, verb, right);
    if (source < 0 && !draft.content.isEmpty()) {
      source = sourceOf(sentence, verb, page.wordBefore(sentence, draft.start()));
    }
    for (int i = 0; source < 0 && i < verb; i++) {
      int head = sentence.word(i).head();
      if (sentence.word(i).relation().equals("case")
          && lexicon.is("source", Clause.form(sentence.word(i)))
          && head > i
          && head < verb
          && sentence.word(head).head() == verb) {
        source = head;
      }
    }
    return source;
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

  /**
   * The noun that a genitive owns where the tree takes the genitive itself for the subject ("the
   * town's" of "the town's mayor"); the word itself else.
   */
  private static int owned(Sentence sentence, int word) {
    int next = word + 1;
    while (next < sentence.size() && sentence.word(next).upos().equals("ADJ")) {
      next++;
    }
    if (next >= sentence.size()
        || !sentence.word(next).upos().equals("NOUN")
        || !sentence.word(word).upos().equals("PROPN")
            && !sentence.word(word).feat("Case").equals("Gen")) {
      return word;
    }
    Word first = sentence.word(word);
    Word noun = sentence.word(next);
    boolean twice =
        noun.head() == first.head()
            && noun.relation().equals("nsubj")
            && first.relation().equals("nsubj");
    boolean below = noun.head() == word && noun.relation().equals("flat");
    return first.form().endsWith("s") && (twice || below) ? next : word;
  }

  void place(Draft draft, int index, int subject) {
    Sentence sentence = article.sentence(index);
    int owned = owned(sentence, subject);
    int word = page.actor(index, owned) == null ? subject : owned;
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
    int name = called(sentence, index, draft.speakerWord == subject ? owned : draft.speakerWord);
    if (name >= 0) {
      draft.speaker = page.actor(index, name);
      draft.speakerSpan = cast.mentionAt(index, name);
      draft.speakerWord = name;
    }
    if (draft.speakerSpan == null) {
      draft.speakerSpan = sentence.subtreeSpan(word);
    }
  }

  /**
   * The person's name that closes a description where the two were not read as one: "the town's
   * spokesman in the north, Captain Moe"; -1 when none does.
   */
  private int called(Sentence sentence, int index, int word) {
    int last = past(sentence, word, cast.mentionAt(index, word)) - 1;
    if (!sentence.word(last).upos().equals("NOUN")
        || Character.isUpperCase(sentence.word(last).form().codePointAt(0)) && last > 0) {
      return -1;
    }
    int next = last + 1;
    if (next < sentence.size() && sentence.word(next).upos().equals("ADP")) {
      while (next < sentence.size() && next < last + 6 && isInner(sentence.word(next))) {
        next++;
      }
    }
    boolean comma = next < sentence.size() && sentence.word(next).form().equals(",");
    if (!comma && next > last + 1) {
      return -1;
    }
    next += comma ? 1 : 0;
    String actor = next < sentence.size() ? page.actor(index, next) : null;
    Span mention = actor == null ? null : cast.mentionAt(index, next);
    if (actor == null || mention == null || cast.actor(actor).kind() != ActorKind.PERSON) {
      return -1;
    }
    int end = past(sentence, next, mention);
    boolean closed =
        end >= sentence.size()
            || Clause.isPunctuation(sentence.word(end))
            || !comma && !sentence.word(end).upos().equals("CCONJ");
    return closed && sentence.word(end - 1).upos().equals("PROPN") ? end - 1 : -1;
  }

  private static boolean isInner(Word word) {
    return switch (word.upos()) {
      case "ADP", "NOUN", "PROPN", "DET", "ADJ", "NUM" -> true;
      default -> false;
    };
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
      if (draft.covers(word.span())
          || !page.nominalAt(sentence, i)
          || word.upos().equals("ADJ")
          || isOwner(sentence, i)) {
        continue;
      }
      String actor = page.actor(index, i);
      if (actor == null || actor.equals(draft.speaker) || actor.equals(actorOf(draft))) {
        continue;
      }
      // The preposition before its mention, if any, must be one of address.
      Span mention = cast.mentionAt(index, i);
      if (mention != null && mention.equals(draft.speakerSpan)) {
        continue;
      }
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
              || isAssembly(actor)
                  && lexicon.is("where", form)
                  && (isBeside(sentence, verb, i, mention)
                      || word.head() >= 0 && sentence.word(word.head()).upos().equals("PROPN"))
                  && cue != null
                  && cue.frames().contains(CueFrame.QUOTE)
              || lexicon.is("addressee", form)
                  && !(cue != null && cue.with().contains(form) && !cue.toObject());
      boolean bare =
          before == verb && (draft.speakerWord < verb || cue != null && cue.toObject())
              || before == draft.speakerWord && isBeside(sentence, verb, i, mention)
              || cue != null
                  && cue.toObject()
                  && !sentence.word(before).upos().equals("ADP")
                  && leadsTo(sentence, i, mention, cue)
              || lexicon.is("time", form)
              || lexicon.is("negations", form)
              || sentence.word(before).upos().equals("ADV")
              || before > verb
                  && sentence.word(before).head() == verb
                  && sentence.word(before).upos().equals("PRON")
              || cue != null && cue.with().contains(form) && cue.toObject();
      if (addressed
              && !(cast.actor(actor).kind() == ActorKind.PERSON
                  && isRelated(sentence, draft, before, word))
          || bare && cue != null) {
        draft.addressee = actor;
      }
    }
    if (draft.addressee == null
        && cue != null
        && cue.toContent()
        && !draft.content.isEmpty()
        && beginsWithHearer(draft, cue)) {
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
            && !actor.equals(actorOf(draft))
            && !isUndergoing(sentence, i)
            && !(draft.frame.equals(CueFrame.OBJECT.label())
                && (cue.act() == Act.OFFER || cue.act() == Act.PROMISE)
                && isOffered(sentence, i, mention))) {
          draft.addressee = actor;
        }
        break;
      }
    }
    if (draft.addressee != null && draft.addressee.equals(draft.speaker)) {
      draft.addressee = null;
    }
  }

  /** "the Danes' spokesman", "their leader": who only tells whose another is. */
  private static boolean isOwner(Sentence sentence, int word) {
    Word owner = sentence.word(word);
    return owner.deprel().equals("nmod:poss")
        || owner.feat("Poss").equals("Yes")
        || owner.feat("Case").equals("Gen") && owner.head() > word;
  }

  /** "said in parliament": who speaks in an assembly speaks to it. */
  private boolean isAssembly(String actor) {
    return cast.actor(actor).kind() == ActorKind.ORGANISATION
        && "LEG".equals(cast.actor(actor).sector());
  }

  /** One past the last word of the mention that a word belongs to. */
  static int past(Sentence sentence, int word, @Nullable Span mention) {
    int next = word + 1;
    while (next < sentence.size()
        && mention != null
        && mention.contains(sentence.word(next).span())) {
      next++;
    }
    return next;
  }

  /** "called in a speech on the rebels to": whether the cue's last words follow a mention. */
  private static boolean leadsTo(Sentence sentence, int word, @Nullable Span mention, Cue cue) {
    int next = past(sentence, word, mention);
    return next < sentence.size() && cue.with().contains(Clause.form(sentence.word(next)));
  }

  /** Whether a mention right after the speaker is a part of the cue's own clause. */
  private static boolean isBeside(Sentence sentence, int verb, int word, @Nullable Span mention) {
    for (int i = word; i < past(sentence, word, mention); i++) {
      if (sentence.word(i).head() == verb) {
        return true;
      }
    }
    return false;
  }

  /** "the brother of the president": whether the preposition ties a mention to the speaker. */
  private static boolean isRelated(Sentence sentence, Draft draft, int preposition, Word word) {
    return preposition > 0
        && word.head() == preposition - 1
        && sentence.word(preposition - 1).upos().equals("NOUN")
        && (preposition - 1 == draft.speakerWord
            || sentence.word(preposition - 1).relation().equals("appos"));
  }

  /**
   * Whether the frame leaves room for the one spoken to: an object that is demanded is none, and in
   * a clause only who shall do something is.
   */
  private static boolean beginsWithHearer(Draft draft, Cue cue) {
    return draft.frame.equals(CueFrame.OBJECT.label())
        ? cue.act() != Act.DEMAND
        : cue.act() == Act.DEMAND || cue.act() == Act.ASK;
  }

  /** "offers soldiers" as against "offers them soldiers": whether nothing else is offered. */
  private static boolean isOffered(Sentence sentence, int word, Span mention) {
    int next = past(sentence, word, mention);
    return next >= sentence.size()
        || sentence.word(next).upos().equals("ADP")
        || sentence.word(next).upos().equals("CCONJ")
        || Clause.isPunctuation(sentence.word(next)) && !QuoteFinder.isMark(sentence.word(next));
  }

  /** Whether the one that begins a content only undergoes what it tells of. */
  private boolean isUndergoing(Sentence sentence, int word) {
    int at = word;
    while (at >= 0 && !sentence.word(at).relation().startsWith("nsubj")) {
      at = sentence.word(at).head();
    }
    int verb = at < 0 ? -1 : sentence.word(at).head();
    return verb >= 0 && Clause.isPassive(sentence, verb, lexicon);
  }

  /** "sier talsmannen, Kari Moe, til Dagbladet": to whom, after the comma that closes a name. */
  private boolean addressed(Sentence sentence, int last) {
    return last >= 0
        && last + 2 < sentence.size()
        && sentence.word(last + 1).form().equals(",")
        && lexicon.is("addressee", Clause.form(sentence.word(last + 2)));
  }
}
