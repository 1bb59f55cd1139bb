package dev.detente.flink.system;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.apache.flink.core.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/** What Flink tells of a file or folder. Links are followed before it is asked. Immutable. */
record FileAttributes(FileStatus status) implements BasicFileAttributes {
  @Override
  public boolean isDirectory() {
    return status.isDir();
  }

  @Override
  public boolean isRegularFile() {
    return !status.isDir();
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public long size() {
    return status.getLen();
  }

  @Override
  public FileTime lastModifiedTime() {
    return FileTime.fromMillis(status.getModificationTime());
  }

  @Override
  public FileTime lastAccessTime() {
    return FileTime.fromMillis(status.getAccessTime());
  }

  @Override
  public FileTime creationTime() {
    return lastModifiedTime();
  }

  @Override
  public @Nullable Object fileKey() {
    return null;
  }
}
