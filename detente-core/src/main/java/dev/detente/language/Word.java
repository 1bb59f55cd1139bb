package dev.detente.language;

import dev.detente.article.Span;
import java.text.Normalizer;

/**
 * A syntactic word of a sentence with its annotation, after Universal Dependencies. Immutable.
 *
 * @param form as it stands in the text, in Unicode's composed form (NFC), as lexicons know it
 * @param lemma dictionary form
 * @param upos universal part of speech ({@code NOUN}, {@code VERB}, ...)
 * @param feats features as in CoNLL-U ({@code Number=Sing|Tense=Past}); empty when there are none
 * @param head index of the head within the sentence, 0-based; -1 for the root
 * @param deprel relation to the head, with subtype ({@code nsubj:pass}); {@code root} for the root
 * @param name BIO label of a name: {@code O}, {@code B-PER}, {@code I-PER}, {@code B-GPE_LOC}, ...
 *     (NorNE types)
 * @param span where the word stands, in code points of the article's text
 * @param marks signs of statements and events; {@link Marks#NONE} without any
 */
public record Word(
    String form,
    String lemma,
    String upos,
    String feats,
    int head,
    String deprel,
    String name,
    Span span,
    Marks marks) {
  public Word {
    form = Normalizer.normalize(form, Normalizer.Form.NFC);
  }

  /** A word without marks. */
  public Word(
      String form,
      String lemma,
      String upos,
      String feats,
      int head,
      String deprel,
      String name,
      Span span) {
    this(form, lemma, upos, feats, head, deprel, name, span, Marks.NONE);
  }

  /** The same word standing elsewhere. */
  public Word withSpan(Span other) {
    return new Word(form, lemma, upos, feats, head, deprel, name, other, marks);
  }

  /** The value of a feature ({@code feat("Number")} is {@code Sing}), or the empty string. */
  public String feat(String feature) {
    int at = 0;
    while (at < feats.length()) {
      int end = feats.indexOf('|', at);
      if (end < 0) {
        end = feats.length();
      }
      int equals = feats.indexOf('=', at);
      if (equals > 0
          && equals - at == feature.length()
          && feats.startsWith(feature, at)
          && equals < end) {
        return feats.substring(equals + 1, end);
      }
      at = end + 1;
    }
    return "";
  }

  /** The relation without its subtype: {@code nsubj} for {@code nsubj:pass}. */
  public String relation() {
    int colon = deprel.indexOf(':');
    return colon < 0 ? deprel : deprel.substring(0, colon);
  }

  /**
   * The type of the name this word belongs to ({@code PER}, {@code GPE_LOC}), or the empty string.
   */
  public String nameType() {
    return name.length() > 2 ? name.substring(2) : "";
  }
}
