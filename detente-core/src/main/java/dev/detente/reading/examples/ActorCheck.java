package dev.detente.reading.examples;

import dev.detente.codebook.Words;
import dev.detente.record.Actor;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small words about actors: an actor of the record and the words that mean it. */
final class ActorCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    String name = example.expected().path("actor").asText();
    List<String> read = new ArrayList<>();
    for (Actor actor : reading.record().actors()) {
      if (actor.name().equals(name)) {
        return faults(example, actor, reading);
      }
      read.add(actor.name());
    }
    return List.of(
        "actor: expected "
            + name
            + ", read "
            + (read.isEmpty() ? "none" : String.join(", ", read)));
  }

  private static List<String> faults(Example example, Actor actor, Reading reading) {
    List<String> faults = new ArrayList<>();
    Check.same(example.expected(), "country", actor.country(), faults);
    Check.same(example.expected(), "sector", actor.sector(), faults);
    List<String> mentions = actor.mentions().stream().map(reading::words).toList();
    for (String mention : Words.list(example.expected().path("mentions"))) {
      if (!mentions.contains(mention)) {
        faults.add("mentions: expected " + mention + ", read " + String.join(", ", mentions));
      }
    }
    String says = example.expected().path("says").asText();
    for (Statement statement : reading.record().statements()) {
      if (!says.isEmpty() && reading.words(statement).contains(says)) {
        if (!actor.id().equals(statement.speaker())) {
          faults.add("says: “" + says + "” is said by " + reading.name(statement.speaker()));
        }
        return faults;
      }
    }
    if (!says.isEmpty()) {
      faults.add("says: expected a statement with “" + says + "”, read none");
    }
    return faults;
  }
}
