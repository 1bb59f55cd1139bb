package dev.detente.web.news;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.Finding;
import dev.detente.ledger.Fresh;
import dev.detente.ledger.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is new, as programs are told of it. Stateless. */
final class Told {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Told() {}

  /** A finding with its permanent address. */
  static Map<String, @Nullable Object> finding(Fresh fresh, int index, String origin) {
    Finding finding = fresh.findings().get(index);
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("address", fresh.addresses().get(index).toString());
    told.put("link", origin + "/r/" + fresh.addresses().get(index));
    told.putAll(finding.fields());
    return told;
  }

  /** An article with what a search finds in it. */
  static String delivery(Search search, Fresh fresh, String origin) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("search", Map.of("id", search.id(), "name", search.name(), "query", search.query()));
    Map<String, @Nullable Object> article = new LinkedHashMap<>();
    article.put("id", fresh.article().id());
    article.put("version", fresh.article().version());
    article.put("headline", fresh.article().headline());
    article.put("outlet", fresh.article().outlet());
    article.put("published", fresh.article().published());
    article.put("url", fresh.article().url());
    told.put("article", article);
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (int i = 0; i < fresh.findings().size(); i++) {
      items.add(finding(fresh, i, origin));
    }
    told.put("items", items);
    return json(told);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
