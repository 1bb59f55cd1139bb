package dev.detente.ledger.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * DuckDB's native library, which takes a second and a half to unpack. In our jar it stands where
 * DuckDB does not look for it, so that it is unpacked once, beside the jar, where DuckDB does look.
 * Stateless; several processes may do it at once.
 */
final class NativeLibrary {
  /** Where the jar keeps the libraries of all systems. */
  private static final String WITHIN = "native/";

  private NativeLibrary() {}

  /**
   * Makes sure that the library stands beside the jar when it stands within it; does nothing where
   * DuckDB is on the class path as it is delivered.
   *
   * @throws IllegalStateException when it cannot be unpacked there
   */
  static void provide() {
    String name = name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    if (NativeLibrary.class.getResource("/" + WITHIN + name) == null) {
      return;
    }
    for (String part : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      if (part.endsWith(".jar")) {
        unpack(Path.of(part), name);
      }
    }
  }

  private static void unpack(Path jar, String name) {
    Path beside = jar.resolveSibling(name);
    try (JarFile packed = new JarFile(jar.toFile())) {
      ZipEntry entry = packed.getEntry(WITHIN + name);
      if (entry == null || Files.exists(beside) && Files.size(beside) == entry.getSize()) {
        return;
      }
      Path fresh = Files.createTempFile(beside.toAbsolutePath().getParent(), name, ".new");
      try (InputStream in = packed.getInputStream(entry)) {
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
}
