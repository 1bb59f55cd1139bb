package dev.detente.reading.time;

import dev.detente.article.DetenteException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over tokens, as the calendars write it.
 *
 * <pre>
 * natt til &lt;weekday&gt;       words and classes
 * (i|fra) &lt;month&gt; &lt;year&gt;?    alternatives and optional parts
 * on [&lt;weekday&gt;]           only the bracketed part is the expression; the rest is context
 * &lt;hour&gt; +. +&lt;minute&gt;      + : no white space before
 * ^ &lt;hour&gt; +. +&lt;minute&gt;    ^ : at the beginning of a paragraph
 * since {month,year}       an expression that one of these rules reads; {time}: any rule
 * \( &lt;year&gt; \)            \ : the next character itself
 * </pre>
 *
 * Immutable and thread-safe; matching backtracks within one pattern, whose length bounds it.
 */
final class Pattern {
  /** What a token may be, as seen by patterns. */
  interface Tokens {
    int size();

    Token token(int index);

    /** Whether the token belongs to a class of the calendar. */
    boolean is(int index, String className);

    /** Ends (token index) of the expressions that begin at this token; empty for none. */
    List<Match> expressionsAt(int index);
  }

  private interface Next {
    void from(int at);
  }

  private interface Node {
    void match(Run run, int at, Next next);
  }

  /** State of one attempt. */
  private static final class Run {
    final Tokens tokens;
    final Rule rule;
    final int start;
    final List<Match.Capture> captures = new ArrayList<>();
    int spanStart;
    int spanEnd;
    @Nullable Match best;

    Run(Tokens tokens, Rule rule, int start) {
      this.tokens = tokens;
      this.rule = rule;
      this.start = start;
      this.spanStart = start;
      this.spanEnd = -1;
    }
  }

  private final String source;
  private final Supplier<String> place;
  private final Node root;

  /** Literals, {@code <class>} names and {@code {time}} that a match can begin with. */
  private final Set<String> first = new HashSet<>();

  private int at;

  private Pattern(String source, Supplier<String> place) {
    this.source = source;
    this.place = place;
    this.root = alternatives(true);
    if (at < source.length()) {
      throw broken("unexpected '" + source.charAt(at) + "'");
    }
  }

  static Pattern parse(String source, Supplier<String> place) {
    return new Pattern(source, place);
  }

  Set<String> first() {
    return first;
  }

  /** The longest match that begins at this token; null if none. */
  @Nullable Match match(Tokens tokens, Rule rule, int start) {
    Run run = new Run(tokens, rule, start);
    root.match(
        run,
        start,
        end -> {
          int spanEnd = run.spanEnd < 0 ? end : run.spanEnd;
          if (end > start
              && spanEnd > run.spanStart
              && (run.best == null || spanEnd > run.best.end())) {
            run.best =
                new Match(rule, start, run.spanStart, spanEnd, end, List.copyOf(run.captures));
          }
        });
    return run.best;
  }

  // Recursive descent; `head` tells whether what is read can begin a match.

  private Node alternatives(boolean head) {
    List<Node> options = new ArrayList<>();
    options.add(sequence(head));
    boolean optional = lastOptional;
    while (peek() == '|') {
      at++;
      options.add(sequence(head));
      optional |= lastOptional;
    }
    lastOptional = optional;
    if (options.size() == 1) {
      return options.get(0);
    }
    return (run, from, next) -> {
      for (Node option : options) {
        option.match(run, from, next);
      }
    };
  }

  private boolean lastOptional;

  private Node sequence(boolean head) {
    List<Node> items = new ArrayList<>();
    boolean open = head;
    boolean allOptional = true;
    while (true) {
      while (peek() == ' ') {
        at++;
      }
      char c = peek();
      if (c == 0 || c == '|' || c == ')') {
        break;
      }
      boolean bracket = c == '[' || c == ']';
      Node item = item(open);
      items.add(item);
      if (!bracket && !lastOptional) {
        open = false;
        allOptional = false;
      }
    }
    lastOptional = allOptional;
    return chain(items, 0);
  }

  private static Node chain(List<Node> items, int index) {
    if (items.isEmpty()) {
      return (run, from, next) -> next.from(from);
    }
    Node head = items.get(index);
    if (index == items.size() - 1) {
      return head;
    }
    Node tail = chain(items, index + 1);
    return (run, from, next) -> head.match(run, from, middle -> tail.match(run, middle, next));
  }

  private Node item(boolean head) {
    Node atom = atom(head);
    if (peek() == '?') {
      at++;
      lastOptional = true;
      return (run, from, next) -> {
        atom.match(run, from, next);
        next.from(from);
      };
    }
    return atom;
  }

  private Node atom(boolean head) {
    char c = peek();
    lastOptional = false;
    switch (c) {
      case '[' -> {
        at++;
        return (run, from, next) -> {
          int before = run.spanStart;
          run.spanStart = from;
          next.from(from);
          run.spanStart = before;
        };
      }
      case ']' -> {
        at++;
        return (run, from, next) -> {
          int before = run.spanEnd;
          run.spanEnd = from;
          next.from(from);
          run.spanEnd = before;
        };
      }
      case '(' -> {
        at++;
        Node inside = alternatives(head);
        if (peek() != ')') {
          throw broken("')' missing");
        }
        at++;
        return inside;
      }
      case '+' -> {
        at++;
        Node glued = atom(head);
        return (run, from, next) -> {
          if (from < run.tokens.size() && run.tokens.token(from).glued()) {
            glued.match(run, from, next);
          }
        };
      }
      case '<' -> {
        String name = until('>');
        if (head) {
          first.add("<" + name + ">");
        }
        return (run, from, next) -> {
          if (sameParagraph(run, from) && run.tokens.is(from, name)) {
            run.captures.add(new Match.Capture(name, from, null));
            next.from(from + 1);
            run.captures.remove(run.captures.size() - 1);
          }
        };
      }
      case '^' -> {
        at++;
        lastOptional = true;
        return (run, from, next) -> {
          if (from == 0
              || from < run.tokens.size()
                  && run.tokens.token(from - 1).paragraph() != run.tokens.token(from).paragraph()) {
            next.from(from);
          }
        };
      }
      case '{' -> {
        Set<String> rules = Set.of(until('}').split(","));
        boolean any = rules.contains("time");
        if (head) {
          first.add("{time}");
        }
        return (run, from, next) -> {
          if (!sameParagraph(run, from)) {
            return;
          }
          for (Match inner : run.tokens.expressionsAt(from)) {
            if (inner.spanStart() != from || !any && !rules.contains(inner.rule().name())) {
              continue;
            }
            run.captures.add(new Match.Capture("time", from, inner));
            next.from(inner.end());
            run.captures.remove(run.captures.size() - 1);
          }
        };
      }
      default -> {
        StringBuilder literal = new StringBuilder();
        while (at < source.length() && " |()[]?<{+^".indexOf(source.charAt(at)) < 0) {
          if (source.charAt(at) == '\\' && at + 1 < source.length()) {
            at++;
          }
          literal.append(source.charAt(at++));
        }
        if (literal.isEmpty()) {
          throw broken("unexpected '" + c + "'");
        }
        String word = literal.toString().toLowerCase(Locale.ROOT);
        if (head) {
          first.add(word);
        }
        return (run, position, next) -> {
          if (sameParagraph(run, position) && run.tokens.token(position).form().equals(word)) {
            next.from(position + 1);
          }
        };
      }
    }
  }

  private static boolean sameParagraph(Run run, int at) {
    return at < run.tokens.size()
        && run.tokens.token(at).paragraph() == run.tokens.token(run.start).paragraph();
  }

  private String until(char close) {
    int end = source.indexOf(close, at);
    if (end < 0) {
      throw broken("'" + close + "' missing");
    }
    String name = source.substring(at + 1, end);
    at = end + 1;
    return name;
  }

  private char peek() {
    return at < source.length() ? source.charAt(at) : 0;
  }

  private DetenteException broken(String what) {
    return new DetenteException(
        "DET-0331",
        place.get()
            + ", pattern \""
            + source
            + "\", character "
            + (at + 1)
            + ": "
            + what
            + "; correct the pattern");
  }

  @Override
  public String toString() {
    return source;
  }
}
