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
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When and where: the time expression and the place that belong to a mention of an event. */
final class Occasion {
  private static final int DAY = "2022-02-07".length();

  private final AnalysedArticle article;
  private final Times times;
  private final List<Place> places;
  private final Set<String> locative;

  /** Where each place's words stand in the text, every time they do. */
  private final List<Standing> standings;

  /** Stretches of text that somebody says, in order of the text. */
  private final TreeMap<Integer, List<Span>> said = new TreeMap<>();

  /** A place's name where it stands. */
  record Standing(Place place, Span span) {}

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
    this.standings = standings();
    for (Statement statement : statements) {
      for (Span span : statement.content()) {
        said.computeIfAbsent(span.start(), start -> new ArrayList<>()).add(span);
      }
    }
  }

  private List<Standing> standings() {
    List<Standing> found = new ArrayList<>();
    String text = article.article().text().string();
    for (Place place : places) {
      String words = article.slice(place.span());
      if (words.isEmpty()) {
        continue;
      }
      for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
        int end = at + words.length();
        boolean whole =
            (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
        if (whole) {
          found.add(new Standing(place, article.article().text().span(at, end)));
        }
      }
    }
    return found;
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
  @Nullable String placeIn(Sentence sentence, int head, Span anchor) {
    Collection<List<Span>> spoken =
        said.subMap(sentence.span().start(), sentence.span().end()).values();
    Standing best = null;
    int nearest = Integer.MAX_VALUE;
    for (Standing standing : standings) {
      if (!sentence.span().contains(standing.span())) {
        continue;
      }
      int word = wordAt(sentence, standing.span());
      if (word < 0 || !isLocation(sentence, word) || apart(spoken, standing.span(), anchor)) {
        continue;
      }
      int distance = distance(standing.span(), anchor);
      if (head >= 0 && !Tree.below(sentence, word, head, 3)) {
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

  /** The places that a sentence names, in no order. */
  List<Standing> standingsIn(Sentence sentence) {
    List<Standing> found = new ArrayList<>();
    for (Standing standing : standings) {
      if (sentence.span().contains(standing.span())) {
        found.add(standing);
      }
    }
    return found;
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
