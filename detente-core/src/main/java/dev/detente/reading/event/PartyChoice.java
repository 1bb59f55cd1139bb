package dev.detente.reading.event;

import dev.detente.record.EventType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the parties of drafts in the order of the text, each with what was told before it. */
final class PartyChoice {
  /** Nobody is better than a party less likely than this. */
  private static final double LEAST = 0.15;

  /** A party that the rules found gives way only to one more likely than this. */
  private static final double OVERRULING = 0.35;

  private final ChoiceModel model;
  private final PartyFeatures features;
  private final Parties parties;
  private final @Nullable Observer observer;

  PartyChoice(
      ChoiceModel model, PartyFeatures features, Parties parties, @Nullable Observer observer) {
    this.model = model;
    this.features = features;
    this.parties = parties;
    this.observer = observer;
  }

  /** The drafts with their parties. */
  List<Draft> fill(List<Draft> drafts) {
    Discourse discourse = new Discourse();
    List<Draft> filled = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft done = fill(draft, discourse);
      discourse.add(done);
      filled.add(done);
    }
    return filled;
  }

  private Draft fill(Draft draft, Discourse discourse) {
    Mention mention = draft.source().mention();
    if (mention != null && !mention.trigger().all().isEmpty()) {
      if (draft.actors().isEmpty()) {
        return draft.withParties(
            choose("participant", draft, null, List.of(), discourse), draft.recipients());
      }
      if (draft.actors().size() == 1 && draft.recipients().isEmpty()) {
        List<String> both = new ArrayList<>(draft.actors());
        both.addAll(choose("participant", draft, draft.actors().get(0), List.of(), discourse));
        return draft.withParties(both, draft.recipients());
      }
      return draft;
    }
    List<String> actors = draft.actors();
    if (mention != null) {
      actors = choose("actor", draft, null, actors, discourse);
      if (draft.type() == EventType.MOBILIZE) {
        actors = parties.withForces(mention, actors);
      }
    }
    String known = actors.isEmpty() ? null : actors.get(0);
    List<String> recipients =
        choose(
            mention != null ? "recipient" : "target", draft, known, draft.recipients(), discourse);
    recipients = new ArrayList<>(recipients);
    recipients.removeAll(actors);
    return draft.withParties(actors, recipients);
  }

  /** The model's choice; those the rules found stay beside it when it is one of them. */
  private List<String> choose(
      String question,
      Draft draft,
      @Nullable String known,
      List<String> byRule,
      Discourse discourse) {
    List<String> candidates = features.candidates(draft);
    if (known != null) {
      candidates.remove(known);
    }
    if (!question.equals("actor")) {
      candidates.removeAll(draft.actors());
    }
    List<List<String>> all = new ArrayList<>();
    for (String candidate : candidates) {
      all.add(features.of(draft, candidate, known, discourse));
    }
    if (observer != null) {
      observer.asked(question, draft, candidates, all);
    }
    ChoiceModel.Choice choice = model.choose(question, draft.type(), all);
    if (choice == null) {
      return byRule;
    }
    if (choice.index() < 0 || choice.probability() < LEAST) {
      return List.of();
    }
    String chosen = candidates.get(choice.index());
    boolean kept =
        byRule.contains(chosen) || !byRule.isEmpty() && choice.probability() < OVERRULING;
    return kept ? byRule : List.of(chosen);
  }
}
