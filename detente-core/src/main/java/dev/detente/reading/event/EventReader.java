package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.plover.Plover;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who does what to whom. Two sources are joined: what statements do by being made (a demand,
 * an accusation), and words of the trigger lexicon with the parties around them in the tree.
 * Mentions of the same event become one record. Immutable and thread-safe.
 */
public final class EventReader {
  private final Plover plover;
  private final Map<String, TriggerLexicon> lexicons;
  private final ChoiceModel model;

  /** Loads the event scheme and the trigger lexicons of all languages. */
  public EventReader(Codebook codebook) {
    this(codebook, ChoiceModel.load());
  }

  EventReader(Codebook codebook, ChoiceModel model) {
    this.plover = Plover.load(codebook);
    this.model = model;
    this.lexicons = new LinkedHashMap<>();
    for (String language : List.of("nb", "nn", "en", "da", "sv")) {
      lexicons.put(language, TriggerLexicon.load(codebook, plover, language));
    }
  }

  /** Events in order of the text, ids {@code e1}, {@code e2}, ... */
  public List<Event> read(
      AnalysedArticle article,
      Cast cast,
      List<Statement> statements,
      List<TimeExpression> times,
      List<Place> places) {
    return read(article, cast, statements, times, places, null);
  }

  List<Event> read(
      AnalysedArticle article,
      Cast cast,
      List<Statement> statements,
      List<TimeExpression> times,
      List<Place> places,
      @Nullable Observer observer) {
    TriggerLexicon lexicon = lexicons.get(article.language());
    if (lexicon == null) {
      lexicon = lexicons.get(Codebook.folderOf(article.language()));
    }
    if (lexicon == null) {
      return List.of();
    }
    WordLists words = new WordLists(lexicon);
    Parties parties =
        new Parties(
            cast,
            words.list("light"),
            words.list("agent"),
            words.list("origin"),
            words.list("outward"));
    Occasion occasion = new Occasion(article, times, places, statements, words.list("locative"));
    TriggerEvents triggers =
        new TriggerEvents(
            article, cast, plover, lexicon, words, parties, occasion, statements, model, observer);
    List<Draft> drafts = new ArrayList<>(triggers.read());
    List<Draft> found = new ArrayList<>(drafts);
    found.addAll(triggers.doubtful());
    Told told = new Told(article, found);
    List<Draft> deeds =
        new StatementEvents(
                article,
                cast,
                plover,
                words,
                parties,
                occasion,
                new DeedFeatures(article, cast, words, told),
                model,
                observer)
            .read(statements);
    drafts.addAll(deeds);
    found.addAll(deeds);
    Set<Draft> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());
    if (observer != null) {
      for (Draft draft : triggers.doubtful()) {
        if (observer.wants(draft)) {
          doubtful.add(draft);
          drafts.add(draft);
        }
      }
    }
    drafts.sort(Comparator.comparing(Draft::anchor, Comparator.<Span>naturalOrder()));
    List<Draft> filled =
        new PartyChoice(
                model,
                new PartyFeatures(article, cast, parties, statements, places, occasion, told),
                parties,
                new Implied(article, cast, words, occasion, new Encounters(article, cast, found)),
                observer)
            .fill(drafts, doubtful);
    Meetings meetings = new Meetings(cast, places);
    ModeChoice modes = new ModeChoice(article, cast, plover, meetings, told, model, observer);
    WhereChoice where =
        new WhereChoice(
            new WhereFeatures(article, cast, occasion, words, statements, places, filled),
            model,
            observer);
    WhenChoice when =
        new WhenChoice(
            new WhenFeatures(article, occasion, statements, filled), occasion, model, observer);
    filled = filled.stream().map(where::choose).map(when::choose).toList();
    List<Draft> kept = new ArrayList<>();
    for (int i = 0; i < filled.size(); i++) {
      if (observer != null) {
        modes.choose(meetings.byVenue(filled.get(i)));
      }
      if (!doubtful.contains(drafts.get(i))) {
        kept.add(filled.get(i));
      }
    }
    kept = meetings.settle(kept);
    EventMerger merger = new EventMerger(cast, places);
    List<Draft> spoken = new ArrayList<>();
    List<Draft> other = new ArrayList<>();
    for (Draft draft : kept) {
      (draft.source().statement() != null ? spoken : other).add(draft);
    }
    List<Draft> all = new ArrayList<>();
    for (Draft draft : merger.absorb(merger.merge(spoken), merger.merge(other))) {
      Draft placed = meetings.byVenue(draft);
      all.add(meetings.hosted(observer == null ? modes.choose(placed) : placed));
    }
    all.sort(Comparator.comparing(Draft::anchor, Comparator.<Span>naturalOrder()));
    List<Event> events = new ArrayList<>();
    for (Draft draft : all) {
      Plover.Coding coding = plover.coding(draft.type(), draft.mode(), draft.cameo());
      events.add(
          new Event(
              "e" + (events.size() + 1),
              draft.type(),
              draft.mode(),
              draft.contexts(),
              coding.cameo(),
              coding.goldstein(),
              coding.score(),
              coding.quad(),
              draft.actors(),
              draft.recipients(),
              draft.place(),
              draft.date(),
              draft.status(),
              draft.statement(),
              draft.quantities(),
              draft.anchor(),
              draft.evidence(),
              draft.why()));
    }
    return events;
  }
}
