package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.reading.time.Times;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When and where: the time expression and the place that belong to a mention of an event. */
final class Occasion {
  private static final int DAY = "2022-02-07".length();

  /** The ending of a name in the genitive. */
  private static final String GENITIVE = "s";

  private final AnalysedArticle article;
  private final Times times;
  private final List<Place> places;
  private final Set<String> locative;

  /** By sentence where the words of places stand in it, every time they do, in order. */
  private final List<List<Standing>> standings = new ArrayList<>();

  /** Stretches of text that somebody says, in order of the text. */
  private final TreeMap<Integer, List<Span>> said = new TreeMap<>();

  /**
   * A place's name where it stands.
   *
   * @param word index of its first word in the sentence
   * @param located whether it is introduced as where something happens
   * @param genitive whether a genitive ending follows the name
   */
  record Standing(Place place, Span span, int word, boolean located, boolean genitive) {}

  /**
   * @param locative prepositions after which a place name says where something happens
   */
  Occasion(
      AnalysedArticle article,
      List<TimeExpression> times,
      List<Place> places,
      List<Statement> statements,
      Set<String> locative) {
    this.article = article;
    this.times = Times.of(article, times);
    this.places = places;
    this.locative = locative;
    find();
    for (Statement statement : statements) {
      for (Span span : statement.content()) {
        said.computeIfAbsent(span.start(), start -> new ArrayList<>()).add(span);
      }
    }
  }

  private void find() {
    for (int i = 0; i < article.sentences().size(); i++) {
      standings.add(new ArrayList<>(2));
    }
    String text = article.article().text().string();
    for (Place place : places) {
      String words = article.slice(place.span());
      if (words.isEmpty()) {
        continue;
      }
      for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
        int end = at + words.length();
        if (ends(text, at) && ends(text, end)) {
          add(place, article.article().text().span(at, end), false);
        } else if (ends(text, at) && text.startsWith(GENITIVE, end) && ends(text, end + 1)) {
          add(place, article.article().text().span(at, end), true);
        }
      }
    }
    standings.forEach(
        there -> there.sort(Comparator.comparing(Standing::span, Comparator.naturalOrder())));
  }

  /** Whether no word goes on from before to behind an offset. */
  private static boolean ends(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.codePointBefore(at))
        || !Character.isLetterOrDigit(text.codePointAt(at));
  }

  private void add(Place place, Span span, boolean genitive) {
    int index = article.sentenceAt(span.start());
    if (index < 0 || !article.sentence(index).span().contains(span)) {
      return;
    }
    Sentence sentence = article.sentence(index);
    int word = wordAt(sentence, span);
    if (word >= 0) {
      standings
          .get(index)
          .add(new Standing(place, span, word, isLocation(sentence, word), genitive));
    }
  }

  /**
   * EDTF value of the time that governs a word of a sentence; null when the sentence tells none.
   */
  @Nullable String dateOf(int sentence, int word) {
    return times.dateAt(sentence, word);
  }

  /** The date of an actual event of the report whose sentence tells no time; null when unknown. */
  @Nullable String defaultDate(int sentence) {
    String date = times.defaultDate(sentence);
    String published = article.article().published();
    return date != null && date.equals(published) && date.length() == DAY ? date + "~" : date;
  }

  /** The time expressions that begin in a sentence, in order. */
  List<TimeExpression> timesIn(int sentence) {
    return times.in(sentence);
  }

  /** Whether an EDTF value lies wholly after the publication date. */
  boolean afterPublication(@Nullable String date) {
    String published = article.article().published();
    if (date == null || published == null || date.length() < 4 || published.length() < 4) {
      return false;
    }
    int length = Math.min(bare(date).length(), bare(published).length());
    String left = bare(date).substring(0, length);
    return left.indexOf('X') < 0 && left.compareTo(bare(published).substring(0, length)) > 0;
  }

  /** Whether an EDTF value lies more than a year before the publication date. */
  boolean longBefore(@Nullable String date) {
    String published = article.article().published();
    if (date == null || published == null || date.length() < 4 || published.length() < 4) {
      return false;
    }
    int slash = date.indexOf('/');
    String end = slash >= 0 ? date.substring(slash + 1) : date;
    if (end.length() < 4 || !Character.isDigit(end.charAt(0)) || end.startsWith("..")) {
      return false;
    }
    int year = year(end);
    int publishedYear = year(published);
    if (year < 0 || publishedYear < 0 || publishedYear - year < 1) {
      return false;
    }
    if (publishedYear - year >= 2) {
      return true;
    }
    int month = month(end);
    int publishedMonth = month(published);
    return month > 0 && publishedMonth > 0 && publishedMonth >= month;
  }

  private static int year(String date) {
    try {
      return Integer.parseInt(date.substring(0, 4));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static int month(String date) {
    try {
      return date.length() >= 7 ? Integer.parseInt(date.substring(5, 7)) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String bare(String date) {
    int end = 0;
    while (end < date.length() && "~?/T".indexOf(date.charAt(end)) < 0) {
      end++;
    }
    return date.substring(0, end);
  }

  /**
   * Id of the place where a mention's sentence says it happens; null when it does not. What
   * somebody says tells nothing of where it is said, and the other way round.
   */
  @Nullable String placeIn(int index, int head, Span anchor) {
    Sentence sentence = article.sentence(index);
    Collection<List<Span>> spoken =
        said.subMap(sentence.span().start(), sentence.span().end()).values();
    Standing best = null;
    int nearest = Integer.MAX_VALUE;
    for (Standing standing : standings.get(index)) {
      if (!standing.located() || standing.genitive() || apart(spoken, standing.span(), anchor)) {
        continue;
      }
      int distance = distance(standing.span(), anchor);
      if (head >= 0 && !Tree.below(sentence, standing.word(), head, 3)) {
        distance += 100;
      }
      if (distance < nearest) {
        nearest = distance;
        best = standing;
      }
    }
    return best == null ? null : best.place().id();
  }

  /** Whether something said begins in the sentence and holds one of two stretches only. */
  private static boolean apart(Collection<List<Span>> spoken, Span one, Span other) {
    for (List<Span> spans : spoken) {
      for (Span span : spans) {
        if (span.contains(one) != span.contains(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the words at a place name's head are introduced as a location. */
  private boolean isLocation(Sentence sentence, int word) {
    for (int before = word - 1; before >= 0 && before >= word - 3; before--) {
      String upos = sentence.word(before).upos();
      if (upos.equals("ADP")) {
        return Tree.is(sentence, before, locative);
      }
      if (!upos.equals("DET") && !upos.equals("ADJ") && !upos.equals("PROPN")) {
        break;
      }
    }
    int at = word;
    for (int step = 0; step < 3 && at >= 0; step++) {
      for (int child : sentence.children(at)) {
        if (sentence.word(child).relation().equals("case") && Tree.is(sentence, child, locative)) {
          return true;
        }
      }
      String relation = sentence.word(at).relation();
      if (!relation.equals("flat")
          && !relation.equals("appos")
          && !relation.equals("conj")
          && !relation.equals("compound")) {
        return false;
      }
      at = sentence.word(at).head();
    }
    return false;
  }

  /** The places that a sentence names, in order. */
  List<Standing> standingsIn(int sentence) {
    return standings.get(sentence);
  }

  /** The places that a sentence of the article names other than in the genitive, in order. */
  List<Standing> standingsIn(Sentence sentence) {
    int index = article.sentenceAt(sentence.span().start());
    if (index < 0) {
      return List.of();
    }
    return standings.get(index).stream().filter(standing -> !standing.genitive()).toList();
  }

  /** Whether something said in a sentence holds one of two stretches of its text only. */
  boolean apart(Sentence sentence, Span one, Span other) {
    return apart(said.subMap(sentence.span().start(), sentence.span().end()).values(), one, other);
  }

  /** The first word of a span; -1 when none is in it. */
  static int wordAt(Sentence sentence, Span span) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.word(i).span().overlaps(span)) {
        return i;
      }
    }
    return -1;
  }

  private static int distance(Span one, Span other) {
    if (one.overlaps(other)) {
      return 0;
    }
    return one.start() >= other.end() ? one.start() - other.end() : other.start() - one.end();
  }
}
