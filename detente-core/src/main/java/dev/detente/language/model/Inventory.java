package dev.detente.language.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of every layer and the vocabulary, in the order of the network's outputs. */
final class Inventory {
  /** What the names of the sections with genders begin with, before the language. */
  private static final String GENDERS = "genders-";

  /** The name of the weights. */
  final String version;

  final List<String> upos;
  final List<String> feats;
  final List<EditScript> scripts;
  final List<String> relations;
  final List<String> names;

  /** Labels of the marks of statements and events, {@code group:label}; empty without such. */
  final List<String> marks;

  /** Folded lower-case forms to rows of the word table; row 0 is for words not in it. */
  final Map<String, Integer> words;

  /** Per language, lines of a noun's lemma and its counts of genders; empty without such. */
  final Map<String, List<String>> genders;

  private Inventory(Map<String, List<String>> sections) throws IOException {
    version = section(sections, "version").get(0);
    upos = section(sections, "upos");
    feats = new ArrayList<>();
    for (String value : section(sections, "feats")) {
      feats.add(value.equals("_") ? "" : value);
    }
    scripts = new ArrayList<>();
    for (String script : section(sections, "scripts")) {
      scripts.add(EditScript.parse(script));
    }
    relations = section(sections, "rels");
    names = section(sections, "names");
    marks = sections.getOrDefault("marks", List.of());
    genders = new HashMap<>();
    sections.forEach(
        (name, lines) -> {
          if (name.startsWith(GENDERS)) {
            genders.put(name.substring(GENDERS.length()), lines);
          }
        });
    List<String> forms = section(sections, "words");
    words = new HashMap<>(forms.size() * 2);
    for (int i = 1; i < forms.size(); i++) {
      words.put(forms.get(i), i);
    }
  }

  private static List<String> section(Map<String, List<String>> sections, String name)
      throws IOException {
    List<String> items = sections.get(name);
    if (items == null) {
      throw new IOException("labels.txt lacks the section [" + name + "]");
    }
    return items;
  }

  /** Reads {@code labels.txt}: sections opened by {@code [name count]}, then one item per line. */
  static Inventory read(BufferedReader reader) throws IOException {
    Map<String, List<String>> sections = new HashMap<>();
    for (String head = reader.readLine(); head != null; head = reader.readLine()) {
      int space = head.indexOf(' ');
      if (!head.startsWith("[") || !head.endsWith("]") || space < 0) {
        throw new IOException("labels.txt: expected a section head, found: " + head);
      }
      int count = Integer.parseInt(head.substring(space + 1, head.length() - 1));
      List<String> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        String line = reader.readLine();
        if (line == null) {
          throw new IOException("labels.txt ends within " + head);
        }
        items.add(unescape(line));
      }
      sections.put(head.substring(1, space), items);
    }
    return new Inventory(sections);
  }

  private static String unescape(String line) {
    if (line.indexOf('\\') < 0) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        char next = line.charAt(++i);
        out.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
