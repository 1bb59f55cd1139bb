package dev.detente.flink.read;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.relate.Relater;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.pipeline.Pipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codebook and the language model, once in a task manager however many tasks read there. What
 * is opened is closed by the last task that lets go of it. Thread-safe.
 */
public final class Reading implements AutoCloseable {
  private static final Map<Integer, Reading> OPEN = new HashMap<>();

  private final int key;
  private final Codebook codebook;
  private final @Nullable Path folder;
  private @Nullable Pipeline pipeline;
  private @Nullable Sketcher sketcher;
  private @Nullable Relater relater;
  private int holders;

  private Reading(int key, Codebook codebook, @Nullable Path folder) {
    this.key = key;
    this.codebook = codebook;
    this.folder = folder;
  }

  /** Takes hold of what reads by these settings; {@link #close} lets it go. */
  public static Reading hold(Settings settings) throws IOException {
    synchronized (OPEN) {
      int key = settings.codebookHash();
      Reading reading = OPEN.get(key);
      if (reading == null) {
        Path folder = settings.hasOwnCodebook() ? Files.createTempDirectory("detente") : null;
        if (folder != null) {
          settings.layOut(folder);
        }
        reading =
            new Reading(
                key, folder == null ? Codebook.bundled() : Codebook.overlaid(folder), folder);
        OPEN.put(key, reading);
      }
      reading.holders++;
      return reading;
    }
  }

  /** The lexicons and rules. */
  public Codebook codebook() {
    return codebook;
  }

  /** What reads; loaded when it is first asked for. */
  public synchronized Pipeline pipeline() {
    Pipeline loaded = pipeline;
    if (loaded == null) {
      // The language model comes with the first article that has no analysis.
      loaded = Pipeline.load(codebook, true);
      pipeline = loaded;
    }
    return loaded;
  }

  /** What makes sketches of records. */
  public synchronized Sketcher sketcher() {
    Sketcher loaded = sketcher;
    if (loaded == null) {
      loaded = new Sketcher(codebook, World.load(codebook));
      sketcher = loaded;
    }
    return loaded;
  }

  /** What links them. */
  public synchronized Relater relater() {
    Relater loaded = relater;
    if (loaded == null) {
      loaded = new Relater(codebook);
      relater = loaded;
    }
    return loaded;
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      if (--holders > 0) {
        return;
      }
      OPEN.remove(key);
    }
    synchronized (this) {
      if (pipeline != null) {
        pipeline.close();
      }
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
