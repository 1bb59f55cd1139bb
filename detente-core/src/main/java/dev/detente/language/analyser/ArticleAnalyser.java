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
import dev.detente.language.Word;
import dev.detente.language.identify.LanguageIdentifier;
import dev.detente.language.model.SentenceAnalyser;
import dev.detente.language.segment.Segmentation;
import dev.detente.language.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;

/**
 * From an article to its analysis: language, passages, sentences and words, tags and trees.
 *
 * <p>What the article brings along (its language, its passages) is taken as it is. Danish and
 * Swedish are analysed as Bokmål. Linear time; a sentence of more than {@link Segmenter#MAX_WORDS}
 * words is cut, a word is analysed by its first {@link #MAX_CHARACTERS} code points, an article by
 * its first {@link #MAX_ARTICLE}, and each marks the analysis as truncated. Thread-safe; close it
 * when done.
 */
public final class ArticleAnalyser implements AutoCloseable {
  /** Code points of a word that the network sees at most. */
  public static final int MAX_CHARACTERS = 256;

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
    List<TokenizedSentence> shown = new ArrayList<>(cut.sentences().size());
    for (TokenizedSentence sentence : cut.sentences()) {
      TokenizedSentence shortened = shortened(sentence);
      truncated |= shortened != sentence || sentence.forms().size() > SentenceAnalyser.LONGEST;
      shown.add(shortened);
    }
    List<Sentence> analysed = sentences.analyse(shown, Codebook.folderOf(language));
    if (truncated) {
      analysed = restored(analysed, cut.sentences());
    }
    return new AnalysedArticle(known, new Analysis(language, analysed, truncated));
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

  /** The sentence with over-long words cut for the network; itself when there are none. */
  private static TokenizedSentence shortened(TokenizedSentence sentence) {
    boolean any = false;
    for (int i = 0; i < sentence.forms().size(); i++) {
      any |= sentence.spans().get(i).length() > MAX_CHARACTERS;
    }
    if (!any) {
      return sentence;
    }
    List<String> forms = new ArrayList<>(sentence.forms().size());
    for (int i = 0; i < sentence.forms().size(); i++) {
      String form = sentence.forms().get(i);
      forms.add(
          sentence.spans().get(i).length() > MAX_CHARACTERS
              ? form.substring(0, form.offsetByCodePoints(0, MAX_CHARACTERS))
              : form);
    }
    return new TokenizedSentence(forms, sentence.spans(), sentence.passage());
  }

  /** The analysed sentences with every word's form as it stands in the text. */
  private static List<Sentence> restored(
      List<Sentence> analysed, List<TokenizedSentence> originals) {
    List<Sentence> restored = new ArrayList<>(analysed.size());
    for (int s = 0; s < analysed.size(); s++) {
      Sentence sentence = analysed.get(s);
      List<Word> words = new ArrayList<>(sentence.size());
      for (int i = 0; i < sentence.size(); i++) {
        words.add(sentence.word(i).withForm(originals.get(s).forms().get(i)));
      }
      restored.add(new Sentence(words, sentence.passage()));
    }
    return restored;
  }

  @Override
  public void close() {
    sentences.close();
  }
}
