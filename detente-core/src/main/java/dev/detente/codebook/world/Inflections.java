package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endings of inflections.tsv applied to base forms. */
final class Inflections {
  private record Rule(String ending, List<List<String>> forms) {}

  private final Map<String, List<Rule>> rules = new HashMap<>();

  Inflections(Codebook codebook) {
    Rows.read(
        codebook,
        "world/inflections.tsv",
        4,
        row -> {
          List<List<String>> forms = new ArrayList<>();
          for (String slot : Rows.split(row[3], '|')) {
            forms.add(Rows.split(slot, ','));
          }
          rules
              .computeIfAbsent(row[0] + " " + row[1], key -> new ArrayList<>())
              .add(new Rule(row[2], forms));
        });
  }

  /** The base forms of a language made from the Bokmål ones, separated by {@code |}. */
  String base(String language, String cell) {
    StringBuilder bases = new StringBuilder();
    for (String base : Rows.split(cell, '|')) {
      List<List<String>> made = apply(language + " base", base);
      bases.append(bases.isEmpty() ? "" : "|").append(made == null ? base : made.get(0).get(0));
    }
    return bases.toString();
  }

  /** All forms of an adjective. */
  List<String> adjective(String language, String base) {
    List<String> all = new ArrayList<>();
    List<List<String>> made = apply(language + " adjective", base);
    for (List<String> slot : made == null ? List.of(List.of(base)) : made) {
      all.addAll(slot);
    }
    return all;
  }

  /** Singular, singular definite, plural, plural definite. */
  List<List<String>> people(String language, String base) {
    int slash = base.indexOf('/');
    if (slash > 0) {
      List<String> one = List.of(base.substring(0, slash));
      List<String> many = List.of(base.substring(slash + 1));
      return List.of(one, one, many, many);
    }
    List<List<String>> made = apply(language + " people", base);
    return made == null ? List.of(List.of(base)) : made;
  }

  private @Nullable List<List<String>> apply(String key, String base) {
    Rule best = null;
    for (Rule rule : rules.getOrDefault(key, List.of())) {
      if (base.endsWith(rule.ending())
          && (best == null || rule.ending().length() > best.ending().length())) {
        best = rule;
      }
    }
    if (best == null) {
      return null;
    }
    String stem = base.substring(0, base.length() - best.ending().length());
    List<List<String>> made = new ArrayList<>();
    for (List<String> slot : best.forms()) {
      List<String> forms = new ArrayList<>();
      for (String form : slot) {
        forms.add(form.replace("~", stem));
      }
      made.add(forms);
    }
    return made;
  }
}
