package dev.detente.flink.system;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder of one of Flink's file systems. It is called by its whole address when it begins
 * at the root, so that messages and records name it as the user does. Immutable.
 */
final class FilePath implements Path {
  private final FileTree tree;
  private final boolean absolute;
  private final List<String> names;
  private final @Nullable FileStatus status;

  private FilePath(
      FileTree tree, boolean absolute, List<String> names, @Nullable FileStatus status) {
    this.tree = tree;
    this.absolute = absolute;
    this.names = List.copyOf(names);
    this.status = status;
  }

  static FilePath of(FileTree tree, String path) {
    List<String> names = Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
    return new FilePath(tree, path.startsWith("/"), names, null);
  }

  static FilePath of(Path path) {
    if (path instanceof FilePath ours) {
      return ours;
    }
    throw new ProviderMismatchException(path.toString());
  }

  /** What lies in a folder, as a listing of it tells. */
  FilePath child(FileStatus of) {
    List<String> longer = new ArrayList<>(names);
    longer.add(of.getPath().getName());
    return new FilePath(tree, absolute, longer, of);
  }

  /** What a listing told of it; null when none did. */
  @Nullable FileStatus status() {
    return status;
  }

  /** As Flink calls it. */
  org.apache.flink.core.fs.Path inFlink() {
    return new org.apache.flink.core.fs.Path(tree.root() + "/" + String.join("/", names));
  }

  private FilePath with(boolean absolute, List<String> names) {
    return new FilePath(tree, absolute, names, null);
  }

  @Override
  public FileTree getFileSystem() {
    return tree;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return absolute ? with(true, List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : getName(names.size() - 1);
  }

  @Override
  public @Nullable Path getParent() {
    return names.isEmpty() || names.size() == 1 && !absolute
        ? null
        : with(absolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int from, int to) {
    return with(false, names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof FilePath path
        && path.tree.equals(tree)
        && path.absolute == absolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    if (!(other instanceof FilePath path) || !path.tree.equals(tree)) {
      return false;
    }
    int before = names.size() - path.names.size();
    return path.absolute
        ? equals(path)
        : before >= 0 && names.subList(before, names.size()).equals(path.names);
  }

  /** As it is: in a store of objects, a dot is a name. */
  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public Path resolve(Path other) {
    FilePath path = of(other);
    if (path.absolute) {
      return path;
    }
    List<String> longer = new ArrayList<>(names);
    longer.addAll(path.names);
    return with(absolute, longer);
  }

  @Override
  public Path relativize(Path other) {
    FilePath path = of(other);
    if (!path.startsWith(this)) {
      throw new IllegalArgumentException(other + " is not in " + this);
    }
    return path.subpath(names.size(), path.names.size());
  }

  @Override
  public URI toUri() {
    return inFlink().toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return with(true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  /** In the order of their bytes in UTF-8, as those of this machine. */
  @Override
  public int compareTo(Path other) {
    return Arrays.compareUnsigned(
        toString().getBytes(StandardCharsets.UTF_8),
        of(other).toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FilePath path
        && path.tree.equals(tree)
        && path.absolute == absolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    String path = String.join("/", names);
    return absolute ? tree.root() + "/" + path : path;
  }
}
