package dev.detente.source.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.detente.article.PassageKind;
import dev.detente.source.item.ItemDate;
import dev.detente.source.item.ItemText;
import dev.detente.source.item.Markup;
import dev.detente.source.item.NewsItem;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ninjs, the IPTC's news in JSON: versions 1.x with flat keys, 2.x and 3.x with lists. */
public final class Ninjs {
  /** The keys that are read. */
  public static final Set<String> KEYS =
      Set.of(
          "uri",
          "type",
          "pubstatus",
          "language",
          "versioncreated",
          "firstcreated",
          "contentcreated",
          "versionCreated",
          "firstCreated",
          "contentCreated",
          "headline",
          "headlines",
          "description_text",
          "descriptions",
          "body_text",
          "body_html",
          "body_xhtml",
          "bodies",
          "by",
          "byline",
          "copyrightholder",
          "copyrightHolder",
          "creditline",
          "creditLine",
          "provider");

  private static final Set<String> BODIES =
      Set.of("body_text", "body_html", "body_xhtml", "bodies");

  private Ninjs() {}

  /** Whether an object with these keys is an item with a text. */
  public static boolean isItem(Map<String, JsonNode> values) {
    return values.containsKey("uri") && values.keySet().stream().anyMatch(BODIES::contains);
  }

  /** The item of these values. */
  public static NewsItem read(Map<String, JsonNode> values) {
    ItemText text = new ItemText();
    text.add(PassageKind.HEADLINE, first(string(values, "headline"), listed(values, "headlines")));
    text.add(PassageKind.BYLINE, first(string(values, "byline"), string(values, "by")));
    String html = first(string(values, "body_html"), string(values, "body_xhtml"));
    String plain = string(values, "body_text");
    for (JsonNode body : values.getOrDefault("bodies", MissingNode.getInstance())) {
      String type = first(body.path("contenttype").asText(""), body.path("contentType").asText(""));
      String value = body.path("value").asText("");
      if (type != null && type.contains("html")) {
        html = first(html, value);
      } else {
        plain = first(plain, value);
      }
    }
    if (html != null) {
      Markup.addTo(text, Markup.html(html));
    } else {
      text.addPlain(PassageKind.BODY, plain);
    }
    if (!text.hasBody()) {
      text.add(
          PassageKind.LEAD,
          first(string(values, "description_text"), listed(values, "descriptions")));
    }
    String status = string(values, "pubstatus");
    return new NewsItem(
        string(values, "uri"),
        null,
        string(values, "language"),
        first(
            date(values, "contentcreated", "contentCreated"),
            first(
                date(values, "firstcreated", "firstCreated"),
                date(values, "versioncreated", "versionCreated"))),
        first(
            string(values, "provider"),
            first(
                first(string(values, "copyrightholder"), string(values, "copyrightHolder")),
                first(string(values, "creditline"), string(values, "creditLine")))),
        "canceled".equals(status) || "withheld".equals(status),
        text.text(),
        text.passages());
  }

  private static @Nullable String date(Map<String, JsonNode> values, String one, String other) {
    return first(ItemDate.of(string(values, one)), ItemDate.of(string(values, other)));
  }

  private static @Nullable String string(Map<String, JsonNode> values, String key) {
    JsonNode value = values.get(key);
    if (value == null) {
      return null;
    }
    String text = value.isTextual() ? value.asText() : value.path("name").asText("");
    return text.isBlank() ? null : text;
  }

  private static @Nullable String listed(Map<String, JsonNode> values, String key) {
    JsonNode list = values.get(key);
    if (list != null) {
      for (JsonNode one : list) {
        String value = one.path("value").asText("");
        if (!value.isBlank()) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null || one.isEmpty() ? (other == null || other.isEmpty() ? null : other) : one;
  }
}
