package dev.detente.reading.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Describes the statements of an article for linking. The word categories come from {@code
 * links.yaml} of the language. Immutable and thread-safe.
 */
public final class LinkDescriber {
  /** Letters of a word that count for comparison: inflection and most derivation fall away. */
  private static final int STEM = 6;

  /** Letters of a word that a noun and the verb of the same matter mostly share. */
  private static final int LOOSE = 4;

  /** Words up to which a statement may say little more than what it takes up. */
  static final int SHORT = 6;

  /** Letters from which a word may be a compound that holds another. */
  private static final int COMPOUND = 8;

  /** Content words of a statement that are compared: keeps a pair's time bounded. */
  private static final int WORDS = 80;

  /** The beginning of a word, or a whole word where it ends in a space, and what it tells. */
  private record Beginning(String letters, String topic) {}

  /**
   * Categories of one language.
   *
   * @param beginnings by their first characters
   */
  private record Topics(Map<Character, List<Beginning>> beginnings, Set<String> stop) {}

  /** What the words of a stretch of text tell. */
  private static final class Said {
    private final Set<String> stems = new TreeSet<>();
    private final Set<String> forms = new TreeSet<>();
    private final Set<String> loose = new TreeSet<>();
    private final Set<String> all = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> numbers = new TreeSet<>();
    private int count;
  }

  private final Map<String, Topics> languages = new HashMap<>();

  public LinkDescriber(Codebook codebook) {
    for (String language : List.of("nb", "nn", "en")) {
      JsonNode root = codebook.lexicon(language, "links");
      Map<Character, List<Beginning>> beginnings = new HashMap<>();
      for (Map.Entry<String, JsonNode> entry : root.path("topics").properties()) {
        for (String letters : Words.lower(entry.getValue())) {
          if (!letters.isEmpty()) {
            beginnings
                .computeIfAbsent(letters.charAt(0), first -> new ArrayList<>())
                .add(new Beginning(letters, entry.getKey()));
          }
        }
      }
      Set<String> stop = Words.set(root.path("stop"));
      languages.put(language, new Topics(beginnings, stop));
    }
  }

  /**
   * The descriptions of a record's statements in the order of the text; those without content are
   * left out. Needs no analysis: a stored record is described as it was when it was read.
   *
   * @param keys from an actor's id in this record to the name under which the same actor is known
   *     in every record that is compared; inside one record the id itself
   */
  public List<LinkStatement> describe(ArticleRecord record, UnaryOperator<String> keys) {
    Map<String, Actor> actors = new HashMap<>();
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    Article article = record.article();
    List<Statement> statements = ordered(record);
    Topics topics =
        article.language() == null ? null : languages.get(Codebook.folderOf(article.language()));
    ArticleText text = article.text();
    List<Said> said = new ArrayList<>(statements.size());
    List<Set<String>> found = new ArrayList<>(statements.size());
    Map<String, Integer> having = new HashMap<>();
    for (Statement statement : statements) {
      Said words = new Said();
      Set<String> categories = new TreeSet<>();
      for (Span piece : statement.content()) {
        read(text.slice(piece), "said:", topics, words, categories);
      }
      words.stems.forEach(stem -> having.merge(stem, 1, Integer::sum));
      said.add(words);
      found.add(categories);
    }
    Found named = new Found(record);
    List<LinkStatement> described = new ArrayList<>(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      Set<String> cue = around(text, statements, i, topics, found.get(i));
      described.add(
          describe(
              record,
              actors,
              keys,
              named,
              cue,
              statements.get(i),
              said.get(i),
              rarity(said.get(i).stems, having, statements.size()),
              found.get(i)));
    }
    return described;
  }

  /** The statements that have content, in the order of the text. */
  static List<Statement> ordered(ArticleRecord record) {
    List<Statement> ordered = new ArrayList<>();
    for (Statement statement : record.statements()) {
      if (!statement.content().isEmpty()) {
        ordered.add(statement);
      }
    }
    ordered.sort(
        Comparator.comparing((Statement statement) -> statement.content().get(0))
            .thenComparing(Statement::id));
    return ordered;
  }

  /** What the spans of a record's other parts name and tell. */
  private static final class Found {
    private final Located<Actor> actors = new Located<>();
    private final Located<Place> places = new Located<>();
    private final Located<EventType> events = new Located<>();

    Found(ArticleRecord record) {
      for (Actor actor : record.actors()) {
        actor.mentions().forEach(mention -> actors.add(mention, actor));
      }
      record.places().forEach(place -> places.add(place.span(), place));
      record.events().forEach(event -> events.add(event.anchor(), event.type()));
    }
  }

  /** From 0 when every statement has the word to 1 when no other has it. */
  private static Map<String, Double> rarity(
      Set<String> stems, Map<String, Integer> having, int statements) {
    Map<String, Double> rarity = new TreeMap<>();
    double all = Math.log(statements + 1.0);
    for (String stem : stems) {
      rarity.put(stem, (all - Math.log(having.getOrDefault(stem, 1))) / all);
    }
    return rarity;
  }

  /**
   * Adds the categories of the words that attribute a statement and of the rest of its sentence.
   *
   * @return beginnings of the words that attribute it
   */
  private static Set<String> around(
      ArticleText text,
      List<Statement> statements,
      int index,
      @Nullable Topics topics,
      Set<String> found) {
    Statement statement = statements.get(index);
    Said cue = new Said();
    Said ignored = new Said();
    if (statement.cue() != null) {
      read(text.slice(statement.cue()), "cue:", topics, cue, found);
    }
    Span frame = frame(text, statement);
    List<Span> taken = new ArrayList<>(statement.content());
    // What a neighbour says in the same sentence is no frame of this one.
    for (int i = Math.max(0, index - 2); i < Math.min(statements.size(), index + 3); i++) {
      for (Span piece : statements.get(i).content()) {
        if (i != index && piece.overlaps(frame) && !piece.contains(statement.content().get(0))) {
          taken.add(piece);
        }
      }
    }
    taken.sort(Span::compareTo);
    for (Span around : without(frame, taken)) {
      read(text.slice(around), "frame:", topics, ignored, found);
    }
    return cue.all;
  }

  private static LinkStatement describe(
      ArticleRecord record,
      Map<String, Actor> actors,
      UnaryOperator<String> keys,
      Found named,
      Set<String> cue,
      Statement statement,
      Said said,
      Map<String, Double> stems,
      Set<String> found) {
    Article article = record.article();
    Span frame = frame(article.text(), statement);
    Set<String> mentioned = new TreeSet<>();
    Set<String> countries = new TreeSet<>();
    Set<String> places = new TreeSet<>();
    Set<EventType> events = EnumSet.noneOf(EventType.class);
    for (Span piece : statement.content()) {
      for (Actor actor : named.actors.inside(piece)) {
        mentioned.add(keys.apply(actor.id()));
        if (actor.country() != null) {
          countries.add(actor.country());
        }
      }
      for (Place place : named.places.inside(piece)) {
        places.add(place.name());
        if (place.country() != null) {
          countries.add(place.country());
        }
      }
      events.addAll(named.events.inside(piece));
    }
    Set<String> frameActors = new TreeSet<>();
    for (Span around : without(frame, statement.content())) {
      for (Actor actor : named.actors.inside(around)) {
        frameActors.add(keys.apply(actor.id()));
      }
    }
    Actor speaker = statement.speaker() == null ? null : actors.get(statement.speaker());
    return new LinkStatement(
        statement.id(),
        statement.act(),
        statement.kind(),
        statement.speaker() == null ? null : keys.apply(statement.speaker()),
        statement.addressee() == null ? null : keys.apply(statement.addressee()),
        speaker == null ? null : speaker.country(),
        heading(article, statement.content().get(0).start()),
        speaker == null ? null : speaker.kind(),
        stems,
        said.forms,
        said.loose,
        said.names,
        said.numbers,
        mentioned,
        countries,
        frameActors,
        found,
        cue,
        said.count <= SHORT ? said.all : Set.of(),
        events,
        places,
        said.count);
  }

  /** Index of the passage that holds this position; -1 when none does. */
  static int passage(Article article, int position) {
    List<Passage> passages = article.passages();
    int low = 0;
    int high = passages.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (passages.get(middle).span().end() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.min(low, passages.size() - 1);
  }

  private static boolean heading(Article article, int position) {
    int passage = passage(article, position);
    if (passage < 0) {
      return false;
    }
    PassageKind kind = article.passages().get(passage).kind();
    return kind == PassageKind.HEADLINE || kind == PassageKind.SUBHEADING;
  }

  /** The sentence or sentences around a statement: from the mark before it to the mark after it. */
  static Span frame(ArticleText text, Statement statement) {
    Span whole = statement.content().get(0);
    if (statement.cue() != null) {
      // A cue far away belongs to its own sentence.
      Span both = whole.union(statement.cue());
      if (both.length() < whole.length() + 200) {
        whole = both;
      }
    }
    String string = text.string();
    int start = text.utf16(whole.start());
    int end = text.utf16(whole.end());
    int limit = Math.max(0, start - 300);
    while (start > limit && !boundary(string, start - 1)) {
      start--;
    }
    limit = Math.min(string.length(), end + 300);
    while (end < limit && !boundary(string, end)) {
      end++;
    }
    return text.span(start, end);
  }

  private static boolean boundary(String string, int at) {
    char c = string.charAt(at);
    if (c == '\n') {
      return true;
    }
    return (c == '.' || c == '!' || c == '?' || c == ':')
        && (at + 1 >= string.length() || Character.isWhitespace(string.charAt(at + 1)));
  }

  /** What is left of a frame outside these stretches, which are in the order of the text. */
  private static List<Span> without(Span frame, List<Span> stretches) {
    List<Span> rest = new ArrayList<>();
    int at = frame.start();
    for (Span piece : stretches) {
      if (piece.start() > at && piece.start() <= frame.end()) {
        rest.add(new Span(at, piece.start()));
      }
      at = Math.max(at, piece.end());
    }
    if (at < frame.end()) {
      rest.add(new Span(at, frame.end()));
    }
    return rest;
  }

  /** Reads the words of a stretch of text. */
  private static void read(
      String string, String where, @Nullable Topics topics, Said words, Set<String> found) {
    int at = 0;
    while (at < string.length()) {
      int point = string.codePointAt(at);
      if (!Character.isLetterOrDigit(point)) {
        at += Character.charCount(point);
        continue;
      }
      int start = at;
      while (at < string.length() && Character.isLetterOrDigit(string.codePointAt(at))) {
        at += Character.charCount(string.codePointAt(at));
      }
      words.count++;
      String form = string.substring(start, at);
      String word = form.toLowerCase(Locale.ROOT);
      if (Character.isDigit(point)) {
        words.numbers.add(word);
        continue;
      }
      if (Character.isLowerCase(point) || words.count == 1) {
        words.all.add(beginning(word));
      }
      if (topics != null) {
        addTopics(word, where, topics, found);
        if (topics.stop().contains(word)) {
          continue;
        }
      }
      int letters = word.codePointCount(0, word.length());
      if (letters >= 4 && words.stems.size() < WORDS) {
        String stem = beginning(word);
        words.stems.add(stem);
        words.loose.add(word.substring(0, word.offsetByCodePoints(0, LOOSE)));
        if (letters >= COMPOUND) {
          words.forms.add(word);
        }
        if (Character.isUpperCase(point) && words.count > 1) {
          words.names.add(stem);
        }
      }
    }
  }

  private static String beginning(String word) {
    int letters = word.codePointCount(0, word.length());
    return word.substring(0, word.offsetByCodePoints(0, Math.min(STEM, letters)));
  }

  private static void addTopics(String word, String where, Topics topics, Set<String> found) {
    for (Beginning beginning : topics.beginnings().getOrDefault(word.charAt(0), List.of())) {
      String letters = beginning.letters();
      boolean whole = letters.endsWith(" ");
      if (whole
          ? word.length() == letters.length() - 1 && letters.startsWith(word)
          : word.startsWith(letters)) {
        found.add(where + beginning.topic());
      }
    }
  }
}
