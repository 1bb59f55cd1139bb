package dev.detente.flink.files;

import java.io.IOException;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter.CommitRecoverable;
import org.apache.flink.util.IOUtils;

/** A file of lines that is being written. Of one thread. */
final class LineFile implements AutoCloseable {
  private final RecoverableFsDataOutputStream out;

  LineFile(RecoverableFsDataOutputStream out) {
    this.out = out;
  }

  void write(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  long length() throws IOException {
    return out.getPos();
  }

  CommitRecoverable finish() throws IOException {
    return out.closeForCommit().getRecoverable();
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(out);
  }
}
