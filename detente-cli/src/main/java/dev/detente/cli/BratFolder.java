package dev.detente.cli;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.pipeline.ReadArticle;
import dev.detente.source.mark.BratCollection;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Articles as they are read, written to a folder for brat. */
final class BratFolder implements Rendering {
  private final Path folder;
  private final Terminal terminal;
  private @Nullable BratCollection collection;

  BratFolder(Path folder, Terminal terminal) {
    this.folder = folder;
    this.terminal = terminal;
  }

  @Override
  public void begin() {
    try {
      collection = new BratCollection(folder);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public Runnable render(ReadArticle read) {
    Article article = read.record().article();
    String annotations = BratCollection.annotations(read.record());
    return () -> {
      try {
        begun().write(article, annotations);
      } catch (IOException e) {
        throw unwritable(e);
      }
    };
  }

  @Override
  public void end() {
    int size = begun().size();
    terminal.message(
        size
            + (size == 1 ? " article" : " articles")
            + " with annotations in "
            + folder
            + "; when they are corrected: detente score "
            + folder);
  }

  private BratCollection begun() {
    if (collection == null) {
      throw new IllegalStateException("not begun");
    }
    return collection;
  }

  private DetenteException unwritable(IOException e) {
    return new DetenteException(
        "DET-0502",
        folder + ": cannot be written (" + e.getMessage() + "); is there room on the disk?",
        e);
  }
}
