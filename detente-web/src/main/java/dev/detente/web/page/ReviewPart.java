package dev.detente.web.page;

import dev.detente.ledger.Address;
import dev.detente.ledger.Entry;
import dev.detente.ledger.Mark;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.EventType;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people think of a record, and the form to say so. Immutable.
 *
 * @param marks at its address, the last first
 * @param open whether more can be made
 * @param reviewer the name under which the reader has marked before; empty when he has not
 */
public record ReviewPart(List<Mark> marks, boolean open, String reviewer) {
  private static final int SHORT = 70;

  public ReviewPart {
    marks = List.copyOf(marks);
  }

  void fill(Map<String, Object> page, Entry entry, Wording wording) {
    page.put("marks", marks.stream().map(mark -> shown(mark, wording)).toList());
    page.put("unmarked", marks.isEmpty());
    page.put("open", open);
    page.put("reviewer", reviewer);
    page.put("acts", options(Stream.of(Act.values()).map(Act::label).toList(), "act", wording));
    page.put(
        "types", options(Stream.of(EventType.values()).map(Enum::name).toList(), "type", wording));
    page.put(
        "relations",
        options(Stream.of(Relation.values()).map(Relation::label).toList(), "relation", wording));
    page.put("speakers", entry.record().actors().stream().map(Actor::name).distinct().toList());
    List<Map<String, Object>> targets = new ArrayList<>();
    for (Statement other : entry.record().statements()) {
      Address address = Address.of(entry.address().content(), other);
      if (!address.equals(entry.address())) {
        String words = entry.record().article().slice(address.span());
        targets.add(
            Map.of(
                "value",
                address.toString(),
                "label",
                words.length() > SHORT ? words.substring(0, SHORT) + "…" : words));
      }
    }
    page.put("targets", targets);
  }

  private static List<Map<String, Object>> options(
      List<String> values, String kind, Wording wording) {
    List<Map<String, Object>> options = new ArrayList<>();
    for (String value : values) {
      options.add(Map.of("value", value, "label", wording.label(kind, value)));
    }
    return options;
  }

  private static Map<String, Object> shown(Mark mark, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    Mark.Correction correction = mark.correction();
    shown.put("verdict", mark.verdict().label());
    shown.put("verdictname", wording.of("review_" + mark.verdict().label()));
    String speaker = correction.speaker();
    String relation = correction.relation();
    shown.put(
        "what",
        Stream.of(
                Mark.Correction.NOBODY.equals(speaker) ? wording.of("untold") : speaker,
                wording.label("act", correction.act()),
                wording.label("type", correction.type()),
                Mark.Correction.NOBODY.equals(relation)
                    ? wording.of("review_unrelated")
                    : wording.label("relation", relation))
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(", ")));
    shown.put("target", correction.target());
    shown.put("note", mark.note());
    shown.put("by", mark.reviewer());
    shown.put("made", mark.time().replace('T', ' ').replaceFirst(":\\d\\dZ$", " UTC"));
    return shown;
  }
}
