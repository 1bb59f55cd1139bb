package dev.detente.reading.event;

import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the parties of drafts in the order of the text, each with what was told before it. */
final class PartyChoice {
  /**
   * As how many times as likely as it is somebody counts against nobody: so that, on annotated
   * articles that the weights have not seen, about as many parties are named as there are.
   */
  private static final double SOMEBODY = 1.5;

  private final ChoiceModel model;
  private final PartyFeatures features;
  private final Parties parties;
  private final Implied implied;
  private final @Nullable Observer observer;

  PartyChoice(
      ChoiceModel model,
      PartyFeatures features,
      Parties parties,
      Implied implied,
      @Nullable Observer observer) {
    this.model = model;
    this.features = features;
    this.parties = parties;
    this.implied = implied;
    this.observer = observer;
  }

  /**
   * The drafts with their parties, in the same order.
   *
   * @param doubtful those of them that tell later ones nothing
   */
  List<Draft> fill(List<Draft> drafts, Set<Draft> doubtful) {
    Discourse discourse = new Discourse(features.cast());
    List<Draft> filled = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft done = judged(fill(draft, discourse));
      if (!doubtful.contains(draft)) {
        discourse.add(done);
      }
      filled.add(done);
    }
    return filled;
  }

  /** A draft that only the other side tells of is alleged. */
  private Draft judged(Draft draft) {
    boolean told = draft.source().mention() != null && draft.status() == EventStatus.ACTUAL;
    Statement contested = told ? features.contested(draft) : null;
    return contested == null ? draft : draft.alleged(contested.id());
  }

  private Draft fill(Draft draft, Discourse discourse) {
    Mention mention = draft.source().mention();
    Draft before = discourse.lastOf(draft.type());
    if (before != null && pointsBack(draft)) {
      return draft.withParties(before.actors(), before.recipients());
    }
    if (mention != null && !mention.trigger().all().isEmpty()) {
      return draft.withParties(participants(draft, discourse), draft.recipients());
    }
    List<String> actors = draft.actors();
    if (mention != null) {
      actors = choose("actor", draft, null, actors, discourse);
      if (draft.type() == EventType.MOBILIZE) {
        actors = parties.withForces(mention, actors);
      }
    }
    List<String> named = implied.named(actors, List.of());
    String known = named.isEmpty() ? null : named.get(0);
    Filled found = recipients(draft, named, known, discourse);
    List<String> recipients = new ArrayList<>(implied.named(found.parties(), named));
    String why = found.why();
    if (why == null && !(named.equals(actors) && recipients.equals(found.parties()))) {
      why = "parties:both-sides";
    }
    recipients.removeAll(named);
    Draft filled = draft.withParties(named, recipients);
    return why == null ? filled : filled.because(why);
  }

  /**
   * @param why which rule found them; null for none or the model
   */
  private record Filled(List<String> parties, @Nullable String why) {}

  private Filled recipients(
      Draft draft, List<String> actors, @Nullable String known, Discourse discourse) {
    Mention mention = draft.source().mention();
    if (mention == null) {
      List<String> before = implied.before(draft, discourse);
      if (!before.isEmpty()) {
        return new Filled(before, "recipient:as-before");
      }
      List<String> target = choose("target", draft, known, draft.recipients(), discourse);
      Statement statement = draft.source().statement();
      boolean asked =
          statement != null
              && statement.addressee() != null
              && draft.recipients().contains(statement.addressee());
      if (draft.type() == EventType.REQUEST && asked) {
        return new Filled(draft.recipients(), null);
      }
      return new Filled(target, null);
    }
    if (draft.type() == EventType.MOBILIZE) {
      String threatened = implied.threatened(mention, actors);
      if (threatened != null) {
        return new Filled(List.of(threatened), "recipient:border");
      }
    }
    List<String> chosen = choose("recipient", draft, known, draft.recipients(), discourse);
    if (chosen.isEmpty() && draft.type() == EventType.ASSAULT) {
      String attacked = implied.attacked(actors, features.around(draft), discourse);
      if (attacked != null) {
        return new Filled(List.of(attacked), "recipient:opponent");
      }
    }
    return new Filled(chosen, null);
  }

  /** Whether a definite noun without parties of its own ("angrepet") means what was told before. */
  private static boolean pointsBack(Draft draft) {
    return draft.actors().isEmpty()
        && draft.recipients().isEmpty()
        && PartyFeatures.definite(draft);
  }

  /** All who take part: those the rules name, and the likeliest where they name less than two. */
  private List<String> participants(Draft draft, Discourse discourse) {
    List<String> byRule = draft.actors();
    List<String> first = choose("participant", draft, null, byRule, discourse);
    if (first.isEmpty()) {
      return byRule;
    }
    Set<String> all = new LinkedHashSet<>(first);
    if (all.size() < 2) {
      List<String> rest = new ArrayList<>(byRule);
      rest.removeAll(first);
      all.addAll(choose("participant", draft, first.get(0), rest, discourse));
    }
    return new ArrayList<>(all);
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
    PartyFeatures.Setting setting = features.setting(draft, known);
    List<List<String>> all = new ArrayList<>();
    for (String candidate : candidates) {
      all.add(features.of(draft, setting, candidate, known, byRule, discourse));
    }
    if (observer != null) {
      observer.asked(
          question,
          known == null ? draft : draft.withParties(List.of(known), byRule),
          candidates,
          all);
    }
    ChoiceModel.Choice choice = model.choose(question, draft.type(), all, SOMEBODY);
    if (choice == null) {
      return byRule;
    }
    if (choice.index() < 0) {
      return List.of();
    }
    String chosen = candidates.get(choice.index());
    return byRule.contains(chosen) ? byRule : List.of(chosen);
  }
}
