package dev.detente.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.Span;
import dev.detente.record.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells why events are not matched: not found, of another type, or with other parties. */
final class EventDifferences {
  private final GoldArticle gold;
  private final Differences differences;

  EventDifferences(GoldArticle gold, Differences differences) {
    this.gold = gold;
    this.differences = differences;
  }

  /**
   * Adds what differs.
   *
   * @param typed read event by gold event where type and place agree
   * @param matched read event by gold event where the parties agree too
   */
  void find(Scorer.Read read, Map<Integer, Integer> typed, Map<Integer, Integer> matched) {
    JsonNode events = gold.list("events");
    Set<Integer> explained = new HashSet<>(matched.values());
    List<Integer> unmatched = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Integer got = typed.get(i);
      if (matched.containsKey(i)) {
        continue;
      }
      if (got != null && !explained.contains(got)) {
        explained.add(got);
        parties(events.path(i), read.events.get(got), read);
      } else {
        unmatched.add(i);
      }
    }
    for (int i : unmatched) {
      JsonNode wanted = events.path(i);
      List<Span> where = where(wanted);
      int other = overlapping(where, read.events, explained);
      String type = Scorer.text(wanted, "type");
      if (other >= 0 && !type.equals(read.events.get(other).type().name())) {
        explained.add(other);
        differences.value(
            "event type",
            false,
            type,
            read.events.get(other).type().name(),
            where,
            List.of(read.events.get(other).evidence()));
      } else {
        differences.missed(
            "event", type, Scorer.text(wanted, "anchor") + ": " + parties(wanted), where);
      }
    }
    for (int j = 0; j < read.events.size(); j++) {
      if (!explained.contains(j)) {
        Event event = read.events.get(j);
        differences.added(
            "event",
            event.type().name(),
            read.text(event.anchor())
                + ": "
                + read.names(event.actors())
                + " → "
                + read.names(event.recipients())
                + " ("
                + event.why()
                + ")",
            List.of(event.anchor()));
      }
    }
  }

  private void parties(JsonNode wanted, Event got, Scorer.Read read) {
    List<Span> there = List.of(got.evidence());
    party("event actor", wanted.path("actors"), got.actors(), wanted, there, read);
    party("event recipient", wanted.path("recipients"), got.recipients(), wanted, there, read);
  }

  private void party(
      String group,
      JsonNode names,
      List<String> ids,
      JsonNode wanted,
      List<Span> there,
      Scorer.Read read) {
    boolean right = names.isEmpty() || Scorer.any(gold, names, ids, read);
    differences.name(group, right, joined(names), read.names(ids), where(wanted), there);
  }

  private List<Span> where(JsonNode event) {
    List<Span> places = gold.findAll(Scorer.text(event, "evidence"));
    return places.isEmpty() ? places : places.subList(0, 1);
  }

  private static int overlapping(List<Span> where, List<Event> events, Set<Integer> explained) {
    for (int j = 0; j < events.size() && !where.isEmpty(); j++) {
      if (!explained.contains(j) && where.get(0).overlaps(events.get(j).anchor())) {
        return j;
      }
    }
    return -1;
  }

  private static String parties(JsonNode event) {
    return joined(event.path("actors")) + " → " + joined(event.path("recipients"));
  }

  private static String joined(JsonNode names) {
    List<String> list = new ArrayList<>();
    names.forEach(name -> list.add(name.asText()));
    return String.join(", ", list);
  }
}
