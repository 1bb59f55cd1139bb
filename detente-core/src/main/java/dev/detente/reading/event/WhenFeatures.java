package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.time.Times;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against a time being that of an event: how it stands to the event's words in
 * the sentence, how far before or behind it was told, how it lies to the day of publication, and
 * when else something happened. A time is its EDTF value without clock and without the mark of
 * approximation. Features are names; the model gives each a weight.
 */
final class WhenFeatures {
  /** Sentences before and behind an event whose times can be its own. */
  private static final int BEFORE = 12;

  private static final int BEHIND = 3;

  /** Sentences at the beginning whose times can be those of all events. */
  private static final int OPENING = 4;

  /** Most times that can be an event's, so that a list of dates costs no more than a few. */
  private static final int MOST = 30;

  /** How many of the times told last count as such. */
  private static final int RECENT = 3;

  /** How many drafts before a draft, and half as many behind it, tell of its time. */
  private static final int AROUND = 16;

  /** Longest way through the tree that is told. */
  private static final int PATH = 5;

  private static final int DAY = "2022-02-07".length();
  private static final int MONTH = "2022-02".length();

  private final AnalysedArticle article;
  private final Occasion occasion;
  private final StatementIndex statements;

  /** The day or month of publication; null when unknown. */
  private final @Nullable String published;

  /** By sentence the values of its times, as often as it tells them. */
  private final List<List<Told>> told = new ArrayList<>();

  /** How often each value is told. */
  private final Map<String, Integer> counts = new HashMap<>();

  /** Kinds of passages that tell each value. */
  private final Map<String, Set<String>> passages = new HashMap<>();

  /** For each sentence the days told before it and not after publication, last first. */
  private final List<List<String>> recent = new ArrayList<>();

  /** Drafts that have a date by the rules, in order of the text. */
  private final List<Draft> dated = new ArrayList<>();

  /**
   * A time where it stands.
   *
   * @param word index of its first word in the sentence
   */
  private record Told(String value, Span span, int word) {}

  /**
   * @param drafts all of the article, in order of their anchors, with the dates that the rules find
   */
  WhenFeatures(
      AnalysedArticle article, Occasion occasion, List<Statement> statements, List<Draft> drafts) {
    this.article = article;
    this.occasion = occasion;
    this.statements = new StatementIndex(statements);
    String date = article.article().published();
    this.published = date == null || date.length() < MONTH ? null : bare(date);
    List<String> last = new ArrayList<>();
    for (int s = 0; s < article.sentences().size(); s++) {
      recent.add(List.copyOf(last));
      Sentence sentence = article.sentence(s);
      Passage passage = article.passageOf(sentence);
      List<Told> here = new ArrayList<>(2);
      for (TimeExpression time : occasion.timesIn(s)) {
        String value = bare(time.value());
        int word = Occasion.wordAt(sentence, time.span());
        if (word < 0) {
          continue;
        }
        here.add(new Told(value, time.span(), word));
        counts.merge(value, 1, Integer::sum);
        passages
            .computeIfAbsent(value, key -> new TreeSet<>())
            .add(passage == null ? "none" : passage.kind().label());
        if (value.length() == DAY && !occasion.afterPublication(value)) {
          last.remove(value);
          last.add(0, value);
          if (last.size() > RECENT) {
            last.remove(RECENT);
          }
        }
      }
      told.add(here);
    }
    for (Draft draft : drafts) {
      if (draft.date() != null) {
        dated.add(draft);
      }
    }
  }

  /** A value without clock and without the mark of approximation. */
  private static String bare(String value) {
    String date = Times.withoutClock(value);
    return date.endsWith("~") ? date.substring(0, date.length() - 1) : date;
  }

  /** Values that can be a draft's, sorted. */
  List<String> candidates(Draft draft) {
    int home = draft.source().sentence();
    Set<String> found = new LinkedHashSet<>();
    add(home, found);
    Statement statement = draft.source().statement();
    if (statement != null && statement.date() != null) {
      found.add(bare(statement.date()));
    }
    if (published != null) {
      found.add(published);
      if (published.length() == MONTH) {
        found.add(published + "-XX");
      }
    }
    if (draft.date() != null) {
      found.add(bare(draft.date()));
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
    List<String> ordered = new ArrayList<>(found);
    Collections.sort(ordered);
    return ordered;
  }

  private void add(int sentence, Set<String> found) {
    if (sentence < 0 || sentence >= told.size()) {
      return;
    }
    for (Told time : told.get(sentence)) {
      if (found.size() < MOST) {
        found.add(time.value());
      }
    }
  }

  /**
   * A value as the record gives it: the day of publication is approximate where the text does not
   * tell it, and so is what the text tells as such.
   */
  String told(Draft draft, String value) {
    if (draft.date() != null && bare(draft.date()).equals(value)) {
      return draft.date();
    }
    int home = draft.source().sentence();
    for (int s = home; s >= 0 && s >= home - BEFORE; s--) {
      for (TimeExpression time : occasion.timesIn(s)) {
        if (bare(time.value()).equals(value)) {
          return Times.withoutClock(time.value());
        }
      }
    }
    return value.equals(published) ? value + "~" : value;
  }

  /**
   * The features of each candidate.
   *
   * @param draft with the date that the rules find
   * @param candidates values
   */
  List<List<String>> of(Draft draft, List<String> candidates) {
    Setting setting = setting(draft);
    List<List<String>> all = new ArrayList<>();
    for (String candidate : candidates) {
      all.add(of(draft, setting, candidate));
    }
    return all;
  }

  /**
   * What is the same for all candidates of a draft.
   *
   * @param content what a statement that is an event says; empty for a trigger
   * @param nearest the value told nearest to the draft's words in their sentence; null for none
   * @param tense of the verb that tells the event, with its auxiliaries
   */
  private record Setting(
      int home,
      Sentence sentence,
      List<String> shared,
      List<Span> content,
      @Nullable String nearest,
      String tense) {}

  private Setting setting(Draft draft) {
    int home = draft.source().sentence();
    Sentence sentence = article.sentence(home);
    int head = draft.source().head();
    Statement own = draft.source().statement();
    Mention mention = draft.source().mention();
    String tense = tense(sentence, head);
    Set<String> shared = new LinkedHashSet<>();
    shared.add("all");
    shared.add("all:mode=" + draft.mode());
    shared.add("all:status=" + draft.status().label());
    shared.add("all:heading=" + (draft.clarity() == Draft.HEADING));
    shared.add("all:by-rule=" + (draft.date() != null));
    shared.add("all:tense=" + tense);
    Passage passage = article.passageOf(sentence);
    shared.add("all:passage=" + (passage == null ? "none" : passage.kind().label()));
    if (mention != null) {
      shared.add("all:trigger=" + mention.trigger().id());
      shared.add("all:part=" + mention.trigger().part());
      Statement around = statements.around(draft.anchor());
      shared.add("all:said=" + (around == null ? "no" : around.kind().label()));
      shared.add("all:lemma=" + Tree.lemma(sentence, head));
      shared.add("all:definite=" + sentence.word(head).feat("Definite"));
    }
    if (own != null) {
      shared.add("all:act=" + own.act().label());
      shared.add("all:kind=" + own.kind().label());
      shared.add("all:cue=" + (own.cue() != null));
    }
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (Told time : told.get(home)) {
      int distance = Math.abs(time.word() - head);
      if (distance < least) {
        least = distance;
        nearest = time.value();
      }
    }
    shared.add("all:here=" + Math.min(2, told.get(home).size()));
    return new Setting(
        home,
        sentence,
        List.copyOf(shared),
        own == null ? List.of() : own.content(),
        nearest,
        tense);
  }

  /** How the clause of a word stands to time: its verb's tense, with auxiliaries. */
  private static String tense(Sentence sentence, int head) {
    int verb = head;
    String upos = sentence.word(head).upos();
    if (!upos.equals("VERB") && !upos.equals("AUX")) {
      int above = Tree.governingVerb(sentence, head, PATH);
      verb = above < 0 ? head : above;
    }
    StringBuilder tense = new StringBuilder(sentence.word(verb).feat("Tense"));
    tense.append(sentence.word(verb).feat("VerbForm"));
    for (int child : sentence.children(verb)) {
      if (sentence.word(child).relation().equals("aux")) {
        tense.append('+').append(Tree.form(sentence, child));
      }
    }
    return tense.toString();
  }

  private List<String> of(Draft draft, Setting setting, String value) {
    Set<String> features = new LinkedHashSet<>(setting.shared());
    String shape = shape(value);
    String age = age(value);
    if (draft.date() != null && bare(draft.date()).equals(value)) {
      features.add("by-rule");
      features.add("by-rule:" + shape);
      features.add("by-rule:" + age);
    } else if (draft.date() != null) {
      features.add("not-by-rule");
    }
    features.add("shape=" + shape);
    features.add("age=" + age);
    String where = here(draft, setting, value, features);
    if (where == null) {
      where = elsewhere(setting, value, features);
    }
    features.add("where=" + where);
    features.add(where + ":" + shape);
    features.add(where + ":" + age);
    features.add("age=" + age + ":" + setting.tense());
    features.add(where + ":" + setting.tense());
    features.add("age=" + age + ":" + draft.status().label());
    features.add(where + ":" + draft.status().label());
    Mention mention = draft.source().mention();
    String source = mention == null ? "statement" : mention.trigger().part().toString();
    features.add(source + ":" + where);
    features.add(source + ":" + age);
    features.add("told=" + Math.min(3, counts.getOrDefault(value, 0)));
    for (String kind : passages.getOrDefault(value, Set.of())) {
      features.add("passage=" + kind);
      features.add("passage=" + kind + ":" + where);
    }
    before(draft, value, features);
    return new ArrayList<>(features);
  }

  private static String shape(String value) {
    if (value.indexOf("..") >= 0) {
      return "open";
    }
    if (value.indexOf('/') >= 0) {
      return "interval";
    }
    return switch (value.length()) {
      case 4 -> "year";
      case 7 -> value.charAt(5) == '2' ? "season" : "month";
      case 10 -> value.endsWith("X") ? "some-day" : "day";
      default -> "other";
    };
  }

  /** How a value lies to the day of publication. */
  private String age(String value) {
    if (published == null) {
      return "unknown";
    }
    if (value.equals(published)) {
      return "today";
    }
    if (occasion.afterPublication(value)) {
      return "ahead";
    }
    if (occasion.longBefore(value)) {
      return "long";
    }
    if (value.length() == DAY && published.length() == DAY) {
      try {
        long days = ChronoUnit.DAYS.between(LocalDate.parse(value), LocalDate.parse(published));
        return days == 1 ? "yesterday" : days <= 7 ? "week" : days <= 31 ? "month" : "year";
      } catch (DateTimeException e) {
        return "unknown";
      }
    }
    return value.startsWith(published.substring(0, MONTH)) ? "this-month" : "before";
  }

  /** How a time stands in the draft's own sentence; null when it does not. */
  private @Nullable String here(Draft draft, Setting setting, String value, Set<String> features) {
    Sentence sentence = setting.sentence();
    int head = draft.source().head();
    Told best = null;
    for (Told time : told.get(setting.home())) {
      if (time.value().equals(value)
          && (best == null || Math.abs(time.word() - head) < Math.abs(best.word() - head))) {
        best = time;
      }
    }
    if (best == null) {
      return null;
    }
    int word = top(sentence, best);
    String where = "here";
    for (Span content : setting.content()) {
      if (content.contains(best.span())) {
        where = "here-said";
      }
    }
    boolean apart = occasion.apart(sentence, best.span(), draft.anchor());
    features.add(where + ":apart=" + apart);
    String path = Tree.path(sentence, head, word, PATH);
    features.add(where + ":path=" + path);
    if (path != null) {
      features.add(where + ":steps=" + path.chars().filter(c -> c == '.' || c == '^').count());
      features.add(where + ":up=" + path.startsWith("^"));
    }
    Mention mention = draft.source().mention();
    if (mention != null) {
      features.add("frame=" + mention.trigger().id() + path);
      features.add("part=" + mention.trigger().part() + path);
    }
    int marker = sentence.child(word, "case");
    features.add("preposition=" + (marker < 0 ? "none" : Tree.form(sentence, marker)));
    int between = best.word() - head;
    features.add(where + ":" + (between < 0 ? "ahead" : "behind"));
    int distance = Math.abs(between);
    features.add(
        where + ":far=" + (distance <= 2 ? 2 : distance <= 5 ? 5 : distance <= 10 ? 10 : 20));
    features.add(where + ":nearest=" + value.equals(setting.nearest()));
    features.add(where + ":only=" + (told.get(setting.home()).size() == 1));
    int up = sentence.word(word).head();
    if (up >= 0) {
      Word owner = sentence.word(up);
      features.add(where + ":of=" + owner.upos());
      features.add(where + ":of-self=" + (up == head));
    }
    int verbs = 0;
    for (int i = Math.min(best.word(), head) + 1; i < Math.max(best.word(), head); i++) {
      verbs += sentence.word(i).upos().equals("VERB") ? 1 : 0;
    }
    features.add(where + ":verbs=" + Math.min(2, verbs));
    return where;
  }

  /** The word of a time that the others hang on. */
  private static int top(Sentence sentence, Told time) {
    int at = time.word();
    for (int step = 0; step < PATH; step++) {
      int up = sentence.word(at).head();
      if (up < 0 || !sentence.word(up).span().overlaps(time.span())) {
        return at;
      }
      at = up;
    }
    return at;
  }

  /** How far before or behind the draft's sentence a time stands. */
  private String elsewhere(Setting setting, String value, Set<String> features) {
    int home = setting.home();
    boolean here = setting.nearest() != null;
    String found = value.equals(published) ? "published" : "away";
    int distance = BEFORE + 1;
    for (int back = 1; back <= BEFORE && home - back >= 0; back++) {
      if (tells(home - back, value)) {
        found = found.equals("published") ? "before-published" : "before";
        distance = back;
        features.add("passage:" + found + "=" + samePassage(home, home - back));
        break;
      }
    }
    for (int on = 1; on <= BEHIND && on < distance && home + on < told.size(); on++) {
      if (tells(home + on, value)) {
        features.add("passage:after=" + samePassage(home, home + on));
        features.add("after=" + on);
        break;
      }
    }
    String steps = distance <= 3 ? "" + distance : distance <= 6 ? "6" : "12";
    int rank = recent.get(home).indexOf(value);
    features.add(found + "=" + steps);
    features.add(found + ":here=" + here);
    features.add("recent=" + rank);
    features.add("recent=" + rank + ":here=" + here);
    features.add("recent=" + rank + ":" + steps);
    features.add("recents=" + recent.get(home).size() + ":" + found);
    return found;
  }

  private boolean samePassage(int one, int other) {
    return article.sentence(one).passage() == article.sentence(other).passage();
  }

  private boolean tells(int sentence, String value) {
    for (Told time : told.get(sentence)) {
      if (time.value().equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** What the drafts around tell of a time. */
  private void before(Draft draft, String value, Set<String> features) {
    Draft last = null;
    int at = DraftOrder.before(dated, draft);
    int end = Math.min(dated.size(), at + AROUND / 2);
    for (Draft other : dated.subList(Math.max(0, at - AROUND), end)) {
      if (other == draft || other.anchor().equals(draft.anchor()) || other.date() == null) {
        continue;
      }
      boolean earlier = other.anchor().start() < draft.anchor().start();
      if (earlier) {
        last = other;
      }
      if (!bare(other.date()).equals(value)) {
        continue;
      }
      String when = earlier ? "-before" : "-behind";
      if (other.type() == draft.type()) {
        features.add("same-type" + when);
        if (DraftOrder.share(other.actors(), draft.actors())
            && DraftOrder.share(other.recipients(), draft.recipients())) {
          features.add("same-event" + when);
        }
      }
      if (!other.actors().isEmpty() && !Collections.disjoint(other.actors(), draft.actors())) {
        features.add("actor-then" + when);
      }
      if (other.source().sentence() == draft.source().sentence()) {
        features.add("same-sentence" + when);
      }
    }
    if (last != null && last.date() != null && bare(last.date()).equals(value)) {
      int distance = draft.source().sentence() - last.source().sentence();
      features.add("last-dated=" + (distance <= 2 ? "" + distance : "far"));
      features.add("last-dated:" + last.type());
    }
    Statement statement = draft.source().statement();
    if (statement != null && statement.date() != null) {
      features.add(bare(statement.date()).equals(value) ? "statement-date" : "not-statement-date");
    }
  }
}
