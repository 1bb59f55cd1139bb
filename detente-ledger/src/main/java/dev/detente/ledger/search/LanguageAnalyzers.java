package dev.detente.ledger.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * How words of each language are brought to the form under which they are found. Both standards of
 * Norwegian share one field and one stemmer, which takes off the endings of both ({@code
 * fiskarane}, {@code regjeringa}); a question in the one finds texts in the other where they share
 * the stem. No word is left out, so that phrases keep their places.
 */
final class LanguageAnalyzers {
  /** The fields of words, each with what makes its terms. */
  static final Map<String, Analyzer> FIELDS = fields();

  private LanguageAnalyzers() {}

  private static Map<String, Analyzer> fields() {
    Map<String, Analyzer> fields = new LinkedHashMap<>();
    fields.put("no", analyzer(words -> new SnowballFilter(words, new NorwegianStemmer())));
    fields.put("en", analyzer(words -> new PorterStemFilter(new EnglishPossessiveFilter(words))));
    fields.put("da", analyzer(words -> new SnowballFilter(words, new DanishStemmer())));
    fields.put("sv", analyzer(words -> new SnowballFilter(words, new SwedishStemmer())));
    return fields;
  }

  /** The field for texts of a language. */
  static String field(@Nullable String language) {
    return language == null
        ? "no"
        : switch (language) {
          case "en", "da", "sv" -> language;
          default -> "no";
        };
  }

  private interface Stemming {
    TokenStream of(TokenStream words);
  }

  private static Analyzer analyzer(Stemming stemming) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, stemming.of(new LowerCaseFilter(words)));
      }
    };
  }
}
