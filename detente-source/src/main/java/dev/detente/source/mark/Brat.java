package dev.detente.source.mark;

import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import dev.detente.source.mark.Annotation.Argument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The standoff format of brat ({@code .ann} beside {@code .txt}): text-bound annotations, divided
 * ones too, events, relations, equivalences, attributes, normalisations and notes. Its positions
 * count code points, as ours do.
 *
 * @see <a href="https://brat.nlplab.org/standoff.html">brat standoff format</a>
 */
public final class Brat {
  private static final Pattern BOUND = Pattern.compile("(\\S+) ([\\d ;]+)");
  private static final Pattern STRETCH = Pattern.compile("(\\d{1,9}) (\\d{1,9})");
  private static final Pattern ID = Pattern.compile("(?:[TERAMN]|#)[\\w-]+|\\*");

  private Brat() {}

  /**
   * The annotations of a file, each held to the text.
   *
   * @param name the file, for messages
   * @throws DetenteException DET-0160 for a line that is not brat's, DET-0161 for words that do not
   *     stand there, DET-0162 for an id that stands twice or names nothing
   */
  public static List<Annotation> read(String ann, ArticleText text, String name) {
    List<Annotation> all = new ArrayList<>();
    List<String> places = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line : ann.split("\r?\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String where = name + ", line " + number;
      Annotation one = line(line, text, where);
      if (!one.id().equals("*") && !ids.add(one.id())) {
        throw new DetenteException(
            "DET-0162", where + ": the id " + one.id() + " stands twice; give each its own");
      }
      all.add(one);
      places.add(where);
    }
    for (int i = 0; i < all.size(); i++) {
      for (Argument argument : all.get(i).arguments()) {
        if (!ids.contains(argument.id())) {
          throw new DetenteException(
              "DET-0162",
              places.get(i) + ": names " + argument.id() + ", which the file does not have");
        }
      }
    }
    return all;
  }

  private static Annotation line(String line, ArticleText text, String where) {
    String[] columns = line.split("\t", 3);
    if (columns.length < 2 || !ID.matcher(columns[0]).matches()) {
      throw broken(where, "give an id such as T1, a tab and what it says");
    }
    String rest = columns.length < 3 ? null : columns[2];
    String[] words = columns[1].strip().split(" +", -1);
    for (String word : words) {
      if (word.isEmpty() || word.chars().anyMatch(Brat::unseen)) {
        throw broken(where, "give types, roles, ids and values as words between single blanks");
      }
    }
    return switch (columns[0].charAt(0)) {
      case 'T' -> bound(columns[0], columns[1], rest, text, where);
      case 'E' -> joining(columns[0], words[0], words, 0, where);
      case 'R' -> joining(columns[0], words[0], words, 1, where);
      case '*' -> equal(words, where);
      case 'A', 'M' -> {
        if (words.length < 2 || words.length > 3) {
          throw broken(where, "an attribute is written: A1, tab, TYPE ID VALUE");
        }
        yield speaking(columns[0], words, words.length == 3 ? words[2] : null);
      }
      case 'N' -> {
        if (words.length != 3) {
          throw broken(where, "a normalisation is written: N1, tab, Reference ID RESOURCE:ENTRY");
        }
        yield speaking(columns[0], words, words[2]);
      }
      default -> {
        if (words.length != 2) {
          throw broken(where, "a note is written: #1, tab, AnnotatorNotes ID, tab, the note");
        }
        yield speaking(columns[0], words, rest == null ? "" : rest);
      }
    };
  }

  private static Annotation bound(
      String id, String column, @Nullable String words, ArticleText text, String where) {
    Matcher bound = BOUND.matcher(column);
    if (!bound.matches() || words == null) {
      throw broken(where, "words are marked: T1, tab, TYPE START END, tab, the words");
    }
    List<Span> spans = new ArrayList<>();
    StringBuilder there = new StringBuilder();
    int last = 0;
    for (String part : bound.group(2).split(";", -1)) {
      Matcher stretch = STRETCH.matcher(part);
      if (!stretch.matches()) {
        throw broken(where, "a stretch of words is written START END, and a further one after ;");
      }
      int start = Integer.parseInt(stretch.group(1));
      int end = Integer.parseInt(stretch.group(2));
      if (start < last || end <= start || end > text.length()) {
        throw new DetenteException(
            "DET-0161",
            where
                + ": "
                + part
                + " is no stretch of the text after what stands before it; the text has "
                + text.length()
                + " characters");
      }
      last = end;
      Span span = new Span(start, end);
      spans.add(span);
      there.append(there.isEmpty() ? "" : " ").append(text.slice(span));
    }
    // brat writes a line's end inside the words as a blank.
    if (!oneLine(there.toString()).equals(oneLine(words))) {
      throw new DetenteException(
          "DET-0161",
          where
              + ": \""
              + shortened(oneLine(words))
              + "\" does not stand at "
              + bound.group(2)
              + ", but \""
              + shortened(oneLine(there.toString()))
              + "\"; is it the file of another text?");
    }
    return new Annotation(id, bound.group(1), spans, List.of(), null);
  }

  private static boolean unseen(int unit) {
    return Character.isWhitespace(unit) || Character.isISOControl(unit);
  }

  /** An event, {@code TYPE:T1 ROLE:T2}, or a relation, {@code TYPE ROLE:T1 ROLE:T2}. */
  private static Annotation joining(
      String id, String type, String[] words, int first, String where) {
    List<Argument> arguments = new ArrayList<>();
    for (int i = first; i < words.length; i++) {
      int colon = words[i].indexOf(':');
      if (colon < 1 || colon == words[i].length() - 1) {
        throw broken(where, "what is joined is written ROLE:ID");
      }
      arguments.add(new Argument(words[i].substring(0, colon), words[i].substring(colon + 1)));
    }
    if (arguments.size() < (first == 0 ? 1 : 2)) {
      throw broken(where, "an event needs its trigger, a relation two that it joins");
    }
    String label = first == 0 ? arguments.get(0).role() : type;
    return new Annotation(id, label, List.of(), arguments, null);
  }

  private static Annotation equal(String[] words, String where) {
    if (words.length < 3) {
      throw broken(where, "what is the same is written: *, tab, Equiv T1 T2");
    }
    List<Argument> arguments = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      arguments.add(new Argument("", words[i]));
    }
    return new Annotation("*", words[0], List.of(), arguments, null);
  }

  private static Annotation speaking(String id, String[] words, @Nullable String value) {
    return new Annotation(id, words[0], List.of(), List.of(new Argument("", words[1])), value);
  }

  /** The file of these annotations of a text; what {@link #read} reads. */
  public static String write(List<Annotation> annotations, ArticleText text) {
    StringBuilder out = new StringBuilder();
    for (Annotation one : annotations) {
      out.append(one.id()).append('\t');
      String value = one.value();
      switch (one.id().charAt(0)) {
        case 'T' -> {
          out.append(one.label());
          StringBuilder words = new StringBuilder();
          for (Span span : one.spans()) {
            out.append(words.isEmpty() ? ' ' : ';')
                .append(span.start())
                .append(' ')
                .append(span.end());
            words.append(words.isEmpty() ? "" : " ").append(text.slice(span));
          }
          out.append('\t').append(oneLine(words.toString()));
        }
        case 'E' -> arguments(out, "", one);
        case '#' ->
            arguments(out, one.label(), one).append('\t').append(oneLine(String.valueOf(value)));
        default -> arguments(out, one.label(), one).append(value == null ? "" : " " + value);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static StringBuilder arguments(StringBuilder out, String label, Annotation one) {
    String between = label.isEmpty() ? "" : " ";
    out.append(label);
    for (Argument argument : one.arguments()) {
      out.append(between)
          .append(argument.role())
          .append(argument.role().isEmpty() ? "" : ":")
          .append(argument.id());
      between = " ";
    }
    return out;
  }

  private static String oneLine(String words) {
    return words.replace("\r\n", "  ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }

  private static String shortened(String words) {
    return words.length() > 60 ? words.substring(0, 60) + "…" : words;
  }

  private static DetenteException broken(String where, String remedy) {
    return new DetenteException("DET-0160", where + ": not a line of brat; " + remedy);
  }
}
