package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.codebook.plover.Trigger;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks for and against a trigger's mention reporting an event. */
final class MentionFeatures {
  private MentionFeatures() {}

  static List<String> of(
      AnalysedArticle article,
      Cast cast,
      Mention mention,
      Draft draft,
      StatusReader.Reality reality,
      @Nullable Statement around,
      boolean usual,
      boolean sufficient,
      List<Mention> ofWord,
      List<Draft> before) {
    Trigger trigger = mention.trigger();
    Sentence tree = mention.tree();
    Word head = tree.word(mention.head());
    List<String> features = new ArrayList<>();
    features.add("bias");
    features.add("trigger=" + trigger.id() + ":" + trigger.part());
    features.add("words=" + trigger.pattern().text().replace(' ', '_'));
    features.add("lemma=" + Tree.lemma(tree, mention.head()));
    features.add(sufficient ? "sufficient" : "insufficient");
    features.add(usual ? "usual" : "unusual");
    features.add("rule=" + (usual && sufficient));
    String act = around == null ? "none" : around.act().label();
    features.add("reality=" + reality);
    features.add("act=" + act);
    features.add("reality=" + reality + ":act=" + act);
    if (around != null) {
      features.add("kind=" + around.kind().label());
      String speaker = around.speaker();
      if (speaker != null && draft.actors().contains(speaker)) {
        features.add("speaker-acts");
      }
      if (speaker != null && draft.recipients().contains(speaker)) {
        features.add("speaker-suffers");
      }
    }
    parties(cast, "actor", draft.actors(), features);
    parties(cast, "recipient", draft.recipients(), features);
    features.add(draft.date() == null ? "undated" : "dated");
    features.add(draft.place() == null ? "unplaced" : "placed");
    features.add("status=" + draft.status().label());
    features.add("upos=" + head.upos() + ":" + head.relation());
    if (article.sentences().size() == 1) {
      // A sentence by itself was chosen for what it tells, an article tells other things as well.
      features.add("alone");
      features.add("alone:rule=" + (usual && sufficient));
      features.add("alone:act=" + act);
      features.add("alone:status=" + draft.status().label());
      features.add("alone:upos=" + head.upos() + ":" + head.relation());
    }
    if (trigger.part() == Trigger.Part.NOUN) {
      features.add("definite=" + head.feat("Definite") + ":" + head.feat("Number"));
      int verb = Tree.governingVerb(tree, mention.head(), 2);
      features.add("verb=" + (verb < 0 ? "none" : Tree.lemma(tree, verb)));
      for (int child : tree.children(mention.head())) {
        if (tree.word(child).relation().equals("case")) {
          features.add("case=" + Tree.form(tree, child));
        }
      }
    } else {
      features.add("form=" + head.feat("VerbForm") + ":" + head.feat("Tense"));
      int above = head.head();
      features.add("above=" + (above < 0 ? "root" : Tree.lemma(tree, above)));
    }
    for (Mention rival : ofWord) {
      if (rival.trigger().type() != trigger.type()) {
        features.add("rival=" + rival.trigger().type());
        if (rival.words().size() > mention.words().size()) {
          features.add("rival-says-more");
        }
      }
    }
    Passage passage = article.passageOf(tree);
    features.add("passage=" + (passage == null ? "none" : passage.kind().label()));
    features.add(mention.sentence() <= 2 ? "early" : "late");
    int sameType = 0;
    boolean sameTrigger = false;
    boolean sameParties = false;
    boolean here = false;
    for (Draft earlier : before) {
      if (earlier.type() == draft.type()) {
        sameType++;
        Mention other = earlier.source().mention();
        sameTrigger |= other != null && other.trigger().id().equals(trigger.id());
        here |= earlier.source().sentence() == mention.sentence();
        sameParties |=
            !draft.actors().isEmpty() && earlier.actors().equals(draft.actors())
                || !draft.recipients().isEmpty() && earlier.recipients().equals(draft.recipients());
      }
    }
    features.add("earlier=" + Math.min(2, sameType));
    if (sameTrigger) {
      features.add("trigger-earlier");
    }
    if (sameParties) {
      features.add("parties-earlier");
    }
    if (here) {
      features.add("type-in-sentence");
    }
    return features;
  }

  private static void parties(Cast cast, String side, List<String> ids, List<String> features) {
    features.add(side + "s=" + Math.min(2, ids.size()));
    if (!ids.isEmpty()) {
      Actor actor = cast.actor(ids.get(0));
      features.add(side + "-kind=" + actor.kind().label());
      features.add(side + "-sector=" + (actor.sector() == null ? "none" : actor.sector()));
    }
  }
}
