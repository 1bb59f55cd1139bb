package dev.detente.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Patterns of file names that no shell has expanded: {@code 'crawl/**.warc.gz'}. */
final class Globs {
  private static final int DEPTH = 64;

  private Globs() {}

  /**
   * Whether an argument is a pattern, and not the name of a file that is there.
   *
   * @param path where the file of this name would be
   */
  static boolean isGlob(String argument, Path path) {
    return argument.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{')
        && !Files.exists(path);
  }

  /**
   * The files and folders that match, in order of their names.
   *
   * @param places where what is named lies
   */
  static List<Path> expand(String glob, Function<String, @Nullable Path> places)
      throws IOException {
    int wild = 0;
    while ("*?[{".indexOf(glob.charAt(wild)) < 0) {
      wild++;
    }
    int slash = glob.lastIndexOf('/', wild);
    Path base = places.apply(slash < 0 ? "." : slash == 0 ? "/" : glob.substring(0, slash));
    String rest = glob.substring(slash + 1);
    if (base == null || !Files.isDirectory(base)) {
      return List.of();
    }
    PathMatcher matcher;
    try {
      matcher = base.getFileSystem().getPathMatcher("glob:" + rest);
    } catch (PatternSyntaxException e) {
      return List.of();
    }
    int depth = rest.contains("**") ? DEPTH : (int) rest.chars().filter(c -> c == '/').count() + 1;
    try (Stream<Path> paths = Files.walk(base, depth)) {
      return paths
          .filter(path -> !path.equals(base) && matcher.matches(base.relativize(path)))
          .map(path -> slash < 0 ? base.relativize(path) : path)
          .sorted()
          .toList();
    }
  }
}
