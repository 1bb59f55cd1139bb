package dev.detente.reading.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All matches of a calendar's rules in one text, by the token at which they begin. */
final class Chart implements Pattern.Tokens {
  /** Matches kept per token; more than this are never needed. */
  private static final int WIDTH = 16;

  private final Calendar calendar;
  private final List<Token> tokens;
  private final List<List<Match>> matches;

  Chart(Calendar calendar, List<Token> tokens) {
    this.calendar = calendar;
    this.tokens = tokens;
    this.matches = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      matches.add(List.of());
    }
    // From the right, so that an outer rule finds the expressions that its slots need.
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      List<Match> found = new ArrayList<>(2);
      for (Rule rule : calendar.innerRules(token)) {
        add(found, rule, i);
      }
      if (!found.isEmpty()) {
        matches.set(i, found);
      }
      List<Match> outer = new ArrayList<>(2);
      for (Rule rule : calendar.outerRules(token, !found.isEmpty())) {
        add(outer, rule, i);
      }
      if (!outer.isEmpty()) {
        outer.addAll(found);
        matches.set(i, outer);
      }
    }
  }

  private void add(List<Match> found, Rule rule, int at) {
    if (found.size() >= WIDTH) {
      return;
    }
    Match best = null;
    for (Pattern pattern : rule.patterns()) {
      Match match = pattern.match(this, rule, at);
      if (match != null && allowed(match) && (best == null || match.end() > best.end())) {
        best = match;
      }
    }
    if (best != null) {
      found.add(best);
    }
  }

  private boolean allowed(Match match) {
    Rule rule = match.rule();
    if (isTailOfWord(match.from())) {
      return false;
    }
    if (!rule.unlessNext().isEmpty()
        && match.end() < tokens.size()
        && tokens.get(match.end()).paragraph() == tokens.get(match.from()).paragraph()) {
      if (belongs(match.end(), rule.unlessNext())) {
        return false;
      }
    }
    return rule.unlessBefore().isEmpty()
        || match.from() == 0
        || tokens.get(match.from() - 1).paragraph() != tokens.get(match.from()).paragraph()
        || !belongs(match.from() - 1, rule.unlessBefore());
  }

  /** "nei-siden": what follows a hyphen within a word tells no time. */
  private boolean isTailOfWord(int from) {
    return from > 1
        && tokens.get(from).glued()
        && tokens.get(from - 1).glued()
        && tokens.get(from - 1).form().equals("-")
        && Character.isLetter(tokens.get(from - 2).form().codePointAt(0));
  }

  private boolean belongs(int index, java.util.Set<String> words) {
    Token token = tokens.get(index);
    for (String word : words) {
      if (word.length() > 2 && word.charAt(0) == '<') {
        if (is(index, word.substring(1, word.length() - 1))) {
          return true;
        }
      } else if (word.equals(token.form()) && (word.length() > 1 || token.glued())) {
        return true;
      }
    }
    return false;
  }

  /** Matches that begin here, the longest expression first; ties in order of the calendar. */
  List<Match> candidatesAt(int index) {
    List<Match> found = matches.get(index);
    if (found.isEmpty()) {
      return found;
    }
    List<Match> sorted = new ArrayList<>(found.size());
    for (Match match : found) {
      if (!match.rule().slotOnly()) {
        sorted.add(match);
      }
    }
    sorted.sort(Comparator.comparingInt((Match match) -> -match.end()));
    return sorted;
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public Token token(int index) {
    return tokens.get(index);
  }

  @Override
  public boolean is(int index, String className) {
    return calendar.is(tokens.get(index), className);
  }

  @Override
  public List<Match> expressionsAt(int index) {
    return index < matches.size() ? matches.get(index) : List.of();
  }

  /** For tests: the first match at a token. */
  @Nullable Match first(int index) {
    List<Match> found = candidatesAt(index);
    return found.isEmpty() ? null : found.get(0);
  }
}
