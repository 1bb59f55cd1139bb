package dev.detente.flink.system;

import dev.detente.article.DetenteException;
import dev.detente.source.FileAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;
import org.apache.flink.core.plugin.PluginUtils;

/**
 * The file systems that Flink knows: the local one, those on the class path, and those of plugins.
 * Stateless.
 */
public final class FileSystems implements FileAddresses {
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/]*)(/.*)?", Pattern.DOTALL);

  /** Makes known what lies in the folders that the environment names, as Flink's own scripts do. */
  public static void load() {
    Configuration configuration =
        System.getenv("FLINK_CONF_DIR") == null
            ? new Configuration()
            : GlobalConfiguration.loadConfiguration();
    FileSystem.initialize(
        configuration,
        System.getenv("FLINK_PLUGINS_DIR") == null
            ? null
            : PluginUtils.createPluginManagerFromRootFolder(configuration));
  }

  /**
   * That of an address.
   *
   * @throws DetenteException DET-0910 when Flink has none for its scheme
   * @throws IOException when it cannot be reached
   */
  public static FileSystem of(URI address) throws IOException {
    try {
      return FileSystem.get(address);
    } catch (UnsupportedFileSystemSchemeException e) {
      throw unknown(address.toString());
    }
  }

  private static DetenteException unknown(String address) {
    String scheme = address.substring(0, address.indexOf(':'));
    // Without Flink's own words, which would stand for ours where only the last cause is told.
    return new DetenteException(
        "DET-0910",
        address
            + ": no file system for "
            + scheme
            + ":// is known to Flink on this machine; put "
            + library(scheme)
            + ", here and on all machines of the cluster");
  }

  private static String library(String scheme) {
    return switch (scheme) {
      case "s3", "s3a", "s3p" ->
          "the jar of flink-s3-fs-hadoop into a folder of its own in the folder that"
              + " FLINK_PLUGINS_DIR names (plugins/s3/)";
      case "hdfs", "webhdfs", "viewfs" ->
          "Hadoop's client on the class path (HADOOP_CLASSPATH=`hadoop classpath`)";
      default ->
          "the plugin for it into a folder of its own in the folder that FLINK_PLUGINS_DIR names";
    };
  }

  @Override
  public Path path(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException(address);
    }
    String path = parts.group(2);
    String root = parts.group(1);
    try {
      return new FileTree(of(new org.apache.flink.core.fs.Path(root + "/").toUri()), root)
          .path(path == null ? "/" : path);
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0911", root + ": the file system cannot be reached (" + e.getMessage() + ")", e);
    }
  }
}
