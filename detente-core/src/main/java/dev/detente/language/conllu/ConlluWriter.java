package dev.detente.language.conllu;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes analyses as CoNLL-U (Universal Dependencies, ten columns), in a form that {@link
 * ConlluReader} turns into the same article and analysis again.
 *
 * <p>An article begins with {@code # newdoc id}, a passage with {@code # newpar} and {@code #
 * passage = headline}. The white space between words is kept as UDPipe keeps it: {@code
 * SpaceAfter=No}, and {@code SpacesAfter=\n\n} where it is not one space. Names are BIO labels in
 * the last column: {@code name=B-PER}, followed by {@link dev.detente.language.Marks}. Words
 * written as one ({@code don't}) get a range line before them. An article without a word is not
 * written. Stateless and thread-safe.
 */
public final class ConlluWriter {

  /** Writes one article; its sentences are numbered from 1. */
  public void write(AnalysedArticle analysed, Appendable out) throws IOException {
    Article article = analysed.article();
    List<Sentence> sentences = analysed.sentences();
    int passage = -1;
    int at = 0;
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      if (s == 0) {
        comment(out, "newdoc id", article.id());
        comment(out, "language", analysed.language());
        comment(out, "published", article.published());
        comment(out, "outlet", article.outlet());
        comment(out, "url", article.url());
        comment(out, "title", article.title());
        if (analysed.analysis().truncated()) {
          comment(out, "truncated", "yes");
        }
      }
      if (sentence.passage() != passage || s == 0) {
        passage = sentence.passage();
        Passage found = analysed.passageOf(sentence);
        if (found != null) {
          out.append("# newpar\n");
          comment(out, "passage", found.kind().label());
        }
      }
      comment(out, "sent_id", article.id() + "-" + (s + 1));
      comment(out, "text", oneLine(article.slice(sentence.span())));
      int next = s + 1 < sentences.size() ? sentences.get(s + 1).span().start() : -1;
      boolean explicit = next < 0 || sentences.get(s + 1).passage() != passage;
      words(article.text(), sentence, at, next, explicit, out);
      at = sentence.span().end();
      out.append('\n');
    }
  }

  /** The article as a string; see {@link #write}. */
  public String format(AnalysedArticle analysed) {
    StringBuilder out = new StringBuilder();
    try {
      write(analysed, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void comment(Appendable out, String key, @Nullable String value)
      throws IOException {
    if (value != null) {
      out.append("# ").append(key).append(" = ").append(oneLine(value)).append('\n');
    }
  }

  private static void words(
      ArticleText text, Sentence sentence, int at, int next, boolean explicit, Appendable out)
      throws IOException {
    int size = sentence.size();
    for (int i = 0; i < size; ) {
      int end = i + 1;
      while (end < size && isPartOfSame(sentence.word(end - 1), sentence.word(end))) {
        end++;
      }
      Word last = sentence.word(end - 1);
      int gapEnd = end < size ? sentence.word(end).span().start() : next;
      String before =
          i == 0 && at == 0 && sentence.word(0).span().start() > 0
              ? text.slice(new Span(0, sentence.word(0).span().start()))
              : "";
      String after = text.slice(new Span(last.span().end(), gapEnd < 0 ? text.length() : gapEnd));
      String spaces = spaces(before, after, explicit && end == size);
      if (end - i > 1) {
        Span whole = new Span(sentence.word(i).span().start(), last.span().end());
        out.append(Integer.toString(i + 1)).append('-').append(Integer.toString(end));
        out.append('\t').append(text.slice(whole)).append("\t_\t_\t_\t_\t_\t_\t_\t");
        out.append(spaces.isEmpty() ? "_" : spaces).append('\n');
      }
      for (; i < end; i++) {
        word(sentence.word(i), text, i, end - 1 == i && isAlone(sentence, i) ? spaces : "", out);
      }
    }
  }

  private static boolean isAlone(Sentence sentence, int i) {
    return i == 0 || !isPartOfSame(sentence.word(i - 1), sentence.word(i));
  }

  private static void word(Word word, ArticleText text, int index, String spaces, Appendable out)
      throws IOException {
    out.append(Integer.toString(index + 1)).append('\t');
    out.append(text.slice(word.span())).append('\t').append(filled(word.lemma())).append('\t');
    out.append(filled(word.upos())).append("\t_\t").append(filled(word.feats())).append('\t');
    out.append(Integer.toString(word.head() + 1)).append('\t').append(filled(word.deprel()));
    out.append("\t_\t");
    if (!spaces.isEmpty()) {
      out.append(spaces).append('|');
    }
    out.append("name=").append(word.name().isEmpty() ? "O" : word.name());
    String marks = word.marks().toString();
    if (!marks.isEmpty()) {
      out.append('|').append(ConlluReader.MARKS).append(marks);
    }
    out.append('\n');
  }

  /**
   * Whether two words are written as one: letters meet letters, or a clitic follows. A hyphen or a
   * mark between them makes them two.
   */
  private static boolean isPartOfSame(Word left, Word right) {
    if (left.span().end() != right.span().start() || left.form().isEmpty()) {
      return false;
    }
    int before = left.form().codePointBefore(left.form().length());
    if (right.form().isEmpty()) {
      return false;
    }
    if (!Character.isLetterOrDigit(before)) {
      return false;
    }
    int first = right.form().codePointAt(0);
    if (Character.isLetter(first)) {
      return Character.isLetter(before);
    }
    boolean apostrophe = first == '\'' || first == '’' || first == '`' || first == '´';
    if (!apostrophe) {
      return false;
    }
    return right.form().length() > 1
        ? Character.isLetter(right.form().codePointAt(1))
        : right.upos().equals("PART");
  }

  private static String spaces(String before, String after, boolean explicit) {
    StringBuilder spaces = new StringBuilder();
    if (!before.isEmpty()) {
      spaces.append("SpacesBefore=").append(escaped(before));
    }
    if (explicit || !after.equals(" ")) {
      spaces.append(spaces.length() > 0 ? "|" : "");
      if (after.isEmpty()) {
        spaces.append("SpaceAfter=No");
      } else {
        spaces.append("SpacesAfter=").append(escaped(after));
      }
    }
    return spaces.toString();
  }

  private static String escaped(String gap) {
    StringBuilder escaped = new StringBuilder(gap.length() * 2);
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      switch (c) {
        case ' ' -> escaped.append("\\s");
        case '\t' -> escaped.append("\\t");
        case '\r' -> escaped.append("\\r");
        case '\n' -> escaped.append("\\n");
        case '|' -> escaped.append("\\p");
        case '\\' -> escaped.append("\\\\");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String filled(String value) {
    return value.isEmpty() ? "_" : value;
  }

  private static String oneLine(String text) {
    return text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
  }
}
