package dev.detente.ledger.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.source.mark.RecordWebAnnotations;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record in the vocabulary of schema.org, as JSON-LD: a {@code NewsArticle} with the claims and
 * quotations it has and the events it tells of. A {@code ClaimReview} would rate a claim, which no
 * record does. Stateless.
 */
public final class SchemaOrg {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaOrg() {}

  /** The article on one line, without its end. */
  public static String article(ArticleRecord record) {
    RecordNames names = new RecordNames(record);
    Article article = record.article();
    ObjectNode object = JSON.createObjectNode();
    object.put("@context", "https://schema.org");
    object.put("@type", "NewsArticle");
    object.put("@id", RecordWebAnnotations.source(article));
    put(object, "headline", names.headline());
    put(object, "inLanguage", article.language());
    put(object, "datePublished", article.published());
    put(object, "url", article.url());
    if (article.outlet() != null) {
      object
          .putObject("publisher")
          .put("@type", "NewsMediaOrganization")
          .put("name", article.outlet());
    }
    ArrayNode parts = object.putArray("hasPart");
    for (Statement statement : record.statements()) {
      statement(parts.addObject(), statement, article, names);
    }
    ArrayNode about = object.putArray("about");
    for (Event event : record.events()) {
      event(about.addObject(), event, article, names);
    }
    return object.toString();
  }

  private static void statement(
      ObjectNode to, Statement statement, Article article, RecordNames names) {
    boolean direct = statement.kind() == StatementKind.DIRECT;
    to.put("@type", direct ? "Quotation" : "Claim");
    to.put("@id", RecordWebAnnotations.iri(article.id(), statement.id()));
    List<Span> content = statement.content();
    to.put("text", content.stream().map(article::slice).collect(Collectors.joining(" […] ")));
    put(to, "inLanguage", article.language());
    put(to, "dateCreated", statement.date());
    to.put("additionalType", "urn:detente:act:" + statement.act().label());
    Actor speaker = names.actor(statement.speaker());
    if (speaker != null) {
      actor(to.putObject(direct ? "creator" : "author"), speaker);
    }
    Actor addressee = names.actor(statement.addressee());
    if (addressee != null) {
      actor(to.putObject("audience").put("@type", "Audience").putObject("about"), addressee);
    }
  }

  private static void event(ObjectNode to, Event event, Article article, RecordNames names) {
    to.put("@type", "Event");
    to.put("@id", RecordWebAnnotations.iri(article.id(), event.id()));
    to.put("name", article.slice(event.anchor()));
    to.put("description", article.slice(event.evidence()));
    String type = event.type().name();
    to.put(
        "additionalType",
        "urn:plover:" + (event.mode() == null ? type : type + "/" + event.mode()));
    to.put("disambiguatingDescription", event.status().label());
    put(to, "startDate", event.date());
    ArrayNode actors = to.putArray("actor");
    names.actors(event.actors()).forEach(one -> actor(actors.addObject(), one));
    ArrayNode recipients = to.putArray("attendee");
    names.actors(event.recipients()).forEach(one -> actor(recipients.addObject(), one));
    Place place = names.place(event.place());
    if (place != null) {
      ObjectNode location =
          to.putObject("location")
              .put("@type", place.precision().equals("country") ? "Country" : "Place")
              .put("name", place.name());
      put(location, "addressCountry", place.country());
      if (place.precision().equals("point") && place.lat() != null && place.lon() != null) {
        location
            .putObject("geo")
            .put("@type", "GeoCoordinates")
            .put("latitude", place.lat())
            .put("longitude", place.lon());
      }
    }
  }

  private static void actor(ObjectNode to, Actor actor) {
    to.put(
        "@type",
        actor.kind() == ActorKind.PERSON
            ? "Person"
            : actor.kind() == ActorKind.STATE ? "Country" : "Organization");
    to.put("name", actor.name());
    if (actor.kind() == ActorKind.PERSON) {
      put(to, "jobTitle", actor.role());
      put(to, "nationality", actor.country());
    }
  }

  private static void put(ObjectNode to, String name, @Nullable String value) {
    if (value != null) {
      to.put(name, value);
    }
  }
}
