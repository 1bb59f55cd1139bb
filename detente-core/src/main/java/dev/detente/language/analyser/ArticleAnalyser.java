package dev.detente.language.analyser;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Sentence;
import dev.detente.language.TokenizedSentence;
import dev.detente.language.identify.LanguageIdentifier;
import dev.detente.language.model.SentenceAnalyser;
import dev.detente.language.segment.Segmentation;
import dev.detente.language.segment.Segmenter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * From an article to its analysis: language, passages, sentences and words, tags and trees.
 *
 * <p>What the article brings along (its language, its passages) is taken as it is. Danish and
 * Swedish are analysed as Bokmål. Linear time; a sentence of more than {@link Segmenter#MAX_WORDS}
 * words is cut and so is a word of more than {@link Segmenter#MAX_CHARACTERS} characters, a
 * sentence of more than {@link SentenceAnalyser#LONGEST} words is analysed in pieces, an article by
 * its first {@link #MAX_ARTICLE} code points, and each marks the analysis as truncated.
 * Thread-safe; close it when done.
 */
public final class ArticleAnalyser implements AutoCloseable {
  /** Code points of an article that are analysed at most; the rest is left without sentences. */
  public static final int MAX_ARTICLE = 1_000_000;

  private final LanguageIdentifier identifier;
  private final ArticleStructure structure;
  private final Segmenter segmenter;
  private final SentenceAnalyser sentences;

  /** Wires the steps together; the sentence analyser is closed with this. */
  public ArticleAnalyser(
      LanguageIdentifier identifier,
      ArticleStructure structure,
      Segmenter segmenter,
      SentenceAnalyser sentences) {
    this.identifier = identifier;
    this.structure = structure;
    this.segmenter = segmenter;
    this.sentences = sentences;
  }

  /** Loads all steps from the resources and the word lists of this codebook. */
  public static ArticleAnalyser load(Codebook codebook) {
    return new ArticleAnalyser(
        LanguageIdentifier.load(),
        ArticleStructure.load(codebook),
        Segmenter.load(codebook),
        SentenceAnalyser.load());
  }

  /** Analyses one article. A pure function of its input. */
  public AnalysedArticle analyse(Article article) {
    String language = article.language();
    if (language == null) {
      language = identifier.identify(article.text().string()).language();
    }
    List<Passage> passages = article.passages();
    if (passages.isEmpty()) {
      passages = structure.passages(article.text(), language);
    }
    Article known =
        new Article(
            article.id(),
            language,
            article.published(),
            article.outlet(),
            article.url(),
            article.title(),
            article.text(),
            passages);
    List<Passage> within = within(article.text(), passages);
    Segmentation cut = segmenter.segment(article.text(), within, language);
    boolean truncated = cut.truncated() || within != passages;
    for (TokenizedSentence sentence : cut.sentences()) {
      truncated |= sentence.forms().size() > SentenceAnalyser.LONGEST;
    }
    List<TokenizedSentence> composed = composed(cut.sentences(), article.text().string());
    List<Sentence> analysed = sentences.analyse(composed, Codebook.folderOf(language));
    return new AnalysedArticle(known, new Analysis(language, analysed, truncated));
  }

  /**
   * The sentences with their words in Unicode's composed form, as lexicons and network know them: å
   * as one character and not as an a with a ring. Where they stand stays as it is.
   */
  private static List<TokenizedSentence> composed(List<TokenizedSentence> sentences, String text) {
    if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      return sentences;
    }
    List<TokenizedSentence> composed = new ArrayList<>(sentences.size());
    for (TokenizedSentence sentence : sentences) {
      List<String> forms = new ArrayList<>(sentence.forms().size());
      for (String form : sentence.forms()) {
        forms.add(Normalizer.normalize(form, Normalizer.Form.NFC));
      }
      composed.add(new TokenizedSentence(forms, sentence.spans(), sentence.passage()));
    }
    return composed;
  }

  /** The passages up to the bound, the last cut before a word; themselves when all are. */
  private static List<Passage> within(ArticleText text, List<Passage> passages) {
    if (passages.isEmpty() || passages.get(passages.size() - 1).span().end() <= MAX_ARTICLE) {
      return passages;
    }
    List<Passage> within = new ArrayList<>();
    for (Passage passage : passages) {
      if (passage.span().start() >= MAX_ARTICLE) {
        break;
      }
      int end = Math.min(passage.span().end(), MAX_ARTICLE);
      while (end < passage.span().end()
          && end > passage.span().start()
          && !Character.isWhitespace(text.string().charAt(text.utf16(end)))) {
        end--;
      }
      if (end == passage.span().start()) {
        end = Math.min(passage.span().end(), MAX_ARTICLE);
      }
      within.add(new Passage(passage.kind(), new Span(passage.span().start(), end)));
    }
    return within;
  }

  @Override
  public void close() {
    sentences.close();
  }
}
