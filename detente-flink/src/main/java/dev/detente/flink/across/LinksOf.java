package dev.detente.flink.across;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.relate.CrossLink;
import java.util.List;

/**
 * The links of an article with earlier ones, packed.
 *
 * @param article see {@link dev.detente.flink.read.Order}
 * @param links as JSON, in order
 */
public record LinksOf(long article, byte[] links) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static LinksOf of(long article, List<CrossLink> links) {
    try {
      return new LinksOf(article, JSON.writeValueAsBytes(links));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The links. */
  List<CrossLink> unpacked() {
    try {
      return JSON.readValue(links, new TypeReference<List<CrossLink>>() {});
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
