package dev.detente.source;

import dev.detente.article.DetenteException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where files and folders lie that addresses of other schemes than http and https name, such as
 * {@code s3://bucket/crawl}. Thread-safe.
 */
@FunctionalInterface
public interface FileAddresses {
  /** No such address names anything. */
  FileAddresses NONE = address -> null;

  /**
   * The file or folder of an address, whether it is there or not; it is called by its address.
   *
   * @return null when such addresses name no files here
   * @throws DetenteException when the scheme of the address is not known
   */
  @Nullable Path path(String address);
}
