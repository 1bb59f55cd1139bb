package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against a place of the article being that of an event: how it stands to the
 * event's words in the sentence, how far before or behind it was told, what else was told of it,
 * and whose land it is. Features are names; the model gives each a weight.
 */
final class WhereFeatures {
  /** Sentences before and behind an event whose places can be its own. */
  private static final int BEFORE = 12;

  private static final int BEHIND = 3;

  /** Sentences at the beginning whose places can be those of all events. */
  private static final int OPENING = 4;

  /** Further places that can be: those told most often. */
  private static final int OFTEN = 4;

  /** Most places that can be an event's, so that a list of places costs no more than a few. */
  private static final int MOST = 30;

  /** How many of the places told last count as such. */
  private static final int RECENT = 3;

  /** How many drafts before a draft, and half as many behind it, tell of its places. */
  private static final int AROUND = 16;

  /** Longest way through the tree that is told. */
  private static final int PATH = 5;

  /** Words at the beginning of a passage among which a place that dates it stands. */
  private static final int DATELINE = 2;

  private final AnalysedArticle article;
  private final Cast cast;
  private final Occasion occasion;
  private final WordLists words;
  private final StatementIndex statements;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** How often each place is told, and how often as where something happens. */
  private final Map<String, Integer> told = new HashMap<>();

  private final Map<String, Integer> located = new HashMap<>();

  /** Kinds of passages that name each place. */
  private final Map<String, Set<String>> passages = new HashMap<>();

  /** Places at the head of the article's text: "OSLO: ...". */
  private final Set<String> datelines = new HashSet<>();

  /** Places by how often they are told as where something happens, most first. */
  private final List<String> byCount;

  /** Drafts that have a place by the rules, in order of the text. */
  private final List<Draft> placed = new ArrayList<>();

  /** Places where each actor's statements are made. */
  private final Map<String, Set<String>> ofSpeaker = new HashMap<>();

  /** For each sentence the places told before it as where something happens, last first. */
  private final List<List<String>> recent = new ArrayList<>();

  /**
   * @param drafts all of the article, in order of their anchors, with the places that the rules
   *     find
   */
  WhereFeatures(
      AnalysedArticle article,
      Cast cast,
      Occasion occasion,
      WordLists words,
      List<Statement> statements,
      List<Place> places,
      List<Draft> drafts) {
    this.article = article;
    this.cast = cast;
    this.occasion = occasion;
    this.words = words;
    this.statements = new StatementIndex(statements);
    places.forEach(place -> this.places.put(place.id(), place));
    List<String> last = new ArrayList<>();
    for (int s = 0; s < article.sentences().size(); s++) {
      recent.add(List.copyOf(last));
      Sentence sentence = article.sentence(s);
      Passage passage = article.passageOf(sentence);
      String kind = passage == null ? "none" : passage.kind().label();
      for (Occasion.Standing standing : occasion.standingsIn(s)) {
        String id = standing.place().id();
        told.merge(id, 1, Integer::sum);
        passages.computeIfAbsent(id, key -> new TreeSet<>()).add(kind);
        boolean dates = isDateline(s, standing);
        if (dates) {
          datelines.add(id);
        }
        if (standing.located() || dates) {
          located.merge(id, 1, Integer::sum);
          last.remove(id);
          last.add(0, id);
          if (last.size() > RECENT) {
            last.remove(RECENT);
          }
        }
      }
    }
    this.byCount = new ArrayList<>(told.keySet());
    byCount.sort(
        Comparator.comparing((String id) -> located.getOrDefault(id, 0))
            .thenComparing(id -> told.getOrDefault(id, 0))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    for (Draft draft : drafts) {
      if (draft.place() != null) {
        placed.add(draft);
      }
    }
    for (Statement statement : statements) {
      if (statement.place() != null && statement.speaker() != null) {
        ofSpeaker
            .computeIfAbsent(statement.speaker(), key -> new HashSet<>())
            .add(statement.place());
      }
    }
  }

  /** Whether a place opens a passage of the beginning and stands for itself there. */
  private boolean isDateline(int index, Occasion.Standing standing) {
    Sentence sentence = article.sentence(index);
    Passage passage = article.passageOf(sentence);
    if (passage == null
        || passage.kind() == PassageKind.HEADLINE
        || standing.word() > DATELINE
        || sentence.span().start() != passage.span().start()
        || sentence.passage() > OPENING) {
      return false;
    }
    int behind = standing.word();
    while (behind < sentence.size() && sentence.word(behind).span().overlaps(standing.span())) {
      behind++;
    }
    String words = article.slice(standing.span());
    boolean capitals =
        words.length() > 3
            && words.equals(words.toUpperCase(Locale.ROOT))
            && behind <= DATELINE + 1;
    return capitals
        || behind < sentence.size()
            && ":(-–—".contains(sentence.word(behind).form().substring(0, 1));
  }

  /** Ids of places that can be a draft's, in order of the text's places. */
  List<String> candidates(Draft draft) {
    int home = draft.source().sentence();
    Set<String> found = new LinkedHashSet<>();
    add(home, found);
    Statement statement = draft.source().statement();
    if (statement != null && statement.place() != null) {
      found.add(statement.place());
    }
    for (int distance = 1; distance <= BEFORE; distance++) {
      if (distance <= BEHIND) {
        add(home + distance, found);
      }
      add(home - distance, found);
    }
    for (int s = 0; s < OPENING; s++) {
      add(s, found);
    }
    byCount.subList(0, Math.min(OFTEN, byCount.size())).forEach(id -> addTo(found, id));
    if (draft.place() != null) {
      found.add(draft.place());
    }
    List<String> ordered = new ArrayList<>(found);
    Collections.sort(ordered);
    return ordered;
  }

  private void add(int sentence, Set<String> found) {
    if (sentence >= 0 && sentence < article.sentences().size()) {
      for (Occasion.Standing standing : occasion.standingsIn(sentence)) {
        addTo(found, standing.place().id());
      }
    }
  }

  private static void addTo(Set<String> found, String id) {
    if (found.size() < MOST) {
      found.add(id);
    }
  }

  /**
   * The features of each candidate.
   *
   * @param draft with the place that the rules find
   * @param candidates ids of places
   */
  List<List<String>> of(Draft draft, List<String> candidates) {
    Setting setting = setting(draft);
    List<List<String>> all = new ArrayList<>();
    for (String candidate : candidates) {
      all.add(of(draft, setting, candidate, candidates));
    }
    return all;
  }

  /**
   * What is the same for all candidates of a draft.
   *
   * @param around the statement that a trigger stands in; null for none
   * @param content what a statement that is an event says; empty for a trigger
   * @param nearest id of the place told as where something happens that stands nearest to the
   *     draft's words in their sentence; null for none
   */
  private record Setting(
      int home,
      Sentence sentence,
      List<String> shared,
      @Nullable Statement around,
      List<Span> content,
      @Nullable String nearest) {}

  private Setting setting(Draft draft) {
    int home = draft.source().sentence();
    Sentence sentence = article.sentence(home);
    Statement own = draft.source().statement();
    Mention mention = draft.source().mention();
    Statement around = own == null ? statements.around(draft.anchor()) : null;
    Set<String> shared = new LinkedHashSet<>();
    shared.add("all");
    shared.add("all:mode=" + draft.mode());
    shared.add("all:status=" + draft.status().label());
    shared.add("all:by-rule=" + (draft.place() != null));
    shared.add("all:heading=" + (draft.clarity() == Draft.HEADING));
    if (mention != null) {
      shared.add("all:trigger=" + mention.trigger().id());
      shared.add("all:part=" + mention.trigger().part());
      shared.add("all:said=" + (around == null ? "no" : around.kind().label()));
      Word head = sentence.word(mention.head());
      shared.add("all:lemma=" + Tree.lemma(head));
      shared.add("all:definite=" + head.feat("Definite"));
      shared.add("all:tense=" + head.feat("Tense"));
    }
    if (own != null) {
      shared.add("all:act=" + own.act().label());
      shared.add("all:kind=" + own.kind().label());
    }
    String nearest = null;
    int least = Integer.MAX_VALUE;
    int count = 0;
    for (Occasion.Standing standing : occasion.standingsIn(home)) {
      if (standing.located()) {
        count++;
        int distance = Math.abs(standing.word() - draft.source().head());
        if (distance < least) {
          least = distance;
          nearest = standing.place().id();
        }
      }
    }
    shared.add("all:here=" + Math.min(2, count));
    for (int i = 0; i < sentence.size(); i++) {
      if (Tree.is(sentence, i, words.list("there"))) {
        shared.add("all:there");
        shared.add("all:there=" + Tree.form(sentence, i));
      }
    }
    shared.add("all:dateline=" + !datelines.isEmpty());
    return new Setting(
        home,
        sentence,
        List.copyOf(shared),
        around,
        own == null ? List.of() : own.content(),
        nearest);
  }

  private List<String> of(Draft draft, Setting setting, String id, List<String> candidates) {
    Place place = Objects.requireNonNull(places.get(id));
    Set<String> features = new LinkedHashSet<>(setting.shared());
    String precision = place.precision();
    if (id.equals(draft.place())) {
      features.add("by-rule");
      features.add("by-rule:" + precision);
    } else if (draft.place() != null) {
      features.add("not-by-rule");
    }
    features.add("precision=" + precision);
    String where = here(draft, setting, place, features);
    if (where == null) {
      where = elsewhere(setting, id, features);
    }
    features.add("where=" + where);
    features.add(where + ":" + precision);
    inArticle(id, where, features);
    owners(draft, place, where, features);
    others(setting, place, candidates, where, features);
    before(draft, id, features);
    if (setting.shared().contains("all:there")) {
      features.add("there:" + where);
      features.add("there:" + where + ":" + precision);
    }
    return new ArrayList<>(features);
  }

  /** How a place stands in the draft's own sentence; null when it does not. */
  private @Nullable String here(Draft draft, Setting setting, Place place, Set<String> features) {
    Sentence sentence = setting.sentence();
    int head = draft.source().head();
    Occasion.Standing best = null;
    int least = Integer.MAX_VALUE;
    for (Occasion.Standing standing : occasion.standingsIn(setting.home())) {
      int distance = Math.abs(standing.word() - head) + (standing.located() ? 0 : sentence.size());
      if (standing.place().id().equals(place.id()) && distance < least) {
        least = distance;
        best = standing;
      }
    }
    if (best == null) {
      return null;
    }
    int word = best.word();
    String where = best.located() ? "here-in" : "here";
    if (isDateline(setting.home(), best)) {
      where = "here-dateline";
    }
    int marker = sentence.child(word, "case");
    String preposition = marker < 0 ? "none" : Tree.form(sentence, marker);
    features.add("preposition=" + preposition);
    features.add(where + ":relation=" + sentence.word(word).relation());
    String path = Tree.path(sentence, head, word, PATH);
    features.add("path=" + path);
    if (path != null) {
      features.add("steps=" + path.chars().filter(c -> c == '.' || c == '^').count());
      features.add("up=" + (path.startsWith("^") ? "yes" : "no"));
    }
    Mention mention = draft.source().mention();
    if (mention != null) {
      features.add("frame=" + mention.trigger().id() + path);
      features.add("frame=" + mention.trigger().id() + ":" + preposition);
      features.add("part=" + mention.trigger().part() + path);
    }
    boolean apart = occasion.apart(sentence, best.span(), draft.anchor());
    features.add(where + ":apart=" + apart);
    for (Span content : setting.content()) {
      if (content.contains(best.span())) {
        features.add(where + ":in-content");
        features.add("in-content:" + preposition);
        where = where + "-said";
      }
    }
    int between = word - head;
    features.add(where + ":" + (between < 0 ? "ahead" : "behind"));
    features.add(where + ":far=" + far(Math.abs(between)));
    features.add(where + ":nearest=" + place.id().equals(setting.nearest()));
    if (best.genitive()) {
      features.add(where + ":genitive");
    }
    int up = sentence.word(word).head();
    if (up >= 0) {
      Word owner = sentence.word(up);
      features.add(where + ":of=" + owner.upos());
      features.add("of=" + Tree.lemma(owner));
      String actor = owner.upos().equals("VERB") ? null : cast.actorAt(setting.home(), up);
      if (actor != null) {
        features.add(where + ":of-party=" + isParty(draft, actor));
      }
    }
    String actor = cast.actorAt(setting.home(), word);
    if (actor != null) {
      features.add(where + ":actor=" + cast.actor(actor).kind().label());
      features.add(where + ":party=" + isParty(draft, actor));
    }
    int verb = between < 0 ? word : head;
    int end = Math.max(word, head);
    int verbs = 0;
    for (int i = verb + 1; i < end; i++) {
      verbs += sentence.word(i).upos().equals("VERB") ? 1 : 0;
    }
    features.add(where + ":verbs=" + Math.min(2, verbs));
    return where;
  }

  private static String isParty(Draft draft, String actor) {
    return draft.actors().contains(actor)
        ? "actor"
        : draft.recipients().contains(actor) ? "recipient" : "no";
  }

  private static String far(int distance) {
    return distance <= 2 ? "2" : distance <= 5 ? "5" : distance <= 10 ? "10" : "20";
  }

  /** How far before or behind the draft's sentence a place stands. */
  private String elsewhere(Setting setting, String id, Set<String> features) {
    int home = setting.home();
    int passage = setting.sentence().passage();
    String found = "away";
    int distance = BEFORE + 1;
    for (int back = 1; back <= BEFORE && home - back >= 0; back++) {
      String how = told(home - back, id);
      if (how != null) {
        boolean same = article.sentence(home - back).passage() == passage;
        found = "before-" + how;
        distance = back;
        features.add("same-passage:" + found + "=" + same);
        break;
      }
    }
    for (int on = 1; on <= BEHIND && on < distance && home + on < recent.size(); on++) {
      String how = told(home + on, id);
      if (how != null) {
        boolean same = article.sentence(home + on).passage() == passage;
        features.add("same-passage:after-" + how + "=" + same);
        features.add("after=" + how + on);
        if (found.equals("away")) {
          found = "after-" + how;
          distance = on;
        }
        break;
      }
    }
    String steps = distance <= 3 ? "" + distance : distance <= 6 ? "6" : "12";
    features.add(found + "=" + steps);
    int rank = recent.get(home).indexOf(id);
    features.add("recent=" + rank);
    features.add("recent=" + rank + ":here=" + (setting.nearest() != null));
    features.add("recent=" + rank + ":" + steps);
    return found;
  }

  /** How a sentence tells a place: as where something happens, or otherwise; null when not. */
  private @Nullable String told(int sentence, String id) {
    String how = null;
    for (Occasion.Standing standing : occasion.standingsIn(sentence)) {
      if (standing.place().id().equals(id)) {
        if (standing.located() || isDateline(sentence, standing)) {
          return "in";
        }
        how = "named";
      }
    }
    return how;
  }

  private void inArticle(String id, String where, Set<String> features) {
    features.add("told=" + Math.min(4, told.getOrDefault(id, 0)));
    features.add("located=" + Math.min(4, located.getOrDefault(id, 0)));
    int rank = byCount.subList(0, Math.min(OFTEN, byCount.size())).indexOf(id);
    features.add("rank=" + rank);
    features.add("rank=" + rank + ":" + where);
    if (datelines.contains(id)) {
      features.add("dateline");
      features.add("dateline:" + where);
    } else if (!datelines.isEmpty()) {
      features.add("not-dateline:" + where);
    }
    for (String kind : passages.getOrDefault(id, Set.of())) {
      features.add("passage=" + kind);
    }
  }

  /** Whose land a place lies in: of those who act, of those acted upon, of nobody's. */
  private void owners(Draft draft, Place place, String where, Set<String> features) {
    if (place.country() == null) {
      return;
    }
    boolean acts = isOf(draft.actors(), place.country());
    boolean suffers = isOf(draft.recipients(), place.country());
    String whose = acts ? suffers ? "both" : "actor" : suffers ? "recipient" : "nobody";
    features.add("land=" + whose);
    features.add("land=" + whose + ":" + place.precision());
    features.add("land=" + whose + ":" + where);
    if (draft.mode() != null) {
      features.add("land=" + whose + ":" + draft.mode());
    }
  }

  private boolean isOf(List<String> parties, String country) {
    for (String id : parties) {
      Actor actor = cast.actor(id);
      if (country.equals(actor.country())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a town stands where its country stands too, and the other way round. */
  private void others(
      Setting setting, Place place, List<String> candidates, String where, Set<String> features) {
    if (place.country() == null) {
      return;
    }
    boolean country = place.precision().equals("country");
    for (String id : candidates) {
      Place other = Objects.requireNonNull(places.get(id));
      if (id.equals(place.id())
          || !place.country().equals(other.country())
          || country == other.precision().equals("country")) {
        continue;
      }
      String how = told(setting.home(), id) != null ? "here" : "away";
      features.add((country ? "town-in-it=" : "its-country=") + how);
      features.add((country ? "town-in-it=" : "its-country=") + how + ":" + where);
    }
  }

  /** What the drafts around tell of a place. */
  private void before(Draft draft, String id, Set<String> features) {
    Draft last = null;
    int at = DraftOrder.before(placed, draft);
    int end = Math.min(placed.size(), at + AROUND / 2);
    for (Draft other : placed.subList(Math.max(0, at - AROUND), end)) {
      if (other == draft || other.anchor().equals(draft.anchor())) {
        continue;
      }
      boolean here = id.equals(other.place());
      boolean earlier = other.anchor().start() < draft.anchor().start();
      if (earlier) {
        last = other;
      }
      if (here) {
        features.add("placed=" + other.type());
        if (other.type() == draft.type()) {
          features.add("same-type" + (earlier ? "-before" : "-behind"));
          if (DraftOrder.share(other.actors(), draft.actors())
              && DraftOrder.share(other.recipients(), draft.recipients())) {
            features.add("same-event");
          }
        }
        if (!other.actors().isEmpty() && !Collections.disjoint(other.actors(), draft.actors())) {
          features.add("actor-there" + (earlier ? "-before" : "-behind"));
        }
        if (other.source().sentence() == draft.source().sentence()) {
          features.add("same-sentence-event");
        }
      }
    }
    if (last != null && id.equals(last.place())) {
      features.add("last-placed");
      features.add("last-placed:" + last.type());
      int distance = draft.source().sentence() - last.source().sentence();
      features.add("last-placed=" + (distance <= 2 ? "" + distance : "far"));
    }
    Statement statement = draft.source().statement();
    if (statement != null && id.equals(statement.place())) {
      features.add("statement-place");
    }
    for (String actor : draft.actors()) {
      if (ofSpeaker.getOrDefault(actor, Set.of()).contains(id)) {
        features.add("spoke-there");
      }
    }
  }
}
