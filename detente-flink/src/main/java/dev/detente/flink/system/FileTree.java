package dev.detente.flink.system;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;

/**
 * One of Flink's file systems, for reading.
 *
 * @see FilePath
 */
final class FileTree extends FileSystem {
  private final org.apache.flink.core.fs.FileSystem system;
  private final String root;

  /**
   * @param root what addresses begin with, up to the slash before the path: {@code s3://bucket}
   */
  FileTree(org.apache.flink.core.fs.FileSystem system, String root) {
    this.system = system;
    this.root = root;
  }

  org.apache.flink.core.fs.FileSystem system() {
    return system;
  }

  String root() {
    return root;
  }

  FilePath path(String path) {
    return FilePath.of(this, path);
  }

  @Override
  public FileTreeProvider provider() {
    return FileTreeProvider.ONLY;
  }

  @Override
  public Path getPath(String first, String... more) {
    return path(more.length == 0 ? first : first + "/" + String.join("/", more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher(pattern);
    return path -> matcher.matches(Path.of(path.toString()));
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(path("/"));
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  /** It is Flink's, which keeps it for others. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileTree tree && tree.root.equals(root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }
}
