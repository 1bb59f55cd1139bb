package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.codebook.plover.Plover;
import dev.detente.codebook.plover.Trigger;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events told by words of the trigger lexicon. */
final class TriggerEvents {
  private static final Set<String> OFFICIAL =
      Set.of("GOV", "IGO", "LEG", "MIL", "PTY", "REL", "ELI", "JUD", "OPP", "REB", "NGO");
  private static final Set<String> ARMED =
      Set.of("GOV", "MIL", "IGO", "REB", "PRM", "UAF", "COP", "SPY");
  private static final Set<EventType> VERBAL =
      Set.of(
          EventType.AGREE,
          EventType.SUPPORT,
          EventType.CONCEDE,
          EventType.REQUEST,
          EventType.ACCUSE,
          EventType.REJECT,
          EventType.THREATEN);

  /** How likely a mention must be to report an event. */
  private static final double LIKELY = 0.35;

  /** The same where the event is one of words, which a statement would tell more clearly. */
  private static final double LIKELY_VERBAL = 0.45;

  private final AnalysedArticle article;
  private final Cast cast;
  private final Plover plover;
  private final WordLists words;
  private final Parties parties;
  private final Occasion occasion;
  private final StatementIndex statements;
  private final TriggerFinder finder;
  private final StatusReader statusReader;
  private final QuantityReader quantities;
  private final ChoiceModel model;
  private final @Nullable Observer observer;
  private final List<Draft> doubtful = new ArrayList<>();

  TriggerEvents(
      AnalysedArticle article,
      Cast cast,
      Plover plover,
      TriggerLexicon lexicon,
      WordLists words,
      Parties parties,
      Occasion occasion,
      List<Statement> statements,
      ChoiceModel model,
      @Nullable Observer observer) {
    this.model = model;
    this.observer = observer;
    this.article = article;
    this.cast = cast;
    this.plover = plover;
    this.words = words;
    this.parties = parties;
    this.occasion = occasion;
    this.statements = new StatementIndex(statements);
    this.finder = new TriggerFinder(lexicon, cast);
    this.statusReader = new StatusReader(words);
    this.quantities = new QuantityReader(words, lexicon.numbers());
  }

  /** Drafts in order of the text, at most one for each word. */
  List<Draft> read() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < article.sentences().size(); i++) {
      List<Mention> mentions = finder.find(i, article.sentence(i));
      for (int from = 0; from < mentions.size(); ) {
        int to = from + 1;
        while (to < mentions.size() && mentions.get(to).head() == mentions.get(from).head()) {
          to++;
        }
        choose(mentions.subList(from, to), drafts);
        from = to;
      }
    }
    return drafts;
  }

  /** Adds the likeliest of what one word can tell, when it is likely enough. */
  private void choose(List<Mention> ofWord, List<Draft> drafts) {
    Found best = null;
    for (Mention mention : ofWord) {
      Found found = draft(mention, ofWord, drafts);
      if (found == null) {
        continue;
      }
      if (found.surplus() < 0) {
        doubtful.add(found.draft());
      } else if (best == null || found.surplus() > best.surplus()) {
        if (best != null) {
          doubtful.add(best.draft());
        }
        best = found;
      } else {
        doubtful.add(found.draft());
      }
    }
    if (best != null) {
      drafts.add(best.draft());
    }
  }

  /**
   * @param surplus how much likelier it is to be an event than it must be; negative when too little
   */
  private record Found(Draft draft, double surplus) {}

  /** What was found but is not likely to be an event; after {@link #read}. */
  List<Draft> doubtful() {
    return doubtful;
  }

  private @Nullable Found draft(Mention mention, List<Mention> ofWord, List<Draft> before) {
    Trigger trigger = mention.trigger();
    Sentence tree = mention.tree();
    Span anchor = anchor(mention);
    Span headSpan = tree.word(mention.head()).span();
    if (VERBAL.contains(trigger.type()) && statements.isCue(headSpan)) {
      // What a statement does by being made is for the statement to tell.
      return null;
    }
    Statement around = statements.around(headSpan);
    StatusReader.Reality reality = statusReader.read(mention);
    Standing standing = standing(trigger.type(), reality, around);
    List<String> actors;
    List<String> recipients;
    if (!trigger.all().isEmpty()) {
      actors = parties.every(mention, trigger.all());
      recipients = List.of();
    } else {
      actors = parties.first(mention, trigger.actor(), Set.of());
      recipients = parties.first(mention, trigger.recipient(), new HashSet<>(actors));
    }
    boolean sufficient =
        sufficient(trigger, actors, recipients)
            && (!trigger.needs().contains("number") || counted(mention));
    if (standing.status() == EventStatus.ALLEGED
        && around != null
        && around.speaker() != null
        && actors.contains(around.speaker())) {
      // A source's report of its own act is not in dispute.
      standing = new Standing(EventStatus.ACTUAL, null, standing.usual());
    }
    String mode = trigger.mode();
    if (mode == null) {
      mode = words.mode(trigger.type(), List.of(tree), List.of(clause(mention)));
    }
    String date = occasion.dateOf(mention.sentence(), mention.head());
    String place = occasion.placeIn(mention.sentence(), mention.head(), anchor);
    EventStatus status = standing.status();
    EventType type = trigger.type();
    String reason = "rule:" + trigger.id() + " \"" + trigger.pattern().text() + "\"";
    if (status == EventStatus.ACTUAL && occasion.afterPublication(date)) {
      status = EventStatus.FUTURE;
    }
    if (status == EventStatus.ACTUAL && occasion.longBefore(date)) {
      status = EventStatus.HISTORICAL;
    }
    if (status == EventStatus.FUTURE && plover.announced(type) != type) {
      type = plover.announced(type);
      mode = null;
      status = EventStatus.ACTUAL;
      reason = reason + " announced";
    }
    if (date == null
        && status == EventStatus.ACTUAL
        && type == trigger.type()
        && trigger.part() == Trigger.Part.VERB) {
      date = occasion.defaultDate(mention.sentence());
    }
    Draft draft =
        new Draft(
            new Draft.Source(mention.sentence(), mention.head(), mention, null),
            type,
            mode,
            trigger.contexts(),
            type == trigger.type() ? trigger.cameo() : null,
            actors,
            recipients,
            place,
            date,
            status,
            standing.statement(),
            quantities.read(mention),
            anchor,
            tree.span(),
            trigger.part() == Trigger.Part.VERB ? 2 : 1,
            reason);
    List<String> features =
        MentionFeatures.of(
            article,
            cast,
            mention,
            draft,
            reality,
            around,
            standing.usual(),
            sufficient,
            ofWord,
            before);
    if (observer != null) {
      observer.asked("event", draft, List.of("event"), List.of(features));
    }
    double probability =
        model.probability(
            "event", trigger.type(), features, sufficient && standing.usual() ? 1 : 0);
    double least = VERBAL.contains(trigger.type()) ? LIKELY_VERBAL : LIKELY;
    return new Found(draft, probability - least);
  }

  /**
   * @param usual whether such a mention is worth recording where no model decides
   */
  private record Standing(EventStatus status, @Nullable String statement, boolean usual) {}

  /** Status by the clause and by the statement around it. */
  private static Standing standing(
      EventType type, StatusReader.Reality reality, @Nullable Statement around) {
    if (around == null) {
      return switch (reality) {
        case STATED -> new Standing(EventStatus.ACTUAL, null, true);
        case NEGATED -> new Standing(EventStatus.NEGATED, null, true);
        case AHEAD -> new Standing(EventStatus.FUTURE, null, true);
        case REPORTED -> new Standing(EventStatus.ALLEGED, null, true);
        case POSSIBLE, OPEN -> new Standing(EventStatus.HYPOTHETICAL, null, false);
      };
    }
    boolean direct = around.kind() == StatementKind.DIRECT;
    boolean verbal = VERBAL.contains(type);
    return switch (around.act()) {
      case CLAIM, ACCUSE ->
          switch (reality) {
            case STATED, REPORTED -> new Standing(EventStatus.ALLEGED, around.id(), !verbal);
            case POSSIBLE, AHEAD -> new Standing(EventStatus.HYPOTHETICAL, around.id(), !verbal);
            case NEGATED -> new Standing(EventStatus.NEGATED, null, false);
            case OPEN -> new Standing(EventStatus.ALLEGED, around.id(), false);
          };
      case SAY, CONFIRM ->
          switch (reality) {
            case STATED, REPORTED -> new Standing(EventStatus.ACTUAL, null, !direct && !verbal);
            case AHEAD -> new Standing(EventStatus.FUTURE, null, !direct && !verbal);
            case NEGATED -> new Standing(EventStatus.NEGATED, null, !direct && !verbal);
            case POSSIBLE, OPEN -> new Standing(EventStatus.HYPOTHETICAL, around.id(), false);
          };
      case THREATEN, WARN ->
          new Standing(
              EventStatus.HYPOTHETICAL,
              around.id(),
              !verbal && reality != StatusReader.Reality.NEGATED);
      // The object of criticism is told as fact: "fordømmer angrepet på byen".
      case CRITICISE, PRAISE, SUPPORT, APOLOGISE ->
          reality == StatusReader.Reality.STATED
              ? new Standing(EventStatus.ACTUAL, null, !direct && !verbal)
              : new Standing(EventStatus.HYPOTHETICAL, around.id(), false);
      case DENY ->
          reality == StatusReader.Reality.NEGATED
              ? new Standing(EventStatus.NEGATED, null, false)
              : new Standing(EventStatus.ALLEGED, around.id(), false);
      case REFUSE -> new Standing(EventStatus.NEGATED, null, false);
      default ->
          reality == StatusReader.Reality.NEGATED
              ? new Standing(EventStatus.NEGATED, null, false)
              : new Standing(EventStatus.HYPOTHETICAL, around.id(), false);
    };
  }

  private boolean sufficient(Trigger trigger, List<String> actors, List<String> recipients) {
    for (String need : trigger.needs()) {
      boolean met =
          switch (need) {
            case "actor" -> !actors.isEmpty();
            case "recipient" -> !recipients.isEmpty();
            case "any" -> !actors.isEmpty() || !recipients.isEmpty();
            case "two" -> actors.size() + recipients.size() >= 2;
            case "official" -> anyOf(actors, OFFICIAL);
            case "armed" -> anyOf(actors, ARMED);
            default -> true;
          };
      if (!met) {
        return false;
      }
    }
    // An event may be told without its parties ("Internett er stengt"), but not by an ambiguous
    // word.
    return !actors.isEmpty() || !recipients.isEmpty() || trigger.needs().isEmpty();
  }

  /** Whether a number stands with one of the mention's words: "150 000 soldater". */
  private static boolean counted(Mention mention) {
    Sentence tree = mention.tree();
    for (int word : mention.words()) {
      if (word == mention.head()) {
        continue;
      }
      for (int i = Math.max(0, word - 3); i < word; i++) {
        if (tree.word(i).upos().equals("NUM")) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean anyOf(List<String> actors, Set<String> sectors) {
    for (String id : actors) {
      Actor actor = cast.actor(id);
      if (actor.kind() == ActorKind.STATE
          || actor.sector() != null && sectors.contains(actor.sector())) {
        return true;
      }
    }
    return false;
  }

  private static Span anchor(Mention mention) {
    Sentence tree = mention.tree();
    Span span = tree.word(mention.head()).span();
    if (mention.words().size() <= 3) {
      for (int word : mention.words()) {
        Span other = tree.word(word).span();
        if (Math.abs(word - mention.head()) <= 3) {
          span = span.union(other);
        }
      }
    }
    return span;
  }

  /** The words around a trigger that may say how: its own subtree, or for a noun its verb's. */
  private static Span clause(Mention mention) {
    Sentence tree = mention.tree();
    if (mention.trigger().part() == Trigger.Part.NOUN) {
      int verb = Tree.governingVerb(tree, mention.head(), 1);
      if (verb >= 0) {
        return tree.subtreeSpan(verb);
      }
    }
    return tree.subtreeSpan(mention.head());
  }
}
