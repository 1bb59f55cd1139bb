package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.plover.Trigger;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against an actor of the article being a party to an event: its place in the
 * tree and in the sentence, what it is, and what has been told of it before. Features are names;
 * the party model gives each a weight.
 */
final class PartyFeatures {
  private static final int FAR = 4;
  private static final int OFTEN = 25;
  private static final int NEAR = 40;
  private static final int WINDOW = 25;

  /** Longest way through the tree that is told in full. */
  private static final int PATH = 5;

  private static final String PRESS = "JRN";

  private static final Set<EventType> HOSTILE =
      EnumSet.of(
          EventType.ASSAULT,
          EventType.COERCE,
          EventType.MOBILIZE,
          EventType.REJECT,
          EventType.THREATEN);

  /** Features that tell what a candidate did before. */
  private static final Set<String> BEFORE =
      Set.of(
          "spoke-before",
          "addressed-before",
          "earlier-target",
          "earlier-opponent",
          "previous-actor",
          "previous-recipient",
          "same-type-actor",
          "same-type-recipient",
          "last-mentioned",
          "in-headline",
          "rank=0",
          "rank-other=0",
          "speaks-after",
          "subject-before",
          "passage-before",
          "recent=0",
          "recent-abroad=0",
          "recent-lead=0",
          "alike=0",
          "alike-lead=0",
          "before=1");

  /** Longest way that is told together with the trigger. */
  private static final int FRAME = 3;

  private final AnalysedArticle article;
  private final Cast cast;
  private final Parties parties;
  private final Chunks chunks;
  private final StatementIndex statements;
  private final Occasion occasion;
  private final Told told;
  private final Map<String, @Nullable String> countryOfPlace = new HashMap<>();
  private final Set<String> inHeadline = new HashSet<>();
  private final Map<String, Integer> mentions = new LinkedHashMap<>();
  private final Map<String, Integer> firstSentence = new HashMap<>();

  /** Sentences that mention each actor, ascending. */
  private final Map<String, List<Integer>> sentences = new HashMap<>();

  /** The actor last mentioned before each sentence; empty for none. */
  private final List<String> lastBefore = new ArrayList<>();

  /** The actors mentioned most, most first. */
  private final List<String> often;

  private final Naming naming;
  private final Company company;

  /** What the article tells of each candidate, whatever the draft. */
  private final Map<String, List<String>> own = new HashMap<>();

  /** Where each candidate stands to the draft asked about last. */
  private final Map<String, Position> positions = new HashMap<>();

  private @Nullable Draft asked;

  /** By two actors how many of those mentioned most stand more often with the first. */
  private final Map<String, Map<String, Integer>> together = new HashMap<>();

  PartyFeatures(
      AnalysedArticle article,
      Cast cast,
      Parties parties,
      List<Statement> statements,
      List<Place> places,
      Occasion occasion,
      Told told) {
    this.occasion = occasion;
    this.told = told;
    this.article = article;
    this.cast = cast;
    this.parties = parties;
    this.statements = new StatementIndex(statements);
    places.forEach(place -> countryOfPlace.put(place.id(), place.country()));
    this.chunks = new Chunks(cast);
    this.naming = new Naming(article, cast);
    this.company = new Company(article, cast, chunks, naming, statements);
    String last = "";
    for (int s = 0; s < article.sentences().size(); s++) {
      lastBefore.add(last);
      for (Chunks.Chunk chunk : chunks.of(s, article.sentence(s))) {
        String actor = chunk.actor();
        last = actor;
        mentions.merge(actor, 1, Integer::sum);
        firstSentence.putIfAbsent(actor, s);
        Passage passage = article.passageOf(article.sentence(s));
        if (passage != null && passage.kind() == PassageKind.HEADLINE) {
          inHeadline.add(actor);
        }
        List<Integer> at = sentences.computeIfAbsent(actor, a -> new ArrayList<>());
        if (at.isEmpty() || at.get(at.size() - 1) != s) {
          at.add(s);
        }
      }
    }
    List<String> byCount = new ArrayList<>(mentions.keySet());
    byCount.sort(
        Comparator.comparing((String actor) -> mentions.getOrDefault(actor, 0)).reversed());
    this.often = List.copyOf(byCount.subList(0, Math.min(OFTEN, byCount.size())));
  }

  Cast cast() {
    return cast;
  }

  /**
   * Who could be a party: everybody mentioned near the draft and those the article mentions most.
   * At most {@code OFTEN + NEAR} of them, so that a long article costs no more than in proportion.
   */
  List<String> candidates(Draft draft) {
    int home = draft.source().sentence();
    Set<String> found = new LinkedHashSet<>(often);
    for (int distance = 0; distance <= WINDOW && found.size() < OFTEN + NEAR; distance++) {
      add(home - distance, found);
      if (distance > 0) {
        add(home + distance, found);
      }
    }
    for (Occasion.Standing standing : occasion.standingsIn(article.sentence(home))) {
      String country = standing.place().country();
      String state = country == null ? null : cast.state(country);
      if (state != null) {
        found.add(state);
      }
    }
    return new ArrayList<>(found);
  }

  private void add(int sentence, Set<String> found) {
    if (sentence < 0 || sentence >= article.sentences().size()) {
      return;
    }
    for (Chunks.Chunk chunk : chunks.of(sentence, article.sentence(sentence))) {
      if (found.size() < OFTEN + NEAR) {
        found.add(chunk.actor());
      }
    }
  }

  /**
   * What a draft stands in, the same for all its candidates.
   *
   * @param around the smallest statement that holds a trigger; null for none
   * @param before the last statement of somebody else before the draft's own; null for none
   * @param deeds what is told within the draft's own statement
   * @param company who goes with the draft's own statement by what else is told; null for none
   * @param said what is said in the draft's own statement; null for none
   */
  record Setting(
      @Nullable Statement around,
      @Nullable Statement before,
      List<Draft> deeds,
      Company.@Nullable Order company,
      @Nullable Said said) {}

  /**
   * What a statement says.
   *
   * @param roots the topmost word of each stretch of it, where it has one
   * @param second whether it speaks to somebody
   * @param that whether it begins with something known that is nobody: "kaller vedtaket ..."
   */
  private record Said(List<Root> roots, boolean second, boolean that) {}

  private record Root(int sentence, int word, Span content) {}

  /**
   * Where a candidate stands to a draft.
   *
   * @param far whether no short way leads from the draft's trigger to it
   */
  private record Position(List<String> features, boolean far) {}

  /**
   * @param known the party already found; null for none
   */
  Setting setting(Draft draft, @Nullable String known) {
    Statement own = draft.source().statement();
    return own == null
        ? new Setting(around(draft), null, List.of(), null, null)
        : new Setting(
            null,
            statements.before(own),
            told.within(own.content()),
            company.order(draft, own, known),
            said(own));
  }

  /** The smallest statement that holds a draft's trigger; null for none. */
  @Nullable Statement around(Draft draft) {
    return draft.source().statement() == null ? statements.around(draft.anchor()) : null;
  }

  /**
   * The statement that tells of a hostile act of somebody of another country than its speaker's;
   * null when the draft is no such act. What one side says of the other is its claim.
   */
  @Nullable Statement contested(Draft draft) {
    Statement around = around(draft);
    String speaker = around == null ? null : around.speaker();
    if (around == null
        || speaker == null
        || around.act() != Act.SAY
        || !HOSTILE.contains(draft.type())
        || draft.actors().isEmpty()) {
      return null;
    }
    Actor telling = cast.actor(speaker);
    if (telling.country() == null || PRESS.equals(telling.sector())) {
      return null;
    }
    for (String id : draft.actors()) {
      String country = cast.actor(id).country();
      if (country == null || country.equals(telling.country())) {
        return null;
      }
    }
    return around;
  }

  /**
   * Features of one candidate.
   *
   * @param known the party already found (the actor, when a recipient is looked for); null when
   *     none
   * @param byRule those that the rules name for the part in question, best first
   */
  List<String> of(
      Draft draft,
      Setting setting,
      String candidate,
      @Nullable String known,
      List<String> byRule,
      Discourse discourse) {
    Actor actor = cast.actor(candidate);
    List<String> features = new ArrayList<>(own.computeIfAbsent(candidate, this::own));
    if (byRule.isEmpty()) {
      features.add("no-rule");
    } else if (byRule.contains(candidate)) {
      features.add("by-rule");
      features.add("by-rule:" + actor.kind().label());
    } else {
      features.add("not-by-rule");
    }
    String place = draft.place();
    String where = place == null ? null : countryOfPlace.get(place);
    if (where != null && where.equals(actor.country())) {
      features.add("place-country");
      features.add("place-country:" + actor.kind().label());
    }
    if (known != null) {
      Actor other = cast.actor(known);
      features.add("rank-other=" + rank(candidate, other.country()));
      features.add("pair=" + what(other) + ">" + what(actor) + relation(other, actor));
      if (actor.country() != null && other.country() != null) {
        boolean same = Objects.equals(actor.country(), other.country());
        features.add(same ? "same-country" : "other-country");
        if (!same && actor.kind() == ActorKind.STATE) {
          features.add("foreign-state");
        }
      }
      if (candidate.equals(discourse.targetOf(known))) {
        features.add("earlier-target");
      }
      if (candidate.equals(discourse.opponentOf(known))) {
        features.add("earlier-opponent");
      }
      features.add("acted-on=" + Math.min(2, discourse.between(known, candidate)));
      features.add("acted-on-by=" + Math.min(2, discourse.between(candidate, known)));
      features.add("together=" + together(known, candidate));
    }
    Draft previous = discourse.previous();
    if (previous != null) {
      if (previous.actors().contains(candidate)) {
        features.add("previous-actor");
      }
      if (previous.recipients().contains(candidate)) {
        features.add("previous-recipient");
      }
    }
    Draft same = discourse.lastOf(draft.type());
    if (same != null) {
      boolean definite = definite(draft);
      if (same.actors().contains(candidate)) {
        features.add("same-type-actor");
        features.add("same-type-actor:" + definite);
      } else if (same.recipients().contains(candidate)) {
        features.add("same-type-recipient");
        features.add("same-type-recipient:" + definite);
      }
    }
    located(draft, actor, features);
    features.add("acted=" + Math.min(2, discourse.acted(candidate)));
    features.add("suffered=" + Math.min(2, discourse.suffered(candidate)));
    features.add("speaks=" + Math.min(2, statements.spoken(candidate)));
    Position position = position(draft, setting.around(), candidate);
    features.addAll(position.features());
    boolean alone = position.far() && byRule.isEmpty();
    Statement statement = draft.source().statement();
    Said said = setting.said();
    if (statement != null && said != null) {
      features.add("act=" + statement.act().label() + ":" + what(actor));
      if (setting.company() != null) {
        features.addAll(setting.company().features(candidate));
      }
      told(candidate, known, discourse, features);
      alone |= !spoken(statement, said, setting, draft, candidate, discourse, features);
    }
    if (alone) {
      joined("alone:", features);
    }
    if (said != null && said.that()) {
      joined("that:", features);
    }
    return features;
  }

  private List<String> own(String candidate) {
    List<String> features = new ArrayList<>();
    Actor actor = cast.actor(candidate);
    features.add("kind=" + actor.kind().label());
    features.add("sector=" + (actor.sector() == null ? "none" : actor.sector()));
    int count = mentions.getOrDefault(candidate, 0);
    features.add("mentions=" + (count >= 5 ? "5+" : count >= 3 ? "3-4" : String.valueOf(count)));
    int first = firstSentence.getOrDefault(candidate, FAR);
    features.add("first=" + (first <= 1 ? "top" : "later"));
    if (candidate.equals(cast.outlet())) {
      features.add("outlet");
    }
    if (inHeadline.contains(candidate)) {
      features.add("in-headline");
    }
    if (actor.role() != null) {
      features.add("office=" + actor.role().toLowerCase(Locale.ROOT));
    }
    features.add("rank=" + rank(candidate, null));
    return features;
  }

  /** Found once for all that is asked about a draft before the next. */
  private Position position(Draft draft, @Nullable Statement around, String candidate) {
    if (asked != draft) {
      asked = draft;
      positions.clear();
    }
    return positions.computeIfAbsent(
        candidate,
        who -> {
          List<String> features = new ArrayList<>();
          place(draft, who, features);
          Mention mention = draft.source().mention();
          boolean far = false;
          if (mention != null) {
            features.add("t=" + mention.trigger().id());
            features.add("t=" + mention.trigger().id() + ":" + what(cast.actor(who)));
            roles(mention, who, features);
            far = !frame(mention, who, features);
            around(around, mention, who, features);
          }
          return new Position(features, far);
        });
  }

  /** What a candidate did last of each kind, and whether to or by the party already found. */
  private void told(
      String candidate, @Nullable String known, Discourse discourse, List<String> features) {
    for (EventType type : EventType.values()) {
      Draft last = discourse.lastOf(type);
      if (last == null) {
        continue;
      }
      if (last.actors().contains(candidate)) {
        features.add("last-actor:" + type);
        if (known != null && onSideOf(known, last.recipients())) {
          features.add("last-actor-on:" + type);
        }
      }
      if (last.recipients().contains(candidate)) {
        features.add("last-recipient:" + type);
        if (known != null && onSideOf(known, last.actors())) {
          features.add("last-recipient-of:" + type);
        }
      }
    }
  }

  private boolean onSideOf(String known, List<String> parties) {
    String side = Encounters.side(cast, known);
    for (String party : parties) {
      if (side.equals(Encounters.side(cast, party))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a draft's trigger is a noun that points back: "angrepet". */
  static boolean definite(Draft draft) {
    Mention mention = draft.source().mention();
    return mention != null
        && mention.trigger().part() == Trigger.Part.NOUN
        && mention.tree().word(mention.head()).feat("Definite").equals("Def");
  }

  /** Whether a place of a state's own stands in the draft's sentence, and where. */
  private void located(Draft draft, Actor actor, List<String> features) {
    if (actor.country() == null || actor.kind() == ActorKind.ORGANISATION) {
      return;
    }
    int home = draft.source().sentence();
    Sentence sentence = article.sentence(home);
    for (Occasion.Standing standing : occasion.standingsIn(sentence)) {
      if (!actor.country().equals(standing.place().country())) {
        continue;
      }
      int word = Occasion.wordAt(sentence, standing.span());
      String mentioned = word < 0 ? null : cast.actorAt(home, word);
      if (word < 0 || mentioned != null && cast.actor(mentioned).kind() == ActorKind.STATE) {
        continue;
      }
      String path = Tree.path(sentence, draft.source().head(), word, PATH);
      features.add("place-here:" + actor.kind().label());
      if (path != null) {
        features.add("place-path=" + actor.kind().label() + path);
      }
    }
  }

  /** How many of those mentioned most stand with one actor in more sentences than another does. */
  private String together(String known, String candidate) {
    Map<String, Integer> counts = together.computeIfAbsent(known, this::togetherWith);
    int own = counts.getOrDefault(candidate, 0);
    if (own == 0) {
      return "never";
    }
    int rank = 0;
    for (int other : counts.values()) {
      rank += other > own ? 1 : 0;
    }
    return String.valueOf(Math.min(rank, 3)) + (own > 1 ? "" : "once");
  }

  private Map<String, Integer> togetherWith(String known) {
    Set<Integer> own = new HashSet<>(sentences.getOrDefault(known, List.of()));
    Map<String, Integer> counts = new HashMap<>();
    for (Map.Entry<String, List<Integer>> other : sentences.entrySet()) {
      if (other.getKey().equals(known)) {
        continue;
      }
      for (int sentence : other.getValue()) {
        if (own.contains(sentence)) {
          counts.merge(other.getKey(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private static String what(Actor actor) {
    return actor.kind().label() + "/" + (actor.sector() == null ? "none" : actor.sector());
  }

  private static String relation(Actor one, Actor other) {
    if (one.country() == null || other.country() == null) {
      return "?";
    }
    return one.country().equals(other.country()) ? "=" : "";
  }

  /** How many actors, of another country when one is given, the article mentions more often. */
  private int rank(String candidate, @Nullable String otherThan) {
    int rank = 0;
    for (String actor : often) {
      if (actor.equals(candidate)) {
        return Math.min(rank, 3);
      }
      if (otherThan == null || !otherThan.equals(cast.actor(actor).country())) {
        rank++;
      }
    }
    return 3;
  }

  /**
   * The way through the tree from a trigger to a candidate's nearest mention.
   *
   * @return whether there is one
   */
  private boolean frame(Mention mention, String candidate, List<String> features) {
    String path = path(mention.sentence(), mention.tree(), mention.head(), candidate, null);
    String part = mention.trigger().part() == Trigger.Part.NOUN ? "n" : "v";
    if (part.equals("v") && Tree.passive(mention.tree(), mention.head())) {
      part = "p";
    }
    if (path == null) {
      features.add("path=far");
      return false;
    }
    features.add("path=" + part + path);
    if (steps(path) <= FRAME) {
      features.add("frame=" + mention.trigger().id() + ":" + part + path);
    }
    return true;
  }

  private static int steps(String path) {
    int steps = 0;
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '^' || path.charAt(i) == '.') {
        steps++;
      }
    }
    return steps;
  }

  /**
   * The shortest way from a word to a mention of a candidate; null when none is short enough.
   *
   * @param within where the mention must stand; null for anywhere in the sentence
   */
  private @Nullable String path(
      int index, Sentence sentence, int from, String candidate, @Nullable Span within) {
    String best = null;
    for (Chunks.Chunk chunk : chunks.of(index, sentence)) {
      if (!chunk.actor().equals(candidate)
          || within != null && !within.contains(sentence.word(chunk.start()).span())) {
        continue;
      }
      String path = Tree.path(sentence, from, head(sentence, chunk), PATH);
      if (path != null && (best == null || steps(path) < steps(best))) {
        best = path;
      }
    }
    return best;
  }

  /** What a candidate has to do with the statement that tells of the event. */
  private void around(
      @Nullable Statement around, Mention mention, String candidate, List<String> features) {
    if (around == null) {
      return;
    }
    String speaker = around.speaker();
    if (speaker != null) {
      Actor speaking = cast.actor(speaker);
      Actor actor = cast.actor(candidate);
      boolean self = candidate.equals(speaker);
      boolean side =
          !self
              && actor.kind() != ActorKind.PERSON
              && actor.country() != null
              && actor.country().equals(speaking.country());
      String who = self ? "speaker" : side ? "speaker-side" : "not-speaker";
      features.add("around:" + who);
      features.add("around:" + who + ":" + around.act().label());
      for (String relation : List.of("nsubj", "obj", "nmod:poss", "det")) {
        int child = mention.tree().child(mention.head(), relation);
        if (child >= 0 && mention.tree().word(child).feat("Person").equals("1")) {
          features.add("we-" + relation + ":" + who);
        }
      }
    }
    if (candidate.equals(around.addressee())) {
      features.add("around:addressee");
    }
  }

  /**
   * Joins what was told before with nobody being named here, since what is said of nobody answers
   * what was said before; or with what else makes it count.
   */
  private static void joined(String with, List<String> features) {
    List<String> joined = new ArrayList<>();
    for (String feature : features) {
      if (BEFORE.contains(feature) || feature.startsWith("last-")) {
        joined.add(with + feature);
      }
    }
    features.addAll(joined);
  }

  private void place(Draft draft, String candidate, List<String> features) {
    int home = draft.source().sentence();
    int head = draft.source().head();
    boolean nearest = true;
    boolean here = false;
    int bestDistance = Integer.MAX_VALUE;
    String bestPlace = "";
    Chunks.Chunk best = null;
    String closestOther = "";
    int otherDistance = Integer.MAX_VALUE;
    for (Chunks.Chunk chunk : chunks.of(home, article.sentence(home))) {
      int distance =
          chunk.end() <= head
              ? head - chunk.end()
              : chunk.start() > head ? chunk.start() - head : 0;
      if (chunk.actor().equals(candidate)) {
        here = true;
        if (distance < bestDistance) {
          bestDistance = distance;
          best = chunk;
          String where = chunk.end() <= head ? "before" : "after";
          String how =
              chunk.genitive()
                  ? "genitive"
                  : chunk.preposition() == null ? "bare" : "prep=" + chunk.preposition();
          bestPlace = where + ":" + how;
        }
      } else if (distance < otherDistance) {
        otherDistance = distance;
        closestOther = chunk.actor();
      }
    }
    if (here) {
      features.add("here");
      features.add("here:" + bestPlace);
      if (best != null) {
        features.add("here-form=" + naming.form(home, best));
      }
      features.add("distance=" + (bestDistance <= 2 ? "2" : bestDistance <= 5 ? "5" : "far"));
      nearest = closestOther.isEmpty() || bestDistance <= otherDistance;
      if (nearest) {
        features.add("here:nearest");
      }
    } else {
      List<Integer> at = sentences.getOrDefault(candidate, List.of());
      int found = Collections.binarySearch(at, home);
      int next = found >= 0 ? found : -found - 1;
      features.add(next == 0 ? "before=none" : "before=" + Math.min(FAR, home - at.get(next - 1)));
      features.add(
          next >= at.size() ? "after=none" : "after=" + Math.min(FAR, at.get(next) - home));
      if (next > 0 && lastBefore.get(home).equals(candidate)) {
        features.add("last-mentioned");
      }
      if (next > 0 && samePassage(home, at.get(next - 1))) {
        features.add("passage-before");
      }
      if (next < at.size() && samePassage(home, at.get(next))) {
        features.add("passage-after");
      }
    }
    if (candidate.equals(naming.subject(home))) {
      features.add("subject-here");
    }
    if (home > 0 && candidate.equals(naming.subject(home - 1))) {
      features.add("subject-before");
    }
    Passage passage = article.passageOf(article.sentence(home));
    if (passage != null && passage.kind() == PassageKind.HEADLINE) {
      features.add("headline:" + (here ? "here" : "elsewhere"));
    }
  }

  private boolean samePassage(int one, int other) {
    Passage passage = article.passageOf(article.sentence(one));
    return passage != null && passage.equals(article.passageOf(article.sentence(other)));
  }

  private void roles(Mention mention, String candidate, List<String> features) {
    Trigger trigger = mention.trigger();
    String part = trigger.part() == Trigger.Part.VERB ? "v" : "n";
    boolean passive =
        trigger.part() == Trigger.Part.VERB && Tree.passive(mention.tree(), mention.head());
    role(
        mention,
        trigger.all().isEmpty() ? trigger.actor() : trigger.all(),
        "actor",
        candidate,
        part,
        features);
    role(mention, trigger.recipient(), "recipient", candidate, part, features);
    for (String role : List.of("subj", "obj", "iobj", "gen", "adj", "light", "near")) {
      if (parties.holds(mention, role, candidate)) {
        features.add("role=" + role + ":" + part);
      }
    }
    if (passive) {
      features.add("passive");
    }
  }

  private void role(
      Mention mention,
      List<String> roles,
      String side,
      String candidate,
      String part,
      List<String> features) {
    for (int i = 0; i < roles.size(); i++) {
      String role = roles.get(i);
      if (parties.holds(mention, role, candidate)) {
        features.add(side + "-role");
        features.add(side + "-role:" + part + ":" + Math.min(i, 3));
        return;
      }
    }
    for (String role : roles) {
      if (parties.holdsByOrder(mention, role, candidate)) {
        features.add(side + "-order:" + part);
        return;
      }
    }
  }

  /**
   * What a candidate has to do with what is said.
   *
   * @return whether anybody but the speaker is named there
   */
  private boolean spoken(
      Statement statement,
      Said said,
      Setting setting,
      Draft draft,
      String candidate,
      Discourse discourse,
      List<String> features) {
    features.add(
        "act="
            + statement.act().label()
            + (candidate.equals(statement.addressee()) ? ":addressee" : ""));
    if (candidate.equals(statement.addressee())) {
      features.add("addressee");
    }
    if (statement.via().contains(candidate)) {
      features.add("via");
    }
    int order = 0;
    int outer = 0;
    boolean found = false;
    for (Span content : statement.content()) {
      for (int s = Math.max(0, article.sentenceAt(content.start()));
          !found
              && s < article.sentences().size()
              && article.sentence(s).span().start() < content.end();
          s++) {
        Sentence sentence = article.sentence(s);
        for (Chunks.Chunk chunk : chunks.of(s, sentence)) {
          if (!content.contains(sentence.word(chunk.start()).span())
              || chunk.actor().equals(statement.speaker())) {
            continue;
          }
          boolean nested = naming.nested(s, chunk);
          if (!chunk.actor().equals(candidate)) {
            order++;
            outer += nested ? 0 : 1;
            continue;
          }
          found = true;
          if (!nested) {
            features.add("content-outer=" + Math.min(outer, 2));
          }
          features.add("content-form=" + naming.form(s, chunk));
          Word word = sentence.word(head(sentence, chunk));
          features.add("content=" + (order == 0 ? "first" : order == 1 ? "second" : "later"));
          features.add("content:" + word.relation());
          String preposition = chunk.preposition();
          if (chunk.genitive()) {
            features.add("content:genitive");
          } else if (preposition != null) {
            features.add("content:prep=" + preposition);
          } else {
            features.add("content:bare");
          }
          break;
        }
      }
    }
    boolean named = found || order > 0;
    if (!named) {
      features.add("content-names-nobody");
    }
    contentFrame(statement, said, candidate, features);
    before(setting.before(), candidate, features);
    Statement next = statements.after(statement);
    if (next != null && candidate.equals(next.speaker())) {
      features.add("speaks-after");
      features.add("speaks-after:" + next.act().label());
    }
    deeds(setting.deeds(), candidate, discourse, features);
    // Parties of the cue's own clause: "anklager Russland for ...".
    Sentence home = article.sentence(draft.source().sentence());
    int cue = draft.source().head();
    for (int child : home.children(cue)) {
      if (candidate.equals(cast.actorAt(draft.source().sentence(), child))) {
        features.add("cue:" + home.word(child).relation());
      }
    }
    String path = path(draft.source().sentence(), home, cue, candidate, null);
    features.add("cue-path=" + (path == null ? "far" : path));
    if (path != null && steps(path) <= FRAME) {
      features.add("cue-frame=" + Tree.lemma(home, cue) + path);
    }
    return named;
  }

  private Said said(Statement statement) {
    List<Root> roots = new ArrayList<>();
    boolean second = false;
    for (Span content : statement.content()) {
      int index = article.sentenceAt(content.start());
      if (index < 0) {
        continue;
      }
      Sentence sentence = article.sentence(index);
      int root = -1;
      for (int i = 0; i < sentence.size(); i++) {
        Word word = sentence.word(i);
        if (!content.contains(word.span())) {
          continue;
        }
        second |= word.feat("Person").equals("2");
        if (root < 0
            && !word.upos().equals("PUNCT")
            && (word.head() < 0 || !content.contains(sentence.word(word.head()).span()))) {
          root = i;
        }
      }
      if (root >= 0) {
        roots.add(new Root(index, root, content));
      }
    }
    return new Said(roots, second, saysThat(statement));
  }

  private boolean saysThat(Statement statement) {
    Span content = statement.content().get(0);
    int index = article.sentenceAt(content.start());
    if (index < 0) {
      return false;
    }
    Sentence sentence = article.sentence(index);
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (content.contains(word.span()) && word.upos().equals("NOUN")) {
        int article = sentence.child(i, "det");
        boolean definite =
            word.feat("Definite").equals("Def")
                || article >= 0 && sentence.word(article).feat("Definite").equals("Def");
        return definite && cast.actorAt(index, i) == null;
      }
    }
    return false;
  }

  /** The way from the root of what is said to a candidate. */
  private void contentFrame(
      Statement statement, Said said, String candidate, List<String> features) {
    for (Root root : said.roots()) {
      Sentence sentence = article.sentence(root.sentence());
      String path = path(root.sentence(), sentence, root.word(), candidate, root.content());
      if (path != null) {
        features.add("said=" + path);
        features.add("said=" + sentence.word(root.word()).upos() + path);
        if (steps(path) <= 2) {
          features.add("said-frame=" + Tree.lemma(sentence, root.word()) + path);
          int auxiliary = sentence.child(root.word(), "aux");
          if (auxiliary >= 0) {
            features.add("said-aux=" + Tree.lemma(sentence, auxiliary) + path);
          }
        }
      }
    }
    if (said.second()) {
      features.add("you");
      if (candidate.equals(statement.addressee())) {
        features.add("you:addressee");
      }
    }
  }

  /** Whether a candidate does or suffers what is spoken of, here or where it was told before. */
  private static void deeds(
      List<Draft> deeds, String candidate, Discourse discourse, List<String> features) {
    for (Draft deed : deeds) {
      if (deed.actors().contains(candidate)) {
        features.add("does");
        features.add("does:" + deed.type());
      }
      if (deed.recipients().contains(candidate)) {
        features.add("suffers");
        features.add("suffers:" + deed.type());
      }
      Draft before = discourse.lastOf(deed.type());
      if (before != null && definite(deed)) {
        if (before.actors().contains(candidate)) {
          features.add("did-before");
        }
        if (before.recipients().contains(candidate)) {
          features.add("suffered-before");
        }
      }
    }
  }

  /** Whether a candidate spoke or was spoken to in the statements just before. */
  private static void before(@Nullable Statement last, String candidate, List<String> features) {
    if (last == null) {
      return;
    }
    if (candidate.equals(last.speaker())) {
      features.add("spoke-before");
      features.add("spoke-before:" + last.act().label());
    }
    if (candidate.equals(last.addressee())) {
      features.add("addressed-before");
    }
  }

  static int head(Sentence sentence, Chunks.Chunk chunk) {
    for (int i = chunk.start(); i < chunk.end(); i++) {
      int head = sentence.word(i).head();
      if (head < chunk.start() || head >= chunk.end()) {
        return i;
      }
    }
    return chunk.start();
  }
}
