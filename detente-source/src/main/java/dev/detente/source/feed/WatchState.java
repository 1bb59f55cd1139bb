package dev.detente.source.feed;

import dev.detente.article.DetenteException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a watch has seen: entries that need not be read again, and what each feed's server said of
 * its last answer. A file of lines that only grows while it is open; the last line for a feed
 * holds. Not thread-safe.
 */
public final class WatchState implements AutoCloseable {
  private static final String HEADER = "detente watch 1";

  /** Some years of a busy feed. */
  private static final int MOST = 1_000_000;

  /** What a conditional request sends. */
  record Validators(@Nullable String etag, @Nullable String lastModified) {
    static final Validators NONE = new Validators(null, null);
  }

  private final Set<String> seen = new LinkedHashSet<>();
  private final Map<String, Validators> validators = new HashMap<>();
  private final Path path;
  private final BufferedWriter writer;

  private WatchState(Path path) throws IOException {
    this.path = path;
    String content = Files.exists(path) ? Files.readString(path) : "";
    if (!content.isEmpty() && !content.startsWith(HEADER + "\n")) {
      throw new DetenteException(
          "DET-0178", path + ": not the state of a watch; give a name that is free");
    }
    content.lines().skip(1).forEach(this::load);
    while (seen.size() > MOST) {
      seen.remove(seen.iterator().next());
    }
    StringBuilder all = new StringBuilder(HEADER).append('\n');
    seen.forEach(key -> all.append("seen\t").append(key).append('\n'));
    validators.forEach((feed, known) -> all.append(line(feed, known)));
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(fresh, all);
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
    this.writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /**
   * Opens or makes the file.
   *
   * @throws DetenteException DET-0178 when it is none of ours or cannot be written
   */
  public static WatchState open(Path path) {
    try {
      return new WatchState(path);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private void load(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length == 2 && parts[0].equals("seen")) {
      seen.add(parts[1]);
    } else if (parts.length == 4 && parts[0].equals("feed")) {
      validators.put(
          parts[1],
          new Validators(
              parts[2].isEmpty() ? null : parts[2], parts[3].isEmpty() ? null : parts[3]));
    }
  }

  private static String line(String feed, Validators known) {
    return "feed\t" + feed + "\t" + cell(known.etag) + "\t" + cell(known.lastModified) + "\n";
  }

  private static String cell(@Nullable String value) {
    return value == null ? "" : value.replaceAll("[\\t\\r\\n]", " ");
  }

  boolean hasSeen(String key) {
    return seen.contains(cell(key));
  }

  void see(String key) {
    if (seen.add(cell(key))) {
      append("seen\t" + cell(key) + "\n");
    }
  }

  Validators validators(String feed) {
    return validators.getOrDefault(feed, Validators.NONE);
  }

  void know(String feed, Validators known) {
    if (!known.equals(validators.put(feed, known))) {
      append(line(feed, known));
    }
  }

  private void append(String line) {
    try {
      writer.write(line);
      writer.flush();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static DetenteException unwritable(Path path, IOException e) {
    return new DetenteException(
        "DET-0178", path + ": cannot be read or written (" + e.getMessage() + ")", e);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }
}
