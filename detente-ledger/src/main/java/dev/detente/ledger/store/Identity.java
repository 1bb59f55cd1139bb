package dev.detente.ledger.store;

import dev.detente.article.Article;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what an article is known again: its address when it has one, else its id; and by what a
 * changed one is told from an unchanged one. Hashes are the first eight bytes of a SHA-256.
 * Immutable.
 *
 * @param id hash of the id
 * @param address hash of the address without fragment and campaign parameters; 0 when there is none
 * @param content hash of text, title, date, outlet and address; not of the language, which is often
 *     identified by us
 */
record Identity(long id, long address, long content) {

  /** A host with its port, and what follows it; whether it is asked by http or https is one. */
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://([^/?]+)(.*)");

  static Identity of(Article article) {
    String address = normal(article.url());
    return new Identity(
        ofId(article.id()),
        address == null ? 0 : hash(address),
        hash(
            article.text().string(),
            article.title(),
            article.published(),
            article.outlet(),
            article.url()));
  }

  static long ofId(String id) {
    return hash(id);
  }

  /** The address as far as it says which article it is; null when there is none. */
  static @Nullable String normal(@Nullable String url) {
    if (url == null || url.isBlank()) {
      return null;
    }
    int fragment = url.indexOf('#');
    String bare = fragment < 0 ? url : url.substring(0, fragment);
    int query = bare.indexOf('?');
    if (query >= 0) {
      String kept =
          Arrays.stream(bare.substring(query + 1).split("&"))
              .filter(parameter -> !parameter.startsWith("utm_"))
              .collect(Collectors.joining("&"));
      bare = bare.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }
    Matcher address = ADDRESS.matcher(bare);
    if (address.matches()) {
      return address.group(1).toLowerCase(Locale.ROOT) + address.group(2);
    }
    return bare;
  }

  /** The first eight bytes of the SHA-256 of these strings with what divides them. */
  static long hash(@Nullable String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update((byte) (part == null ? 1 : 2));
        if (part != null) {
          byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
          digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
          digest.update(bytes);
        }
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
