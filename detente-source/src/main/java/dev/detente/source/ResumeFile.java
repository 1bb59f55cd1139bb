package dev.detente.source;

import dev.detente.article.DetenteException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far each input has been read, so that an interrupted run can be gone on with. One line
 * of text for each input; that of the input being read is written over in place, after its article
 * has been written. Not thread-safe.
 */
public final class ResumeFile implements AutoCloseable {
  private static final String HEADER = "detente resume 1\n";
  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\d{1,9}) (.+)");

  private final RandomAccessFile file;
  private final Path path;
  private final Map<String, Checkpoint> reached = new HashMap<>();
  private @Nullable String open;
  private long lineStart;

  private ResumeFile(RandomAccessFile file, Path path) {
    this.file = file;
    this.path = path;
  }

  /**
   * Opens or makes the file.
   *
   * @throws DetenteException DET-0128 when it is none of ours or cannot be written
   */
  public static ResumeFile open(Path path) {
    try {
      String content = Files.exists(path) ? Files.readString(path) : "";
      if (!content.isEmpty() && !content.startsWith(HEADER)) {
        throw new DetenteException(
            "DET-0128", path + ": not a resume file of Detente; give a name that is free");
      }
      ResumeFile resume = new ResumeFile(new RandomAccessFile(path.toFile(), "rw"), path);
      resume.load(content);
      return resume;
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private void load(String content) throws IOException {
    content
        .lines()
        .skip(1)
        .forEach(
            line -> {
              Matcher matcher = LINE.matcher(line);
              if (matcher.matches()) {
                String input = matcher.group(4);
                reached.put(
                    input,
                    new Checkpoint(
                        input,
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))));
              }
            });
    // Written anew, so that a line cut off by a crash leaves no trace.
    StringBuilder all = new StringBuilder(HEADER);
    reached.values().stream().map(ResumeFile::line).sorted().forEach(all::append);
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    file.write(bytes);
    file.setLength(bytes.length);
    lineStart = bytes.length;
  }

  private static String line(Checkpoint checkpoint) {
    return checkpoint.articles()
        + " "
        + checkpoint.offset()
        + " "
        + checkpoint.within()
        + " "
        + checkpoint.input().replace('\n', ' ')
        + "\n";
  }

  /** How far inputs had been read when the file was opened, by their names. */
  public Map<String, Checkpoint> reached() {
    return Map.copyOf(reached);
  }

  /**
   * Notes that everything up to here has been written out.
   *
   * @throws DetenteException DET-0128
   */
  public void note(Checkpoint checkpoint) {
    try {
      if (!checkpoint.input().equals(open)) {
        lineStart = file.length();
        open = checkpoint.input();
      }
      byte[] bytes = line(checkpoint).getBytes(StandardCharsets.UTF_8);
      file.seek(lineStart);
      file.write(bytes);
      file.setLength(file.getFilePointer());
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static DetenteException unwritable(Path path, IOException e) {
    return new DetenteException(
        "DET-0128", path + ": cannot be read or written (" + e.getMessage() + ")", e);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }
}
