package dev.detente.ledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB's native library, which takes a second and a half to unpack. In our jar it stands where
 * DuckDB does not look for it, so that it is unpacked once, beside the jar, where DuckDB does look.
 * Stateless; several processes may do it at once.
 */
final class NativeLibrary {
  /** Where the jar keeps the libraries of all systems. */
  private static final String WITHIN = "/native/";

  private NativeLibrary() {}

  /**
   * Makes sure that the library stands beside the jar when it stands within it; does nothing where
   * DuckDB is on the class path as it is delivered.
   *
   * @throws IllegalStateException when it cannot be unpacked there
   */
  static void provide() {
    String name = name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    URL packed = NativeLibrary.class.getResource(WITHIN + name);
    if (packed == null) {
      return;
    }
    Path beside = jar().resolveSibling(name);
    try (InputStream in = packed.openStream()) {
      if (Files.exists(beside)
          && Files.size(beside) == packed.openConnection().getContentLengthLong()) {
        return;
      }
      Path fresh = Files.createTempFile(beside.toAbsolutePath().getParent(), name, ".new");
      try {
        Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, beside, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "it cannot be unpacked to " + beside + ", which has to be done once", e);
    }
  }

  /** As DuckDB names it: {@code libduckdb_java.so_linux_amd64}. */
  static String name(String system, String processor) {
    String lower = system.toLowerCase(Locale.ROOT);
    String arch = processor.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mac")) {
      return "libduckdb_java.so_osx_universal";
    }
    return "libduckdb_java.so_"
        + (lower.startsWith("windows") ? "windows" : "linux")
        + (arch.equals("aarch64") || arch.equals("arm64") ? "_arm64" : "_amd64");
  }

  private static Path jar() {
    try {
      return Path.of(
          DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the jar has no place", e);
    }
  }
}
