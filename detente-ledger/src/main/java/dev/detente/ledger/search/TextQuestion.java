package dev.detente.ledger.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to find words: all of them must be there; words in quotation bearings stand
 * side by side; a minus before one leaves out what has it; a star after one stands for any ending.
 * Words are stemmed as the texts are, in each language.
 */
final class TextQuestion {
  private static final Pattern PART =
      Pattern.compile("(-?)(?:[\"“”«]([^\"“”»]*)[\"“”»]?|([^\\s\"“”«»]+))");
  private static final int MOST_PARTS = 64;

  private TextQuestion() {}

  /** The query; null when there is no word in it. */
  static @Nullable Query query(String typed) {
    BooleanQuery.Builder languages = new BooleanQuery.Builder();
    boolean any = false;
    for (Map.Entry<String, Analyzer> field : LanguageAnalyzers.FIELDS.entrySet()) {
      Query query = query(typed, field.getKey(), field.getValue());
      if (query != null) {
        languages.add(query, Occur.SHOULD);
        any = true;
      }
    }
    return any ? languages.build() : null;
  }

  private static @Nullable Query query(String typed, String field, Analyzer analyzer) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    Matcher part = PART.matcher(typed);
    int parts = 0;
    boolean wanted = false;
    while (part.find() && parts < MOST_PARTS) {
      String phrase = part.group(2);
      String word = part.group(3);
      Query query =
          word != null && word.length() > 2 && word.endsWith("*")
              ? new PrefixQuery(
                  new Term(field, word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT)))
              : words(phrase == null ? String.valueOf(word) : phrase, field, analyzer);
      if (query == null) {
        continue;
      }
      parts++;
      boolean out = !part.group(1).isEmpty();
      wanted |= !out;
      all.add(query, out ? Occur.MUST_NOT : Occur.MUST);
    }
    if (parts == 0) {
      return null;
    }
    if (!wanted) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
    }
    return all.build();
  }

  private static @Nullable Query words(String text, String field, Analyzer analyzer) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(field, term.toString()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (terms.isEmpty()) {
      return null;
    }
    if (terms.size() == 1) {
      return new TermQuery(terms.get(0));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    terms.forEach(phrase::add);
    return phrase.build();
  }
}
