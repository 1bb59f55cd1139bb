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
import java.util.Locale;

/**
 * Events as NGEC, the coder of PLOVER, writes them: attributes by role, each with its words and
 * codes. What that has not, status and rule, stands beside. Stateless.
 *
 * @see <a href="https://github.com/ahalterman/NGEC">NGEC</a>
 */
public final class NgecEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NgecEvents() {}

  /** The events of a record, each on one line of JSON without its end. */
  public static List<String> of(ArticleRecord record) {
    RecordNames names = new RecordNames(record);
    Article article = record.article();
    List<String> events = new ArrayList<>();
    for (Event event : record.events()) {
      ObjectNode object = JSON.createObjectNode();
      object.put("id", article.id() + "_" + event.id());
      object.put("story_id", article.id());
      object.put("event_text", article.slice(event.evidence()));
      object.put("publisher", article.outlet());
      object.put("headline", names.headline());
      object.put("pub_date", article.published());
      object.put("event_type", event.type().name());
      object.put("event_mode", event.mode() == null ? "" : event.mode());
      ArrayNode contexts = object.putArray("contexts");
      event.contexts().forEach(contexts::add);
      object.put("date", event.date() == null ? article.published() : event.date());
      ObjectNode attributes = object.putObject("attributes");
      actors(attributes.putArray("ACTOR"), names.actors(event.actors()));
      actors(attributes.putArray("RECIP"), names.actors(event.recipients()));
      ArrayNode places = attributes.putArray("LOC");
      ArrayNode dates = attributes.putArray("DATE");
      if (event.date() != null) {
        dates.addObject().put("text", event.date());
      }
      Place place = names.place(event.place());
      if (place != null) {
        places.addObject().put("text", article.slice(place.span()));
        object
            .putObject("event_geolocation")
            .put("geo_name", place.name())
            .put("country_code3", place.country())
            .put("lat", place.lat())
            .put("lon", place.lon())
            .put("precision", place.precision());
      }
      object.put("goldstein", event.goldstein());
      object.put("plover_score", event.score());
      object.put("quad_class", event.quad());
      object.put("status", event.status().label());
      object.put("language", article.language());
      object.put("url", article.url());
      object.put("why", event.why());
      events.add(object.toString());
    }
    return events;
  }

  private static void actors(ArrayNode to, List<Actor> those) {
    for (Actor one : those) {
      to.addObject()
          .put("text", one.name())
          .put("country", one.country())
          .put("code_1", one.sector())
          .put("actor_role_title", one.role())
          .put("kind", one.kind().label().toLowerCase(Locale.ROOT));
    }
  }
}
