package dev.detente.flink;

import dev.detente.article.DetenteException;
import dev.detente.flink.system.FileSystems;
import dev.detente.pipeline.Cluster;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.RemoteStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Where jobs run: within this process, or on a cluster that is running. Stateless. */
final class Environments {
  private static final Pattern ADDRESS = Pattern.compile("([^:/ ]+):(\\d{1,5})");

  private Environments() {}

  /**
   * An environment in which a job runs.
   *
   * @param jobManager null for one within this process
   * @param besides classes of libraries that a cluster has not, and is given with our own
   * @throws DetenteException DET-0906
   */
  static StreamExecutionEnvironment of(
      Configuration configuration,
      @Nullable String jobManager,
      int parallelism,
      List<Class<?>> besides) {
    StreamExecutionEnvironment environment;
    if (jobManager == null) {
      environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    } else {
      Matcher address = ADDRESS.matcher(jobManager);
      if (!address.matches()) {
        throw new DetenteException(
            "DET-0906",
            "--jobmanager " + jobManager + ": is no address; give HOST:PORT of its REST endpoint");
      }
      environment =
          StreamExecutionEnvironment.createRemoteEnvironment(
              address.group(1), Integer.parseInt(address.group(2)), configuration, jars(besides));
    }
    if (environment instanceof LocalStreamEnvironment
        || environment instanceof RemoteStreamEnvironment) {
      // Whereas the processes of a cluster have loaded theirs.
      FileSystems.load();
    }
    environment.setParallelism(parallelism);
    return environment;
  }

  /**
   * The jars that hold us; none where a build tool runs any part of us from a folder, since classes
   * that come half from a jar and half from the class path do not fit each other.
   */
  private static String[] jars(List<Class<?>> besides) {
    List<Class<?>> types = new ArrayList<>(List.of(FlinkCluster.class, Cluster.class));
    types.addAll(besides);
    Set<String> jars = new TreeSet<>();
    for (Class<?> type : types) {
      Path path = source(type);
      if (!path.toString().endsWith(".jar")) {
        return new String[0];
      }
      jars.add(path.toString());
    }
    return jars.toArray(new String[0]);
  }

  private static Path source(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a folder that is given as one or by its path. */
  static URI address(String folder) {
    return folder.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")
        ? new org.apache.flink.core.fs.Path(folder).toUri()
        : Path.of(folder).toAbsolutePath().normalize().toUri();
  }
}
