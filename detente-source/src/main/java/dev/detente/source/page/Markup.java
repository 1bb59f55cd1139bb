package dev.detente.source.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The source of a page with what holds no text cut out: scripts, style sheets, drawings and
 * comments, which are most of many pages, so that the parser has less to do; and the linked data
 * that stood in the scripts.
 *
 * <p>Follows the tokenizer of the HTML standard as far as finding the ends of tags, comments and
 * raw text needs. What is not closed is not cut. Linear time. Immutable.
 */
final class Markup {
  private static final int MAX_LINKED_DATA = 32;

  private final String kept;
  private final int[] keptAt;
  private final int[] sourceAt;
  private final List<String> linkedData;

  private Markup(String kept, int[] keptAt, int[] sourceAt, List<String> linkedData) {
    this.kept = kept;
    this.keptAt = keptAt;
    this.sourceAt = sourceAt;
    this.linkedData = linkedData;
  }

  static Markup of(String source) {
    return new Cutter(source).cut();
  }

  /** What is left. */
  String kept() {
    return kept;
  }

  /** The contents of the scripts of linked data, in order. */
  List<String> linkedData() {
    return linkedData;
  }

  /** The index in the source of a character that was kept. */
  int toSource(int keptIndex) {
    int found = Arrays.binarySearch(keptAt, keptIndex);
    int run = found >= 0 ? found : -found - 2;
    return sourceAt[run] + (keptIndex - keptAt[run]);
  }

  private static final class Cutter {
    private final String source;
    private final StringBuilder kept;
    private int[] keptAt = new int[64];
    private int[] sourceAt = new int[64];
    private int runs;
    private int from;
    private final List<String> linkedData = new ArrayList<>();

    /** Which ends were sought to the end of the source in vain: they are not sought again. */
    private final List<String> missing = new ArrayList<>();

    Cutter(String source) {
      this.source = source;
      this.kept = new StringBuilder(source.length() / 2 + 16);
    }

    Markup cut() {
      int at = 0;
      while ((at = source.indexOf('<', at)) >= 0 && at + 1 < source.length()) {
        char next = source.charAt(at + 1);
        if (next == '!') {
          at = comment(at);
        } else if (isLetter(next)) {
          at = element(at);
        } else {
          at++;
        }
      }
      keep(source.length());
      return new Markup(
          kept.toString(),
          Arrays.copyOf(keptAt, Math.max(1, runs)),
          Arrays.copyOf(sourceAt, Math.max(1, runs)),
          List.copyOf(linkedData));
    }

    private int comment(int at) {
      if (!source.startsWith("--", at + 2)) {
        return at + 2;
      }
      if (source.startsWith(">", at + 4)) {
        return at + 5;
      }
      int end = find("-->", at + 4);
      if (end < 0) {
        return at + 4;
      }
      drop(at, end + 3);
      return end + 3;
    }

    private int element(int at) {
      int nameEnd = at + 1;
      while (nameEnd < source.length() && isNameChar(source.charAt(nameEnd))) {
        nameEnd++;
      }
      int end = tagEnd(nameEnd);
      if (end < 0) {
        // The standard drops a tag that the source ends in: nothing follows.
        return source.length();
      }
      String name = rawName(at + 1, nameEnd);
      if (name == null) {
        return end;
      }
      int close = closing(name, end);
      if (close < 0) {
        return end;
      }
      boolean dropped = name.equals("script") || name.equals("style") || name.equals("svg");
      if (!dropped) {
        return close;
      }
      if (name.equals("script")
          && linkedData.size() < MAX_LINKED_DATA
          && isLinkedData(nameEnd, end)) {
        linkedData.add(source.substring(end, close));
      }
      int after = source.indexOf('>', close);
      if (after < 0) {
        return close;
      }
      drop(at, after + 1);
      return after + 1;
    }

    private boolean isLinkedData(int start, int end) {
      return source.substring(start, end).toLowerCase(Locale.ROOT).contains("ld+json");
    }

    /** One of the elements whose content is not markup, or not text; null for others. */
    private @Nullable String rawName(int start, int end) {
      int length = end - start;
      for (String name : RAW) {
        if (name.length() == length && source.regionMatches(true, start, name, 0, length)) {
          return name;
        }
      }
      return null;
    }

    private static final List<String> RAW =
        List.of("script", "style", "svg", "title", "textarea", "xmp", "noembed");

    /** One past the {@code >} of a tag; quoted values may hold one. -1 when there is none. */
    private int tagEnd(int from) {
      boolean value = false;
      for (int i = from; i < source.length(); i++) {
        char c = source.charAt(i);
        if (c == '>') {
          return i + 1;
        }
        if (c == '=') {
          value = true;
        } else if (value && (c == '"' || c == '\'')) {
          int close = find(c == '"' ? "\"" : "'", i + 1);
          if (close < 0) {
            return -1;
          }
          i = close;
          value = false;
        } else if (c > ' ') {
          value = false;
        }
      }
      return -1;
    }

    private int closing(String name, int from) {
      String end = "</" + name;
      if (missing.contains(end)) {
        return -1;
      }
      for (int at = source.indexOf("</", from); at >= 0; at = source.indexOf("</", at + 2)) {
        if (source.regionMatches(true, at, end, 0, end.length())
            && (at + end.length() >= source.length()
                || !isNameChar(source.charAt(at + end.length())))) {
          return at;
        }
      }
      missing.add(end);
      return -1;
    }

    private int find(String what, int from) {
      if (missing.contains(what)) {
        return -1;
      }
      int found = source.indexOf(what, from);
      if (found < 0) {
        missing.add(what);
      }
      return found;
    }

    private void drop(int start, int end) {
      keep(start);
      from = end;
    }

    private void keep(int end) {
      if (end <= from) {
        return;
      }
      if (runs == keptAt.length) {
        keptAt = Arrays.copyOf(keptAt, runs * 2);
        sourceAt = Arrays.copyOf(sourceAt, runs * 2);
      }
      keptAt[runs] = kept.length();
      sourceAt[runs] = from;
      runs++;
      kept.append(source, from, end);
      from = end;
    }

    private static boolean isLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNameChar(char c) {
      return c != '>' && c != '/' && c > ' ';
    }
  }
}
