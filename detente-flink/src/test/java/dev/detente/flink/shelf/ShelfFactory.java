package dev.detente.flink.shelf;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.local.LocalFileSystem;

/**
 * A scheme of the tests' own, found as plugins are: {@code shelf://NAME/a} is the file {@code a} in
 * the folder {@code NAME} of temporary files. Nobody may look into {@code shelf://closed}.
 */
public final class ShelfFactory implements FileSystemFactory {
  @Override
  public String getScheme() {
    return "shelf";
  }

  @Override
  public FileSystem create(URI address) {
    return new Shelf(address.getAuthority());
  }

  private static final class Shelf extends LocalFileSystem {
    private final String name;

    Shelf(String name) {
      this.name = name;
    }

    @Override
    public URI getUri() {
      return URI.create("shelf://" + name + "/");
    }

    @Override
    public boolean isDistributedFS() {
      return true;
    }

    @Override
    public FileStatus getFileStatus(org.apache.flink.core.fs.Path path) throws IOException {
      refuse();
      return super.getFileStatus(path);
    }

    @Override
    public org.apache.flink.core.fs.FSDataInputStream open(org.apache.flink.core.fs.Path path)
        throws IOException {
      refuse();
      return super.open(path);
    }

    private void refuse() throws IOException {
      if (name.equals("closed")) {
        throw new IOException("403: no key was given");
      }
    }

    @Override
    public File pathToFile(org.apache.flink.core.fs.Path path) {
      if (!"shelf".equals(path.toUri().getScheme())) {
        throw new IllegalArgumentException(path + " is on no shelf");
      }
      return Path.of(System.getProperty("java.io.tmpdir"), name, path.getPath()).toFile();
    }
  }
}
