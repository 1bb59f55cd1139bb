package dev.detente.ledger.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Events with their places as GeoJSON (RFC 7946). Only what is a point has one: a country or an
 * area has no geometry, and its middle stands among the properties, so that no pin says more than
 * the article. Stateless.
 */
public final class GeoFeatures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GeoFeatures() {}

  /** The events of a record that have a place, each on one line of JSON without its end. */
  public static List<String> of(ArticleRecord record) {
    RecordNames names = new RecordNames(record);
    Article article = record.article();
    List<String> features = new ArrayList<>();
    for (Event event : record.events()) {
      Place place = names.place(event.place());
      if (place == null) {
        continue;
      }
      ObjectNode feature = JSON.createObjectNode();
      feature.put("type", "Feature");
      feature.put("id", article.id() + "_" + event.id());
      Double lat = place.lat();
      Double lon = place.lon();
      boolean known = lat != null && lon != null;
      if (known && place.precision().equals("point")) {
        feature
            .putObject("geometry")
            .put("type", "Point")
            .putArray("coordinates")
            .add(lon)
            .add(lat);
      } else {
        feature.putNull("geometry");
      }
      ObjectNode properties = feature.putObject("properties");
      properties.put("article", article.id());
      properties.put("type", event.type().name());
      properties.put("mode", event.mode());
      properties.put("status", event.status().label());
      properties.put("score", event.score());
      names(properties.putArray("actors"), names.actors(event.actors()));
      names(properties.putArray("recipients"), names.actors(event.recipients()));
      properties.put("date", event.date());
      properties.put("published", article.published());
      properties.put("outlet", article.outlet());
      properties.put("url", article.url());
      properties.put("place", place.name());
      properties.put("country", place.country());
      properties.put("precision", place.precision());
      if (known && !place.precision().equals("point")) {
        properties.putArray("middle").add(lon).add(lat);
      }
      properties.put("words", article.slice(event.evidence()));
      features.add(feature.toString());
    }
    return features;
  }

  private static void names(ArrayNode to, List<Actor> those) {
    those.forEach(one -> to.add(one.name()));
  }
}
