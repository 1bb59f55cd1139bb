package dev.detente.flink.input;

import dev.detente.source.Checkpoint;
import dev.detente.source.InputFormat;
import dev.detente.source.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Splits, and lists of them, as bytes. Stateless. */
final class SplitSerializer implements SimpleVersionedSerializer<InputSplit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(InputSplit split) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(split, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Override
  public InputSplit deserialize(int version, byte[] bytes) throws IOException {
    check(version);
    return read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static void check(int version) throws IOException {
    if (version != VERSION) {
      throw new IOException("splits of version " + version + ", not " + VERSION);
    }
  }

  private static void write(InputSplit split, DataOutputStream out) throws IOException {
    out.writeInt(split.number());
    out.writeUTF(split.part().name());
    InputFormat format = split.part().format();
    out.writeUTF(format == null ? "" : format.label());
    Checkpoint reached = split.reached();
    out.writeBoolean(reached != null);
    if (reached != null) {
      out.writeUTF(reached.input());
      out.writeLong(reached.articles());
      out.writeLong(reached.offset());
      out.writeInt(reached.within());
    }
  }

  private static InputSplit read(DataInputStream in) throws IOException {
    int number = in.readInt();
    Part part = new Part(in.readUTF(), InputFormat.of(in.readUTF()));
    Checkpoint reached =
        in.readBoolean()
            ? new Checkpoint(in.readUTF(), in.readLong(), in.readLong(), in.readInt())
            : null;
    return new InputSplit(number, part, reached);
  }

  /** Lists of splits. */
  static final class OfLists implements SimpleVersionedSerializer<List<InputSplit>> {
    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(List<InputSplit> splits) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(splits.size());
      for (InputSplit split : splits) {
        write(split, out);
      }
      return bytes.toByteArray();
    }

    @Override
    public List<InputSplit> deserialize(int version, byte[] bytes) throws IOException {
      check(version);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      int size = in.readInt();
      List<InputSplit> splits = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        splits.add(read(in));
      }
      return splits;
    }
  }
}
