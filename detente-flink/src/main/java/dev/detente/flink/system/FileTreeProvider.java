package dev.detente.flink.system;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/** Reads files and lists folders of Flink's file systems; changes nothing. Stateless. */
final class FileTreeProvider extends FileSystemProvider {
  static final FileTreeProvider ONLY = new FileTreeProvider();

  private FileTreeProvider() {}

  private static FileStatus status(FilePath path) throws IOException {
    FileStatus told = path.status();
    if (told != null) {
      return told;
    }
    try {
      return path.getFileSystem().system().getFileStatus(path.inFlink());
    } catch (FileNotFoundException e) {
      throw missing(path, e);
    }
  }

  private static NoSuchFileException missing(Path path, IOException e) {
    NoSuchFileException missing = new NoSuchFileException(path.toString());
    missing.initCause(e);
    return missing;
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    FilePath file = FilePath.of(path);
    try {
      return file.getFileSystem().system().open(file.inFlink());
    } catch (FileNotFoundException e) {
      throw missing(path, e);
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    FilePath file = FilePath.of(path);
    return new FileBytes(file.getFileSystem().system().open(file.inFlink()), status(file).getLen());
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    FilePath ours = FilePath.of(folder);
    if (!status(ours).isDir()) {
      throw new NotDirectoryException(folder.toString());
    }
    FileStatus[] entries = ours.getFileSystem().system().listStatus(ours.inFlink());
    if (entries == null) {
      throw new NoSuchFileException(folder.toString());
    }
    List<Path> paths = new ArrayList<>();
    for (FileStatus entry : entries) {
      Path path = ours.child(entry);
      if (filter.accept(path)) {
        paths.add(path);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    status(FilePath.of(path));
    if (List.of(modes).contains(AccessMode.WRITE)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(new FileAttributes(status(FilePath.of(path))));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  /** Of Flink's file systems many have schemes; none is found by this one. */
  @Override
  public String getScheme() {
    return "flink";
  }

  @Override
  public FileSystem newFileSystem(URI address, Map<String, ?> options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void delete(Path path) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new ReadOnlyFileSystemException();
  }
}
