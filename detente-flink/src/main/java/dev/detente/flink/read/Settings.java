package dev.detente.flink.read;

import dev.detente.codebook.Codebook;
import dev.detente.flink.system.FileSystems;
import dev.detente.source.InputFormat;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import dev.detente.source.fetch.FetchRules;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a job reads, as it travels to its tasks: the user's own codebook goes along, file by file.
 * Immutable.
 */
public final class Settings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final @Nullable String published;
  private final @Nullable String outlet;
  private final @Nullable String url;
  private final @Nullable String language;
  private final @Nullable InputFormat format;
  private final boolean privateAddresses;
  private final TreeMap<String, byte[]> codebook;

  private Settings(SourceOptions options, TreeMap<String, byte[]> codebook) {
    this.published = options.metadata().published();
    this.outlet = options.metadata().outlet();
    this.url = options.metadata().url();
    this.language = options.metadata().language();
    this.format = options.format();
    this.privateAddresses = options.fetching().privateAddresses();
    this.codebook = codebook;
  }

  /** Those of a source. */
  public static Settings of(SourceOptions options) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    Path folder = options.codebook().folder();
    if (folder != null) {
      for (String path : Codebook.possiblePaths()) {
        if (options.codebook().isOverlaid(path)) {
          files.put(path, Files.readAllBytes(folder.resolve(path)));
        }
      }
    }
    return new Settings(options, files);
  }

  /** How a source reads with a codebook laid out by {@link #layOut}. */
  public SourceOptions options(Codebook laidOut) {
    FetchRules fetching =
        privateAddresses ? FetchRules.DEFAULT.allowingPrivateAddresses() : FetchRules.DEFAULT;
    return new SourceOptions(
        new Metadata(published, outlet, url, language),
        Limits.DEFAULT,
        laidOut,
        format,
        fetching,
        new FileSystems());
  }

  /** Whether a codebook of the user's own goes along. */
  public boolean hasOwnCodebook() {
    return !codebook.isEmpty();
  }

  /** Writes the user's codebook into a folder. */
  public void layOut(Path folder) throws IOException {
    for (String path : codebook.keySet()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, codebook.get(path));
    }
  }

  /** Those with the same of this read with the same codebook. */
  public int codebookHash() {
    int hash = 1;
    for (String path : codebook.keySet()) {
      hash = 31 * (31 * hash + path.hashCode()) + Arrays.hashCode(codebook.get(path));
    }
    return hash;
  }
}
