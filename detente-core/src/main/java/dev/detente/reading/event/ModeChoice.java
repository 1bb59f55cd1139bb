package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.codebook.plover.Plover;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an event was done, among the modes of its type, by its words and its parties. Without
 * weights the mode of the trigger or of the lexicon's words stays. Stateless apart from the
 * article.
 */
final class ModeChoice {
  private static final int LONGEST = 40;
  private static final int PREFIX = 5;

  private final AnalysedArticle article;
  private final Cast cast;
  private final Plover plover;
  private final Meetings meetings;
  private final Told told;
  private final ChoiceModel model;
  private final @Nullable Observer observer;

  ModeChoice(
      AnalysedArticle article,
      Cast cast,
      Plover plover,
      Meetings meetings,
      Told told,
      ChoiceModel model,
      @Nullable Observer observer) {
    this.article = article;
    this.cast = cast;
    this.plover = plover;
    this.meetings = meetings;
    this.told = told;
    this.model = model;
    this.observer = observer;
  }

  /** The draft with the likeliest mode. */
  Draft choose(Draft draft) {
    List<String> modes = plover.modes(draft.type());
    if (modes.isEmpty()) {
      return draft;
    }
    List<String> shared = features(draft);
    List<List<String>> all = new ArrayList<>();
    for (String mode : modes) {
      List<String> features = new ArrayList<>();
      if (mode.equals(draft.mode())) {
        features.add("by-rule");
        features.add("by-rule=" + mode);
      }
      for (String feature : shared) {
        features.add(mode + ":" + feature);
      }
      all.add(features);
    }
    if (observer != null) {
      observer.asked("mode", draft, modes, all);
    }
    ChoiceModel.Choice choice = model.choose("mode", draft.type(), all);
    if (choice == null) {
      return draft;
    }
    String mode = choice.index() < 0 ? null : modes.get(choice.index());
    return draft.withMode(mode);
  }

  private List<String> features(Draft draft) {
    Set<String> features = new LinkedHashSet<>();
    features.add("bias");
    features.add("rule=" + draft.mode());
    Mention mention = draft.source().mention();
    if (mention != null) {
      features.add("trigger=" + mention.trigger().id());
      features.add("lemma=" + Tree.lemma(mention.tree(), mention.head()));
      words(clause(mention), features);
    }
    Statement statement = draft.source().statement();
    if (statement != null) {
      features.add("act=" + statement.act().label());
      DeedFeatures.acts(statement, features);
      for (Draft inside : told.within(statement.content())) {
        features.add("tells=" + inside.type());
        features.add("tells=" + inside.type() + "/" + inside.status().label());
      }
      if (statement.cue() != null) {
        words(List.of(statement.cue()), features);
      }
      words(statement.content(), features);
    }
    if (draft.type() == EventType.CONSULT) {
      features.add("venue=" + meetings.venue(draft));
    }
    parties("actors", draft.actors(), features);
    parties("recipients", draft.recipients(), features);
    return new ArrayList<>(features);
  }

  private static List<Span> clause(Mention mention) {
    Sentence tree = mention.tree();
    int verb = Tree.governingVerb(tree, mention.head(), 1);
    boolean noun = tree.word(mention.head()).upos().equals("NOUN");
    return List.of(tree.subtreeSpan(noun && verb >= 0 ? verb : mention.head()));
  }

  private void parties(String side, List<String> ids, Set<String> features) {
    features.add(side + "=" + Math.min(3, ids.size()));
    Set<String> countries = new TreeSet<>();
    for (String id : ids) {
      Actor actor = cast.actor(id);
      features.add(side + "-sector=" + actor.sector());
      features.add(side + "-kind=" + actor.kind().label());
      if (actor.country() != null) {
        countries.add(actor.country());
      }
    }
    features.add(side + "-countries=" + Math.min(3, countries.size()));
  }

  private void words(List<Span> spans, Set<String> features) {
    int count = 0;
    for (Span span : spans) {
      for (Word word : article.wordsWithin(span)) {
        if (count == LONGEST) {
          return;
        }
        switch (word.upos()) {
          case "NOUN", "VERB", "ADJ", "ADV" -> {
            count++;
            String form = Tree.form(word);
            features.add("w=" + Tree.lemma(word));
            features.add("p=" + form.substring(0, Math.min(PREFIX, form.length())));
          }
          default -> {}
        }
      }
    }
  }
}
