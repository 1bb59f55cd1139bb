package dev.detente.source.mark;

import dev.detente.article.Article;
import dev.detente.record.ArticleRecord;
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
 * know of their labels. Nothing that is there is written over: people may have corrected it. For
 * one thread.
 */
public final class BratCollection {
  private static final int LONGEST_NAME = 100;

  private final Path folder;
  private final Set<String> names = new HashSet<>();

  /**
   * Makes the folder, when it is not there, with its {@code annotation.conf}.
   *
   * @throws IOException when it cannot be written or has such a file already
   */
  public BratCollection(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    try (InputStream labels = Brat.class.getResourceAsStream("annotation.conf")) {
      if (labels == null) {
        throw new IllegalStateException("annotation.conf is missing; build anew");
      }
      Files.copy(labels, folder.resolve("annotation.conf"));
    }
  }

  /** Whether something lies in a folder, or the name is no folder's. */
  public static boolean isTaken(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> there = Files.list(folder)) {
      return there.findAny().isPresent();
    } catch (IOException e) {
      return true;
    }
  }

  /** What {@link #write} is to be given for a record; a pure function, for any thread. */
  public static String annotations(ArticleRecord record) {
    return Brat.write(RecordAnnotations.of(record), record.article().text());
  }

  /**
   * Writes an article with its annotations, named by its id; a second one of a name gets a number.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Article article, String annotations) throws IOException {
    String name = name(article.id());
    Files.write(folder.resolve(name + ".txt"), bytes(article.text().string()));
    Files.write(folder.resolve(name + ".ann"), bytes(annotations));
  }

  /** How many articles were written. */
  public int size() {
    return names.size();
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
}
