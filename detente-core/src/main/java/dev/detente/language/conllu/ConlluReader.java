package dev.detente.language.conllu;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Marks;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads CoNLL-U: what {@link ConlluWriter} wrote, exactly as it was, and treebanks and analyses of
 * other tools.
 *
 * <p>The text is put together from the words and the white space noted beside them; without a note
 * one space stands between words and sentences, and a blank line before {@code # newpar}. Empty
 * nodes, XPOS and enhanced dependencies are passed over. The words of a range line whose forms do
 * not make up its surface ({@code du}: {@code de le}) all get the whole range as their span.
 * Stateless and thread-safe.
 */
public final class ConlluReader {
  private static final int COLUMNS = 10;

  /** Begins the marks of a word in the last column. */
  static final String MARKS = "marks=";

  /**
   * Reads all articles.
   *
   * @param in the file; not closed
   * @param file its name for messages and, without its extension, for articles without an id
   * @param language of articles that name none
   * @throws DetenteException DET-0220 to DET-0227 with file and line when it is not CoNLL-U
   */
  public List<AnalysedArticle> read(Reader in, String file, String language) throws IOException {
    List<AnalysedArticle> articles = new ArrayList<>();
    read(in, file, language, articles::add);
    return articles;
  }

  /** Reads article by article, so that a large file need not fit in memory; see above. */
  public void read(Reader in, String file, String language, Consumer<AnalysedArticle> each)
      throws IOException {
    read(in, new Reading(file, language, each));
  }

  /**
   * Reads a part of a file; articles without an id get an empty one.
   *
   * @param firstLine of the part within the file, 1-based, for messages
   */
  public void read(
      Reader in, String file, int firstLine, String language, Consumer<AnalysedArticle> each)
      throws IOException {
    Reading reading = new Reading(file, language, each);
    reading.number = firstLine - 1;
    reading.names = false;
    read(in, reading);
  }

  private static void read(Reader in, Reading reading) throws IOException {
    BufferedReader lines =
        in instanceof BufferedReader buffered ? buffered : new BufferedReader(in);
    String line;
    while ((line = lines.readLine()) != null) {
      reading.line(line);
    }
    reading.end();
  }

  /** One reading of one file. */
  private static final class Reading {
    private final String file;
    private final String defaultLanguage;
    private final Consumer<AnalysedArticle> each;
    private int number;
    private boolean names = true;
    private int unnamed;

    // The article so far.
    private @Nullable String id;
    private @Nullable String language;
    private @Nullable String published;
    private @Nullable String outlet;
    private @Nullable String url;
    private @Nullable String title;
    private boolean truncated;
    private StringBuilder text = new StringBuilder();
    private int length;
    private List<Sentence> sentences = new ArrayList<>();
    private List<PassageKind> kinds = new ArrayList<>();

    // The sentence so far.
    private final List<Word> words = new ArrayList<>();
    private @Nullable String claimed;
    private int claimedLine;
    private boolean newParagraph;
    private PassageKind kind = PassageKind.BODY;
    private int rangeEnd;
    private int rangeLine;
    private String surface = "";
    private int surfaceStart;
    private int surfaceAt;
    private boolean pieces;
    private @Nullable String gap;
    private int sentenceLine;
    private int sentenceStart;

    Reading(String file, String defaultLanguage, Consumer<AnalysedArticle> each) {
      this.file = file;
      this.defaultLanguage = defaultLanguage;
      this.each = each;
    }

    void line(String line) {
      number++;
      if (line.isBlank()) {
        sentence();
      } else if (line.charAt(0) == '#') {
        comment(line.substring(1));
      } else {
        word(line);
      }
    }

    void end() {
      sentence();
      article();
    }

    private void comment(String comment) {
      int equals = comment.indexOf('=');
      String key = (equals < 0 ? comment : comment.substring(0, equals)).strip();
      String value = equals < 0 ? "" : comment.substring(equals + 1).strip();
      switch (key) {
        case "newdoc", "newdoc id" -> {
          sentence();
          article();
          id = value.isEmpty() ? null : value;
        }
        case "newpar", "newpar id" -> {
          newParagraph = true;
          kind = PassageKind.BODY;
        }
        case "passage" -> kind = kindOf(value);
        case "text" -> {
          claimed = value;
          claimedLine = number;
        }
        case "language" -> language = value;
        case "published" -> published = value;
        case "outlet" -> outlet = value;
        case "url" -> url = value;
        case "title" -> title = value;
        case "truncated" -> truncated = value.equals("yes");
        default -> {
          // Other comments are the file's own business.
        }
      }
    }

    private PassageKind kindOf(String value) {
      try {
        return PassageKind.valueOf(value.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw error(
            "DET-0223",
            "no passage is called \"" + shown(value) + "\"; use headline, body, ...",
            number);
      }
    }

    private void word(String line) {
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS) {
        throw error(
            "DET-0220",
            "a line of " + columns.length + " columns; CoNLL-U has 10, divided by tabs",
            number);
      }
      String index = columns[0];
      if (index.indexOf('.') >= 0) {
        return;
      }
      if (columns[1].isEmpty()) {
        throw error("DET-0224", "a word without a form; write _ for an unknown one", number);
      }
      if (words.isEmpty() && surface.isEmpty()) {
        begin(columns[9]);
      }
      int dash = index.indexOf('-');
      if (dash > 0) {
        range(index, dash, columns);
      } else {
        syntacticWord(index, columns);
      }
    }

    /** The first line of a sentence: what stands before it. */
    private void begin(String misc) {
      sentenceLine = number;
      String before = gapOf(misc, "SpacesBefore=");
      if (gap != null) {
        append(gap);
      } else if (length > 0) {
        append(newParagraph ? "\n\n" : " ");
      }
      if (before != null) {
        append(before);
      }
      gap = null;
      sentenceStart = text.length();
      if (newParagraph || kinds.isEmpty()) {
        kinds.add(kind);
        newParagraph = false;
      }
    }

    private void range(String index, int dash, String[] columns) {
      int first = integer(index.substring(0, dash));
      int last = integer(index.substring(dash + 1));
      if (first != words.size() + 1 || last <= first || last - first > 100) {
        throw error(
            "DET-0221", "range " + index + " where word " + (words.size() + 1) + " is due", number);
      }
      flushGap();
      rangeEnd = last;
      rangeLine = number;
      surface = columns[1];
      surfaceStart = length;
      surfaceAt = 0;
      pieces = true;
      append(surface);
      gap = after(columns[9]);
    }

    private void syntacticWord(String index, String[] columns) {
      int at = integer(index);
      if (at != words.size() + 1) {
        throw error(
            "DET-0221", "word " + index + " where word " + (words.size() + 1) + " is due", number);
      }
      String form = columns[1];
      Span span;
      if (at <= rangeEnd) {
        pieces = pieces && surface.startsWith(form, surfaceAt);
        int start = surfaceStart + surface.codePointCount(0, pieces ? surfaceAt : 0);
        int end =
            pieces
                ? start + form.codePointCount(0, form.length())
                : surfaceStart + surface.codePointCount(0, surface.length());
        surfaceAt += form.length();
        span = new Span(start, end);
        if (at == rangeEnd && (!pieces || surfaceAt != surface.length())) {
          widen(at);
          span = whole();
        }
      } else {
        flushGap();
        int start = length;
        append(form);
        span = new Span(start, length);
        gap = after(columns[9]);
      }
      int head = integer(columns[6]);
      words.add(
          new Word(
              form,
              form.equals("_") ? columns[2] : value(columns[2]),
              value(columns[3]),
              value(columns[5]),
              head - 1,
              value(columns[7]),
              name(columns[9]),
              span,
              marks(columns[9])));
    }

    private Span whole() {
      return new Span(surfaceStart, surfaceStart + surface.codePointCount(0, surface.length()));
    }

    /** Gives the earlier words of a range that is not the sum of its words the whole of it. */
    private void widen(int last) {
      for (int i = words.size() - 1; i >= 0 && words.get(i).span().start() >= surfaceStart; i--) {
        Word word = words.get(i);
        words.set(i, word.withSpan(whole()));
      }
    }

    private void flushGap() {
      if (!words.isEmpty()) {
        append(gap == null ? " " : gap);
        gap = null;
      }
    }

    /** The white space after a word; within a sentence one space when nothing is said. */
    private @Nullable String after(String misc) {
      String spaces = gapOf(misc, "SpacesAfter=");
      if (spaces != null) {
        return spaces;
      }
      return ("|" + misc + "|").contains("|SpaceAfter=No|") ? "" : null;
    }

    private static @Nullable String gapOf(String misc, String key) {
      for (String part : misc.split("\\|")) {
        if (part.startsWith(key)) {
          return unescaped(part.substring(key.length()));
        }
      }
      return null;
    }

    private static String unescaped(String escaped) {
      StringBuilder plain = new StringBuilder(escaped.length());
      for (int i = 0; i < escaped.length(); i++) {
        char c = escaped.charAt(i);
        if (c != '\\' || i + 1 == escaped.length()) {
          plain.append(c);
          continue;
        }
        char next = escaped.charAt(++i);
        plain.append(
            switch (next) {
              case 's' -> ' ';
              case 't' -> '\t';
              case 'r' -> '\r';
              case 'n' -> '\n';
              case 'p' -> '|';
              default -> next;
            });
      }
      return plain.toString();
    }

    private static String name(String misc) {
      for (String part : misc.split("\\|")) {
        if (part.startsWith("name=")) {
          return part.substring(5);
        }
      }
      return "O";
    }

    private Marks marks(String misc) {
      int at = misc.indexOf(MARKS);
      if (at < 0 || at > 0 && misc.charAt(at - 1) != '|') {
        return Marks.NONE;
      }
      int end = misc.indexOf('|', at);
      String written = misc.substring(at + MARKS.length(), end < 0 ? misc.length() : end);
      try {
        return Marks.parse(written);
      } catch (IllegalArgumentException e) {
        throw error(
            "DET-0227",
            "\""
                + shown(written)
                + "\" where marks as Detente writes them are due; leave marks= out",
            number);
      }
    }

    private static String value(String column) {
      return column.equals("_") ? "" : column;
    }

    private void append(String part) {
      text.append(part);
      length += part.codePointCount(0, part.length());
    }

    private void sentence() {
      if (words.isEmpty()) {
        if (!surface.isEmpty()) {
          throw error("DET-0221", "a range without its words", rangeLine);
        }
        return;
      }
      if (words.size() < rangeEnd) {
        throw error("DET-0221", "a range that goes on after its sentence", rangeLine);
      }
      for (int i = 0; i < words.size(); i++) {
        int head = words.get(i).head();
        if (head >= words.size() || head == i) {
          throw error(
              "DET-0222",
              "word "
                  + (i + 1)
                  + " of the sentence that begins here has head "
                  + (head + 1)
                  + "; it must be another word of the sentence, or 0",
              sentenceLine);
        }
      }
      Sentence sentence = new Sentence(words, kinds.size() - 1);
      check();
      sentences.add(sentence);
      words.clear();
      rangeEnd = 0;
      surface = "";
      claimed = null;
    }

    /** The text that the sentence claims must be that of its words. */
    private void check() {
      if (claimed == null) {
        return;
      }
      String found = text.substring(sentenceStart);
      if (!squeezed(found).equals(squeezed(claimed))) {
        throw error(
            "DET-0225",
            "# text is \""
                + shown(claimed)
                + "\" but the words make \""
                + shown(found)
                + "\"; correct one of them",
            claimedLine);
      }
    }

    private static String squeezed(String text) {
      StringBuilder squeezed = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          squeezed.append(c);
        }
      }
      return squeezed.toString();
    }

    private void article() {
      if (!sentences.isEmpty()) {
        if (gap != null) {
          append(gap);
        }
        String known = language == null ? defaultLanguage : language;
        List<Passage> passages = new ArrayList<>();
        int at = 0;
        for (int p = 0; p < kinds.size(); p++) {
          int from = at;
          while (at < sentences.size() && sentences.get(at).passage() == p) {
            at++;
          }
          passages.add(
              new Passage(
                  kinds.get(p), sentences.get(from).span().union(sentences.get(at - 1).span())));
        }
        Article article =
            new Article(
                id == null ? nameless() : id,
                known,
                published,
                outlet,
                url,
                title,
                ArticleText.of(text.toString()),
                passages);
        each.accept(new AnalysedArticle(article, new Analysis(known, sentences, truncated)));
      }
      id = null;
      language = null;
      published = null;
      outlet = null;
      url = null;
      title = null;
      truncated = false;
      text = new StringBuilder();
      length = 0;
      gap = null;
      sentences = new ArrayList<>();
      kinds = new ArrayList<>();
      newParagraph = false;
      kind = PassageKind.BODY;
      claimed = null;
    }

    private String nameless() {
      if (!names) {
        return "";
      }
      String stem = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
      int dot = stem.lastIndexOf('.');
      stem = dot > 0 ? stem.substring(0, dot) : stem;
      return ++unnamed == 1 ? stem : stem + "#" + unnamed;
    }

    private int integer(String digits) {
      if (digits.length() > 0 && digits.length() < 8) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
          int digit = digits.charAt(i) - '0';
          if (digit < 0 || digit > 9) {
            throw notANumber(digits);
          }
          value = value * 10 + digit;
        }
        return value;
      }
      throw notANumber(digits);
    }

    private DetenteException notANumber(String digits) {
      return error("DET-0226", "\"" + shown(digits) + "\" where a number is due", number);
    }

    private static String shown(String text) {
      return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private DetenteException error(String code, String what, int line) {
      return new DetenteException(code, file + ", line " + line + ": " + what);
    }
  }
}
