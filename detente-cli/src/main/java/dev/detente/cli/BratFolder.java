package dev.detente.cli;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.pipeline.ReadArticle;
import dev.detente.source.mark.Brat;
import dev.detente.source.mark.RecordAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder for brat: the text of each article with its annotations beside it, and what brat is to
 * know of their labels. Nothing that is there is written over: people may have corrected it.
 */
final class BratFolder implements Rendering {
  private static final int LONGEST_NAME = 100;

  private final Path folder;
  private final Terminal terminal;
  private final Set<String> names = new HashSet<>();

  BratFolder(Path folder, Terminal terminal) {
    this.folder = folder;
    this.terminal = terminal;
  }

  /** Whether something lies in a folder, or the name is no folder's. */
  static boolean isTaken(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> there = Files.list(folder)) {
      return there.findAny().isPresent();
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void begin() {
    try {
      Files.createDirectories(folder);
      try (InputStream labels = Brat.class.getResourceAsStream("annotation.conf")) {
        if (labels == null) {
          throw new IllegalStateException("annotation.conf is missing; build anew");
        }
        Files.copy(labels, folder.resolve("annotation.conf"));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public Runnable render(ReadArticle read) {
    Article article = read.record().article();
    String annotations = Brat.write(RecordAnnotations.of(read.record()), article.text());
    return () -> {
      String name = name(article.id());
      try {
        Files.write(folder.resolve(name + ".txt"), bytes(article.text().string()));
        Files.write(folder.resolve(name + ".ann"), bytes(annotations));
      } catch (IOException e) {
        throw unwritable(e);
      }
    };
  }

  @Override
  public void end() {
    terminal.message(
        names.size()
            + (names.size() == 1 ? " article" : " articles")
            + " with annotations in "
            + folder
            + "; when they are corrected: detente score "
            + folder);
  }

  /** A file's name of an article's id: what file systems do not take is replaced. */
  private String name(String id) {
    String plain = id.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    plain = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    plain = plain.isEmpty() ? "article" : plain;
    String name = plain;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = plain + "-" + i;
    }
    return name;
  }

  /** In UTF-8, a lone surrogate as a question mark, so that positions stay. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private DetenteException unwritable(IOException e) {
    return new DetenteException(
        "DET-0502",
        folder + ": cannot be written (" + e.getMessage() + "); is there room on the disk?",
        e);
  }
}
