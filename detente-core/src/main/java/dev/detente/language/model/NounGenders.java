package dev.detente.language.model;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the treebanks know of the genders of nouns, by lemma: how often each was masculine, feminine
 * and neuter.
 *
 * <p>The network sees forms, and other forms of a noun than those it learned from do not always
 * tell its gender. The scores of a noun's three genders are therefore weighed with these counts,
 * except in the definite singular, where the ending tells. A compound that is not among them has
 * the gender of its last part. {@code training/genders.py} does the same. Immutable and
 * thread-safe.
 */
final class NounGenders {
  private static final List<String> GENDERS = List.of("Masc", "Fem", "Neut");
  private static final String NOUN = "NOUN";
  private static final String KEY = "Gender=";

  /** Characters of the last part of a compound, at least, and of what comes before it. */
  private static final int PART = 4;

  private static final int BEFORE = 2;

  /** How often a last part must have been seen. */
  private static final int PART_SEEN = 3;

  /** Added to every count. */
  private static final double PRIOR = 0.5;

  /** Per language, lemmas in small letters to their counts of {@link #GENDERS}. */
  private final Map<String, Map<String, int[]>> tables;

  /**
   * Per class of features, the classes that differ from it in gender alone, in the order of {@link
   * #GENDERS}, -1 for none; empty where the gender is not to be weighed.
   */
  private final int[][] others;

  /**
   * The counts of the lines {@code lemma masculine feminine neuter}.
   *
   * @param lines per language
   * @param feats the classes of features
   * @throws IOException when a line has another form
   */
  NounGenders(Map<String, List<String>> lines, List<String> feats) throws IOException {
    tables = new HashMap<>();
    for (Map.Entry<String, List<String>> language : lines.entrySet()) {
      Map<String, int[]> table = new HashMap<>(language.getValue().size() * 2);
      for (String line : language.getValue()) {
        add(line, table);
      }
      tables.put(language.getKey(), table);
    }
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < feats.size(); i++) {
      indices.put(feats.get(i), i);
    }
    others = new int[feats.size()][];
    for (int i = 0; i < feats.size(); i++) {
      others[i] = others(feats.get(i), indices);
    }
  }

  private static void add(String line, Map<String, int[]> table) throws IOException {
    String[] parts = line.split(" ", -1);
    int lemmaEnd = line.length();
    int[] counts = new int[GENDERS.size()];
    try {
      for (int i = 0; i < counts.length; i++) {
        String part = parts[parts.length - counts.length + i];
        counts[i] = Integer.parseInt(part);
        lemmaEnd -= part.length() + 1;
      }
      table.put(line.substring(0, lemmaEnd), counts);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException("labels.txt: not a lemma with its genders: " + line, e);
    }
  }

  private static int[] others(String feats, Map<String, Integer> indices) {
    List<String> values = List.of(feats.split("\\|"));
    if (values.contains("Definite=Def") && values.contains("Number=Sing")) {
      return new int[0];
    }
    for (String gender : GENDERS) {
      if (values.contains(KEY + gender)) {
        int[] found = new int[GENDERS.size()];
        for (int i = 0; i < found.length; i++) {
          found[i] = indices.getOrDefault(feats.replace(KEY + gender, KEY + GENDERS.get(i)), -1);
        }
        return found;
      }
    }
    return new int[0];
  }

  /** The counts of a lemma in small letters, or of the last part of a compound; null for none. */
  private static int @Nullable [] counts(Map<String, int[]> table, String lemma) {
    int[] counts = table.get(lemma);
    for (int i =
            lemma.offsetByCodePoints(0, Math.min(BEFORE, lemma.codePointCount(0, lemma.length())));
        counts == null && lemma.codePointCount(i, lemma.length()) >= PART;
        i = lemma.offsetByCodePoints(i, 1)) {
      int[] part = table.get(lemma.substring(i));
      counts = part != null && part[0] + part[1] + part[2] >= PART_SEEN ? part : null;
    }
    return counts;
  }

  /** Whether {@link #choose} can give something else than the best class. */
  boolean doubts(String language, String upos, int best) {
    return upos.equals(NOUN) && others[best].length > 0 && tables.containsKey(language);
  }

  /**
   * The class of features of a noun whose gender is {@linkplain #doubts in doubt}.
   *
   * @param best the class with the highest score
   * @param scores the scores of all words' classes
   * @param offset where those of this word begin
   */
  int choose(String language, String lemma, int best, float[] scores, int offset) {
    int[] candidates = others[best];
    Map<String, int[]> table = tables.get(language);
    if (table == null) {
      return best;
    }
    int[] counts = counts(table, lemma.toLowerCase(Locale.ROOT));
    if (counts == null) {
      return best;
    }
    double total = counts[0] + counts[1] + counts[2] + PRIOR * GENDERS.size();
    int chosen = best;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < candidates.length; i++) {
      if (candidates[i] >= 0) {
        double score = scores[offset + candidates[i]] + Math.log((counts[i] + PRIOR) / total);
        if (score > highest) {
          highest = score;
          chosen = candidates[i];
        }
      }
    }
    return chosen;
  }
}
