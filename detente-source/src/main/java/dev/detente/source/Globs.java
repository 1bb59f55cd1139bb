package dev.detente.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Patterns of file names that no shell has expanded: {@code 'crawl/**.warc.gz'}. */
final class Globs {
  private static final int DEPTH = 64;

  private Globs() {}

  /** Whether an argument is a pattern, and not the name of a file that is there. */
  static boolean isGlob(String argument) {
    if (argument.chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '{')) {
      return false;
    }
    try {
      return !Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return true;
    }
  }

  /** The files and folders that match, in order of their names. */
  static List<Path> expand(String glob) throws IOException {
    int wild = 0;
    while ("*?[{".indexOf(glob.charAt(wild)) < 0) {
      wild++;
    }
    int slash = glob.lastIndexOf('/', wild);
    Path base = Path.of(slash < 0 ? "." : slash == 0 ? "/" : glob.substring(0, slash));
    String rest = glob.substring(slash + 1);
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
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
