package dev.detente.reading.statement;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The article being read: its quotes, what has been attributed so far, and the questions about
 * words that every part of the reader asks. Used by one thread.
 */
final class Page {
  final AnalysedArticle article;
  final Cast cast;
  final CueLexicon lexicon;
  final List<Quote> quotes;
  final List<Draft> drafts = new ArrayList<>();

  private final Map<Integer, List<Draft>> bySentence = new HashMap<>();

  /** The hour and minute that head an entry of a running report. */
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[.:]\\d{2}");

  /** Sentences that the reader looks back or ahead at most for another statement. */
  static final int REACH = 60;

  /** Quotes that belong to a statement. */
  final Set<Quote> claimed = new LinkedHashSet<>();

  /** Dash speech without a cue of its own, to be attributed in the end. */
  final List<Dash> loose = new ArrayList<>();

  /** For each sentence, the word at which dash speech begins and its last word; -1 if none. */
  final int[] dashFrom;

  final int[] dashTo;

  Page(AnalysedArticle article, Cast cast, CueLexicon lexicon) {
    this.article = article;
    this.cast = cast;
    this.lexicon = lexicon;
    this.quotes = QuoteFinder.find(article.article());
    this.dashFrom = new int[article.sentences().size()];
    this.dashTo = new int[article.sentences().size()];
    Arrays.fill(dashFrom, -1);
    Arrays.fill(dashTo, -1);
  }

  void add(Draft draft) {
    drafts.add(draft);
    bySentence.computeIfAbsent(draft.sentence, s -> new ArrayList<>()).add(draft);
  }

  /** Statements whose cue stands in this sentence. */
  List<Draft> in(int sentence) {
    return bySentence.getOrDefault(sentence, List.of());
  }

  /** Statements of this sentence and its neighbours. */
  List<Draft> near(int sentence) {
    return between(sentence - 2, sentence + 8);
  }

  /** Statements of the sentences after this one, within reach. */
  List<Draft> after(int sentence) {
    return between(sentence, sentence + REACH);
  }

  private List<Draft> between(int from, int to) {
    List<Draft> found = new ArrayList<>();
    for (int s = from; s <= to; s++) {
      found.addAll(in(s));
    }
    return found;
  }

  boolean speaks(Sentence sentence) {
    Passage passage = article.passageOf(sentence);
    return passage == null
        || switch (passage.kind()) {
          case CREDIT, BYLINE, NOTICE -> false;
          default -> true;
        };
  }

  boolean isHeading(Sentence sentence) {
    Passage passage = article.passageOf(sentence);
    return passage != null
        && (passage.kind() == PassageKind.HEADLINE || passage.kind() == PassageKind.SUBHEADING);
  }

  void markDash(int fromSentence, int fromWord, int toSentence, int toWord) {
    for (int i = fromSentence; i <= toSentence; i++) {
      dashFrom[i] = i == fromSentence ? fromWord : 0;
      dashTo[i] = i == toSentence ? toWord : article.sentence(i).size() - 1;
    }
  }

  /** Whether a dash stands here; the hyphen inside a name or a number is none. */
  static boolean dashAt(Sentence sentence, int word) {
    return QuoteFinder.isDash(sentence.word(word).form()) && !hyphenAt(sentence, word);
  }

  /** Whether a mark joins the words on both sides without a space ("Tae-il"). */
  static boolean hyphenAt(Sentence sentence, int word) {
    return word > 0
        && word + 1 < sentence.size()
        && sentence.word(word).form().equals("-")
        && sentence.word(word - 1).span().end() == sentence.word(word).span().start()
        && sentence.word(word).span().end() == sentence.word(word + 1).span().start();
  }

  static int skipLead(Sentence sentence, int word) {
    int at = word;
    while (at < sentence.size() - 1
        && Clause.isPunctuation(sentence.word(at))
        && !QuoteFinder.isMark(sentence.word(at))) {
      at++;
    }
    return at;
  }

  /**
   * The first word behind a dateline that opens the passage ("CAIRO, May 3 (Agency) - The ...") or
   * the hour of an entry ("09:15 The ..."); the first word that is no mark without one.
   */
  int afterDateline(int index) {
    Sentence sentence = article.sentence(index);
    int first = skipLead(sentence, 0);
    String form = sentence.word(first).form();
    boolean opens = index == 0 || article.sentence(index - 1).passage() != sentence.passage();
    if (opens && first + 2 < sentence.size() && CLOCK.matcher(form).matches()) {
      return skipLead(sentence, first + 1);
    }
    if (!opens
        || form.codePointCount(0, form.length()) < 3
        || !form.equals(form.toUpperCase(Locale.ROOT))
        || !Character.isLetter(form.codePointAt(0))) {
      return first;
    }
    for (int i = first + 1; i + 1 < sentence.size() && i < first + 15; i++) {
      String mark = sentence.word(i).form();
      if (QuoteFinder.isDash(mark) || mark.equals(":")) {
        return i + 1;
      }
      if (Clause.isVerb(sentence.word(i))) {
        break;
      }
    }
    return first;
  }

  /** Whether a colon stands before the quote that begins at this position. */
  boolean isIntroduced(Sentence sentence, int position) {
    int before = wordBefore(sentence, position);
    return before >= 0 && sentence.word(before).form().equals(":");
  }

  /**
   * Where reported words begin that end here: behind the dateline, and behind the last colon or
   * semicolon, before which the reporter speaks.
   */
  int reportedFrom(int index, int end) {
    Sentence sentence = article.sentence(index);
    int from = Math.min(end, afterDateline(index));
    for (int i = end - 2; i > from; i--) {
      String form = sentence.word(i).form();
      if ((form.equals(";") || form.equals(":"))
          && (lexicon.is("order", "free") || Grammar.hasVerbBetween(sentence, i + 1, end))
          && !inQuote(sentence.word(i).span())) {
        return i + 1;
      }
    }
    return from;
  }

  boolean nominalAt(Sentence sentence, int word) {
    return word < sentence.size()
        && switch (sentence.word(word).upos()) {
          case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM" -> true;
          default -> false;
        };
  }

  /** Adds a quote and, when it runs on over paragraphs, its continuations. */
  void collectQuote(Draft draft, Quote quote) {
    // Earlier paragraphs of the same quote.
    int at = Collections.binarySearch(quotes, quote, Comparator.comparing(Quote::span));
    int first = at;
    while (first > 0 && quotes.get(first).continued() && quotes.get(first - 1).open()) {
      first--;
    }
    for (int i = first; i <= at; i++) {
      addPiece(draft, quotes.get(i).span());
      claimed.add(quotes.get(i));
    }
    while (quotes.get(at).open() && at + 1 < quotes.size() && quotes.get(at + 1).continued()) {
      at++;
      addPiece(draft, quotes.get(at).span());
      claimed.add(quotes.get(at));
    }
  }

  static void addPiece(Draft draft, Span span) {
    for (Span piece : draft.content) {
      if (piece.contains(span)) {
        return;
      }
    }
    draft.content.add(span);
    draft.content.sort(Comparator.naturalOrder());
  }

  boolean isQuestion(Sentence sentence) {
    for (int i = sentence.size() - 1; i >= 0 && i >= sentence.size() - 2; i--) {
      if (sentence.word(i).form().equals("?") && !inQuote(sentence.word(i).span())) {
        return true;
      }
    }
    return false;
  }

  boolean startsWith(Sentence sentence, int at, List<String> words) {
    if (at + words.size() > sentence.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!Clause.form(sentence.word(at + i)).equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  Set<String> stems(Span span) {
    Set<String> stems = new LinkedHashSet<>();
    int sentence = article.sentenceAt(span.start());
    for (int i = Math.max(0, sentence); i < article.sentences().size() && sentence >= 0; i++) {
      Sentence each = article.sentence(i);
      if (each.span().start() >= span.end()) {
        break;
      }
      for (Word word : each.words()) {
        if (span.contains(word.span())) {
          switch (word.upos()) {
            case "NOUN", "PROPN", "VERB", "ADJ", "NUM" -> stems.add(Clause.lemma(word));
            default -> {}
          }
        }
      }
    }
    return stems;
  }

  @Nullable String actor(int sentence, int word) {
    return word < 0 ? null : cast.actorAt(sentence, word);
  }

  boolean isMedia(String actor) {
    String sector = cast.actor(actor).sector();
    return "JRN".equals(sector) || "MED".equals(sector);
  }

  List<Cue> verbs(Word word) {
    return lexicon.verbs(Clause.form(word), Clause.lemma(word));
  }

  boolean verbIs(String list, Word word) {
    return lexicon.is(list, Clause.form(word), Clause.lemma(word));
  }

  /** Whether the further words of a cue stand by its head. */
  boolean matches(Sentence sentence, int head, Cue cue) {
    int from = head;
    for (String word : cue.with()) {
      int found = find(sentence, head, from, word);
      if (found < 0) {
        return false;
      }
      from = Math.max(from, found);
    }
    return true;
  }

  int lastWord(Sentence sentence, int head, Cue cue) {
    int at = head;
    for (String word : cue.with()) {
      at = find(sentence, head, at, word);
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  /**
   * The cue's words: its head, and the further ones where they stand by it ("la til", "la han
   * til").
   */
  Span cueSpan(Sentence sentence, int head, Cue cue) {
    int last = lastWord(sentence, head, cue);
    boolean close = last > head && last - head <= cue.with().size() + 2;
    return new Span(
        sentence.word(head).span().start(), sentence.word(close ? last : head).span().end());
  }

  static int find(Sentence sentence, int head, int from, String word) {
    for (int i = from + 1; i < sentence.size() && i <= from + 9; i++) {
      Word token = sentence.word(i);
      if (token.form().equals(";") || token.form().equals(":")) {
        break;
      }
      if (!Clause.form(token).equals(word) && !Clause.lemma(token).equals(word)) {
        continue;
      }
      int up = token.head();
      int upper = up < 0 ? -1 : sentence.word(up).head();
      if (i == from + 1 || up == head || upper == head || up == from) {
        return i;
      }
      int third = upper < 0 ? -1 : sentence.word(upper).head();
      if (third == head) {
        return i;
      }
    }
    return -1;
  }

  boolean inDash(int sentence, int word) {
    return dashFrom[sentence] >= 0 && word >= dashFrom[sentence] && word <= dashTo[sentence];
  }

  boolean inQuote(Span span) {
    return quoteOver(span.start()) != null;
  }

  @Nullable Quote quoteOver(int position) {
    int index = firstEndingAfter(position);
    return index < quotes.size() && quotes.get(index).span().contains(position)
        ? quotes.get(index)
        : null;
  }

  /** The quote that begins here; null if none. */
  @Nullable Quote quoteAt(int position) {
    Quote quote = quoteOver(position);
    return quote != null && quote.span().start() == position ? quote : null;
  }

  /** The quote that ends at one of these positions; null if none. */
  @Nullable Quote quoteEndingAt(int first, int second) {
    for (int position = first; position <= second; position++) {
      if (position > 0) {
        Quote quote = quoteOver(position - 1);
        if (quote != null && quote.span().end() == position) {
          return quote;
        }
      }
    }
    return null;
  }

  void claimInside(Span span) {
    for (Quote quote : quotesIn(span)) {
      if (span.contains(quote.span())) {
        claimed.add(quote);
      }
    }
  }

  /** Quotes that share words with a span. */
  List<Quote> quotesIn(Span span) {
    int from = firstEndingAfter(span.start());
    int to = from;
    while (to < quotes.size() && quotes.get(to).span().start() < span.end()) {
      to++;
    }
    return quotes.subList(from, to);
  }

  /** Index of the first quote that ends after a position. */
  private int firstEndingAfter(int position) {
    int low = 0;
    int high = quotes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quotes.get(middle).span().end() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int wordBefore(Sentence sentence, int position) {
    int last = -1;
    for (int i = 0; i < sentence.size() && sentence.word(i).span().end() <= position; i++) {
      last = i;
    }
    return last;
  }

  boolean hasWords(Span span) {
    return wordCount(span) > 0;
  }

  int wordCount(Span span) {
    String text = article.slice(span);
    int count = 0;
    boolean in = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !in) {
        count++;
      }
      in = letter;
    }
    return count;
  }
}
