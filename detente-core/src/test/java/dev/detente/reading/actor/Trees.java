package dev.detente.reading.actor;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Marks;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Analysed articles written by hand. A sentence is a text block of lines {@code form lemma UPOS
 * head deprel [name [feats [marks]]]}, heads counted from 1.
 */
final class Trees {
  private Trees() {}

  static AnalysedArticle article(String language, String published, String... blocks) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (String block : blocks) {
      List<Word> words = new ArrayList<>();
      for (String line : block.strip().split("\n", -1)) {
        String[] cells = line.strip().split("\\s+", -1);
        int start = text.length();
        text.append(cells[0]);
        words.add(
            new Word(
                cells[0],
                cells[1],
                cells[2],
                cells.length > 6 ? cells[6] : "",
                Integer.parseInt(cells[3]) - 1,
                cells[4],
                cells.length > 5 ? cells[5] : "O",
                new Span(start, text.length()),
                cells.length > 7 ? Marks.parse(cells[7]) : Marks.NONE));
        text.append(' ');
      }
      sentences.add(new Sentence(words, -1));
    }
    Article article =
        new Article(
            "test",
            language,
            published,
            "nordposten.example",
            null,
            null,
            ArticleText.of(text.toString()),
            List.of());
    return new AnalysedArticle(article, new Analysis(language, sentences, false));
  }

  /** Sentence and word index of the n-th occurrence of a form, from 0. */
  static int[] find(AnalysedArticle article, String form, int occurrence) {
    int left = occurrence;
    for (int s = 0; s < article.sentences().size(); s++) {
      Sentence sentence = article.sentence(s);
      for (int w = 0; w < sentence.size(); w++) {
        if (sentence.word(w).form().equals(form) && left-- == 0) {
          return new int[] {s, w};
        }
      }
    }
    throw new IllegalArgumentException(form + " does not stand " + (occurrence + 1) + " times");
  }
}
