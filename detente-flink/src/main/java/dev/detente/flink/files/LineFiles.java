package dev.detente.flink.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.RecoverableWriter.CommitRecoverable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes sorted lines into the files of folders, on any file system of Flink's. All lines of a
 * folder come to one task, one folder after the other, so that a file is open at a time and the
 * names and bytes of files depend on nothing but the lines. Where tables are wanted, too, those of
 * records are written from the same lines at the same time. Files appear when all are whole.
 */
public final class LineFiles implements Sink<Line>, SupportsCommitter<CommitRecoverable> {
  private static final long serialVersionUID = 1L;

  /** A file of a folder that is longer is followed by another. */
  private static final long LONG = 256L << 20;

  private final String root;
  private final boolean tables;

  /**
   * @param root address of the folder that the folders of lines are in
   * @param tables whether records are also written as tables
   */
  public LineFiles(URI root, boolean tables) {
    this.root = root.toString();
    this.tables = tables;
  }

  /** The folder of the records of a day. */
  public static String records(String day) {
    return TableFiles.RECORDS + day;
  }

  /** Deletes what attempts left behind that did not come to their end. */
  public static void tidy(URI root) throws IOException {
    FileSystem system = FileSystem.get(root);
    tidy(system, new Path(root));
  }

  private static void tidy(FileSystem system, Path folder) throws IOException {
    FileStatus[] entries = system.exists(folder) ? system.listStatus(folder) : null;
    for (FileStatus entry : entries == null ? new FileStatus[0] : entries) {
      if (entry.isDir()) {
        tidy(system, entry.getPath());
      } else if (entry.getPath().getName().startsWith(".part-")) {
        system.delete(entry.getPath(), false);
      }
    }
  }

  private RecoverableWriter files() throws IOException {
    return FileSystem.get(URI.create(root)).createRecoverableWriter();
  }

  @Override
  public SinkWriter<Line> createWriter(WriterInitContext context) throws IOException {
    return new Writer(files(), new Path(URI.create(root)), tables);
  }

  @Override
  public Committer<CommitRecoverable> createCommitter(CommitterInitContext context)
      throws IOException {
    RecoverableWriter files = files();
    return new Committer<>() {
      @Override
      public void commit(Collection<CommitRequest<CommitRecoverable>> requests) throws IOException {
        for (CommitRequest<CommitRecoverable> request : requests) {
          files.recoverForCommit(request.getCommittable()).commitAfterRecovery();
        }
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public SimpleVersionedSerializer<CommitRecoverable> getCommittableSerializer() {
    try {
      return files().getCommitRecoverableSerializer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Writer implements CommittingSinkWriter<Line, CommitRecoverable> {
    private final RecoverableWriter files;
    private final Path root;
    private final boolean tables;
    private final List<CommitRecoverable> whole = new ArrayList<>();
    private @Nullable LineFile open;
    private @Nullable TableFiles openTables;
    private String folder = "";
    private int number;

    Writer(RecoverableWriter files, Path root, boolean tables) {
      this.files = files;
      this.root = root;
      this.tables = tables;
    }

    @Override
    public void write(Line line, Context context) throws IOException {
      LineFile lines = open;
      if (lines == null || !folder.equals(line.folder()) || lines.length() > LONG) {
        finish();
        number = folder.equals(line.folder()) ? number + 1 : 0;
        folder = line.folder();
        String name = "part-" + number;
        lines = new LineFile(files.open(new Path(root, folder + "/" + name + ".jsonl")));
        open = lines;
        if (tables && folder.startsWith(TableFiles.RECORDS)) {
          openTables = new TableFiles(files, root, folder, name);
        }
      }
      lines.write(line.bytes());
      if (openTables != null) {
        openTables.write(line.bytes());
      }
    }

    private void finish() throws IOException {
      if (open != null) {
        whole.add(open.finish());
        open = null;
      }
      if (openTables != null) {
        whole.addAll(openTables.finish());
        openTables = null;
      }
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public Collection<CommitRecoverable> prepareCommit() throws IOException {
      finish();
      List<CommitRecoverable> done = List.copyOf(whole);
      whole.clear();
      return done;
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
        open = null;
      }
      if (openTables != null) {
        openTables.close();
        openTables = null;
      }
    }
  }
}
