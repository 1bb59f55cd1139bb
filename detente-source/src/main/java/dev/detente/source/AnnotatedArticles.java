package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.article.PublicationDate;
import dev.detente.source.mark.Annotation;
import dev.detente.source.mark.Brat;
import dev.detente.source.mark.BratLabels;
import dev.detente.source.mark.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with the file of brat beside it. */
final class AnnotatedArticles {
  private AnnotatedArticles() {}

  /**
   * The article with its annotations, and with what these say of it: the note of the mark {@code
   * Article} may hold id, language, publication, outlet, address and title.
   *
   * @param text what came of the text
   * @param name the file of annotations, for messages
   */
  static Incoming read(String ann, Incoming text, String name) {
    Article article = text.article();
    if (article == null) {
      return text;
    }
    List<Annotation> annotations = Brat.read(ann, article.text(), name);
    Incoming annotated = text.annotated(annotations);
    Note note = note(annotations);
    return note == null ? annotated : annotated.knowing(known(article, note, name));
  }

  private static Article known(Article article, Note note, String name) {
    String published = note.value("published");
    if (published != null && !PublicationDate.isDate(published)) {
      throw new DetenteException(
          "DET-0109",
          name
              + ": \"published: "
              + published
              + "\" is not a date; write it as precise as known: 2022-02-07, 2022-02 or 2022");
    }
    String id = note.value("id");
    return new Article(
        id == null ? article.id() : id,
        or(Languages.check(note.value("language"), name), article.language()),
        or(published, article.published()),
        or(note.value("outlet"), article.outlet()),
        or(note.value("url"), article.url()),
        or(note.value("title"), article.title()),
        article.text(),
        article.passages());
  }

  private static @Nullable Note note(List<Annotation> annotations) {
    String marked = null;
    for (Annotation one : annotations) {
      if (one.label().equals(BratLabels.ARTICLE) && !one.spans().isEmpty()) {
        marked = marked == null ? one.id() : marked;
      }
    }
    return marked == null ? null : Note.about(marked, annotations);
  }

  private static @Nullable String or(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
